// npm run stress -- [--part NAME]: inputs as large as an archive's through the built command. Each part must end with 0, give every
// record, and stay under its limit of memory; seconds are printed, never judged. Parts: gigabyte, file, line, files.
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const MB = 1 << 20;
const page = readFileSync(join('seeds', readdirSync('seeds')[0]));
const folder = mkdtempSync(join(tmpdir(), 'shumu-stress-'));

/** `size` bytes of pages, `between` each and the next; how many pages. */
function writePages(path, size, between, content = page) {
  const block = Buffer.concat([content, Buffer.from(between)]);
  const many = Buffer.concat(Array.from({ length: Math.ceil(MB / block.length) }, () => block));
  const file = openSync(path, 'w');
  let written = 0;
  for (; written < size; written += many.length) writeSync(file, many);
  closeSync(file);
  return (written / many.length) * Math.ceil(MB / block.length);
}

/** Runs the command; counts the lines of its output without keeping them, and the peak of its memory. */
async function extract(args) {
  const REPORT = 'process.on("exit",()=>process._rawDebug("peak "+process.resourceUsage().maxRSS))';
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(REPORT)}`, 'bin/extract.js', '-f', 'ndjson', ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let lines = 0;
  let bytes = 0;
  let err = '';
  child.stdout.on('data', (chunk) => {
    bytes += chunk.length;
    for (let i = chunk.indexOf(10); i >= 0; i = chunk.indexOf(10, i + 1)) lines++;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise((done) => child.on('close', done));
  const peak = Number(/^peak (\d+)$/m.exec(err)?.[1] ?? Number.NaN) / 1024;
  return {
    code,
    lines,
    bytes,
    err: err.replace(/^peak \d+\n?/m, ''),
    peak,
    seconds: (performance.now() - started) / 1000,
  };
}

async function perPage() {
  const path = join(folder, 'page.txt');
  writeFileSync(path, page);
  return (await extract([path])).lines;
}

const each = await perPage();
const parts = {
  /** 1 GB: 50 files of 20 MB. */
  async gigabyte() {
    const texts = join(folder, 'gigabyte');
    mkdirSync(texts);
    let pages = 0;
    for (let i = 0; i < 50; i++) pages += writePages(join(texts, `${i}.txt`), (1024 * MB) / 50, '\n\n');
    return { args: [texts], wanted: pages * each, memory: 400 };
  },
  /** One file of 200 MB. */
  async file() {
    const path = join(folder, 'file.txt');
    return { args: [path], wanted: writePages(path, 200 * MB, '\n\n') * each, memory: 400 };
  },
  /** One line of 50 MB. */
  async line() {
    const path = join(folder, 'line.txt');
    const sentence = Buffer.from('东河水厂总投资25亿元，日供水30万吨，惠及群众1.2万户。');
    return { args: [path], wanted: writePages(path, 50 * MB, '', sentence) * 3, memory: 400 };
  },
  /** 100,000 files of one sentence. */
  async files() {
    const texts = join(folder, 'files');
    for (let i = 0; i < 100_000; i++) {
      const at = join(texts, String(i % 100));
      if (i < 100) mkdirSync(at, { recursive: true });
      writeFileSync(join(at, `${i}.txt`), `${i}号水厂总投资${i + 1}万元。\n`);
    }
    return { args: [texts], wanted: 100_000, memory: 400 };
  },
};

const { values } = parseArgs({ options: { part: { type: 'string' } } });
let failed = false;
for (const [name, make] of Object.entries(parts)) {
  if (values.part && values.part !== name) continue;
  const { args, wanted, memory } = await make();
  const { code, lines, bytes, err, peak, seconds } = await extract(args);
  const wrong = [
    code !== 0 && `ended with ${code}: ${err.slice(0, 500)}`,
    lines !== wanted && `${lines} records, ${wanted} wanted`,
    !(peak <= memory) && `over ${memory} MB`,
  ].filter(Boolean);
  failed ||= wrong.length > 0;
  console.log(
    `${name.padEnd(9)} ${lines} records, ${(bytes / 1e6).toFixed(0)} MB out, peak ${peak.toFixed(0)} MB, ${seconds.toFixed(0)} s${wrong.map((w) => `  WRONG: ${w}`).join('')}`,
  );
}
rmSync(folder, { recursive: true });
process.exitCode = failed ? 1 : 0;
