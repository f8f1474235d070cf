// npm run fuzz -- [--runs N] [--seed N]: mutated inputs from the seed page, the corpus and random bytes, seeded and repeatable.
// Each must be read without a crash or a hang, give records by the contract, and CSV that Python's csv module (and LibreOffice,
// where it is installed) reads back to the same records. Every thousandth input also goes through the real command.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { esbuildYaml } from '../../scripts/yaml-plugin.mjs';
import { mutateBytes, random } from './mutate.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const runs = Number(values.runs);
const seed = Number(values.seed);

mkdirSync('dist', { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'shumu-fuzz-'));
const outfile = resolve('dist', 'fuzz.mjs');
await build({
  stdin: {
    contents: "export { fuzz } from './tests/fuzz/check.ts'; export { loadCorpus } from './tests/meaning/scoring.ts';",
    resolveDir: resolve('.'),
    loader: 'ts',
  },
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  plugins: [esbuildYaml],
  banner: { js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);" },
});
const { fuzz, loadCorpus } = await import(outfile);
rmSync(outfile);

const seedPage = readFileSync(join('seeds', readdirSync('seeds')[0]), 'utf8');
const texts = [seedPage, ...loadCorpus('tests/corpus/meaning').map((row) => row.text)];
const started = Date.now();
const { records, csv, slowest } = fuzz(texts, runs, seed);
console.log(
  `${runs} inputs, ${records} records, ${((Date.now() - started) / 1000).toFixed(0)} s; the slowest took ${slowest.milliseconds.toFixed(1)} ms for ${slowest.length} characters`,
);

const path = join(folder, 'fuzz.csv');
writeFileSync(path, csv.text);
const wanted = JSON.stringify(csv.rows.map((row) => row.map((cell) => Buffer.from(cell).toString())));
const PYTHON =
  'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding=sys.argv[2], newline="")))))';
const byPython = (file, encoding) =>
  JSON.parse(execFileSync('python3', ['-c', PYTHON, file, encoding], { encoding: 'utf8', maxBuffer: 1 << 30 }));
if (JSON.stringify(byPython(path, 'utf-8')) !== wanted) throw new Error(`Python's csv reads ${path} otherwise`);
console.log(`Python's csv module reads back all ${csv.rows.length} rows`);

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (office) {
  // LibreOffice goes by the byte-order mark; control characters that XML cannot hold are lost to it.
  writeFileSync(path, `\ufeff${csv.text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '?')}`);
  execFileSync(
    office,
    [
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--infilter=CSV:44,34,76,1,,0,true',
      '--outdir',
      join(folder, 'out'),
      path,
    ],
    { stdio: 'ignore' },
  );
  const rows = byPython(join(folder, 'out', 'fuzz.csv'), 'utf-8').length;
  if (rows !== csv.rows.length) throw new Error(`LibreOffice reads ${rows} rows of ${csv.rows.length}`);
  console.log(`LibreOffice reads back all ${rows} rows`);
} else console.log('LibreOffice is not installed: not asked');

let commands = 0;
for (let run = 0; run < runs; run += 1000) {
  const input = join(folder, 'input');
  writeFileSync(input, mutateBytes(texts, random(seed + run)));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/extract.js', '-f', 'json', input], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  const isRefused = status === 1 && /^extract: [^\n]+\n$/.test(stderr);
  if (!isRefused && status !== 0) throw new Error(`seed ${seed + run}: the command ended with ${status}: ${stderr}`);
  JSON.parse(stdout);
  commands++;
}
console.log(`${commands} inputs through the command`);
rmSync(folder, { recursive: true });
