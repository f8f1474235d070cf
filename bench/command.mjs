// The built command as a user runs it: how long it takes to start, what more threads bring, how time and memory grow with the input.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const COMMAND = 'bin/extract.js';
const SEED = join('seeds', readdirSync('seeds')[0]);

/** Seconds that `node ARGS` takes. Its output goes to `stdout`. */
function seconds(args, stdout = 'ignore') {
  const from = performance.now();
  const ran = spawnSync(process.execPath, args, { stdio: ['ignore', stdout, 'pipe'], encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`node ${args.slice(0, 4).join(' ')}: ${ran.stderr}`);
  return (performance.now() - from) / 1000;
}

function peak(args, outdir) {
  const file = join(outdir, 'peak.txt');
  const env = { ...process.env, SHUMU_PEAK: file };
  const ran = spawnSync(process.execPath, ['--require', './bench/peak.cjs', ...args], { stdio: 'ignore', env });
  if (ran.status !== 0) throw new Error(`node ${args.slice(0, 4).join(' ')} failed`);
  return Number(readFileSync(file, 'utf8'));
}

/** Wall time as a ratio to that of `node -e 0`, the fastest of `rounds` each, in turn; peak memory in MB. */
export function timeStart(rounds, outdir) {
  const calls = {
    'node -e 0': ['-e', '0'],
    '--version': [COMMAND, '--version'],
    '--help': [COMMAND, '--help'],
    seed: [COMMAND, SEED],
    'seed -f ndjson': [COMMAND, '-f', 'ndjson', SEED],
  };
  const best = {};
  for (let round = 0; round < rounds; round++)
    for (const [name, args] of Object.entries(calls))
      best[name] = Math.min(best[name] ?? Infinity, seconds(args, 'pipe'));
  return Object.fromEntries(
    Object.entries(calls).map(([name, args]) => [
      name,
      { seconds: best[name], ratio: best[name] / best['node -e 0'], peakMB: peak(args, outdir) },
    ]),
  );
}

/** How much faster two threads are than one; the outputs are compared byte by byte. */
export function timeJobs(pages, rounds, outdir) {
  const all = Buffer.concat(pages.map((page) => Buffer.concat([page, Buffer.from('\n')])));
  const layouts = {
    'many small files': pages,
    'four big files': [0, 1, 2, 3].map((k) => all.subarray((k * all.length) / 4, ((k + 1) * all.length) / 4)),
    'one big file': [all],
  };
  const result = {};
  for (const [name, files] of Object.entries(layouts)) {
    const folder = filesIn(join(outdir, 'jobs'), files);
    const best = { 1: Infinity, 2: Infinity };
    const hash = {};
    for (let round = 0; round < rounds; round++)
      for (const jobs of [1, 2]) {
        const out = join(outdir, 'jobs.ndjson');
        const fd = openSync(out, 'w');
        best[jobs] = Math.min(best[jobs], seconds([COMMAND, '-f', 'ndjson', '--jobs', String(jobs), folder], fd));
        closeSync(fd);
        hash[jobs] = createHash('sha256').update(readFileSync(out)).digest('hex');
      }
    if (hash[1] !== hash[2]) throw new Error(`${name}: --jobs 2 gives another output`);
    result[name] = { one: best[1], two: best[2], gain: best[1] / best[2] };
  }
  return result;
}

/** Seconds and peak memory for 1, 10, 100 … MB in one file and in many; the slope against that of the size before. */
export function timeGrowth(pages, most, outdir) {
  const rows = [];
  for (const shape of ['one file', 'many files'])
    for (let megabytes = 1; megabytes <= most; megabytes *= 10) {
      const folder = join(outdir, 'growth');
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const bytes = fill(folder, pages, megabytes * 1e6, shape === 'one file');
      const file = join(outdir, 'peak.txt');
      const from = performance.now();
      const ran = spawnSync(
        process.execPath,
        ['--require', './bench/peak.cjs', COMMAND, '-f', 'ndjson', '--jobs', '1', folder],
        { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: { ...process.env, SHUMU_PEAK: file } },
      );
      if (ran.status !== 0) throw new Error(ran.stderr);
      const took = (performance.now() - from) / 1000;
      rows.push({ shape, megabytes, seconds: took, perSecond: bytes / 1e6 / took, peakMB: Number(readFileSync(file)) });
      rmSync(folder, { recursive: true, force: true });
    }
  return rows;
}

/** Pages over and over until there are `bytes`; gives how many were written. */
function fill(folder, pages, bytes, isOne) {
  const fd = isOne ? openSync(join(folder, 'pages.txt'), 'w') : 0;
  let written = 0;
  for (let n = 0; written < bytes; n++) {
    const page = pages[n % pages.length];
    if (isOne) {
      writeSync(fd, page);
      writeSync(fd, '\n');
    } else {
      const sub = join(folder, String(Math.floor(n / 1000)).padStart(4, '0'));
      if (n % 1000 === 0) mkdirSync(sub);
      writeFileSync(join(sub, `${String(n).padStart(7, '0')}.txt`), page);
    }
    written += page.length;
  }
  if (isOne) closeSync(fd);
  return written;
}

function filesIn(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  files.forEach((bytes, n) => {
    writeFileSync(join(folder, `${String(n).padStart(6, '0')}.txt`), bytes);
  });
  return folder;
}
