// How fast the quantity stage reads Chinese text, beside /\d+(\.\d+)?/g over the same text.
// Method: the texts of the meaning corpus as one page, read over and over to SIZE MB (default 16) of UTF-8, as a run over many files
// does; one core; the best of seven rounds of each, in turn, after one that warms up. A figure stands on every 30 bytes of this page,
// five times as dense as in a newspaper: it is a lower bound.
// usage: node bench/quantity.mjs [SIZE]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { esbuildYaml } from '../scripts/yaml-plugin.mjs';

const size = Number(process.argv[2] ?? 16) * 1e6;
const folder = mkdtempSync(join(tmpdir(), 'shumu-bench-'));
const outfile = join(folder, 'scan.mjs');
await build({
  entryPoints: ['src/quantity/scan.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  plugins: [esbuildYaml],
});
const { scanQuantities } = await import(outfile);
rmSync(folder, { recursive: true });

const corpus = 'tests/corpus/meaning';
const page = readdirSync(corpus)
  .filter((f) => f.endsWith('.yaml'))
  .flatMap((f) => parse(readFileSync(join(corpus, f), 'utf8')).map((row) => String(row.text)))
  .join('\n');
// one flat string, as a file's text is
const text = Buffer.from(page).toString('utf8');
const copies = Math.max(1, Math.round(size / Buffer.byteLength(text)));
const megabytes = (Buffer.byteLength(text) * copies) / 1e6;

const time = (work) => {
  const from = performance.now();
  let count = 0;
  for (let copy = 0; copy < copies; copy++) count += work();
  return { seconds: (performance.now() - from) / 1000, count };
};
const regex = () => {
  let count = 0;
  for (const _ of text.matchAll(/\d+(\.\d+)?/g)) count++;
  return count;
};
const stages = {
  'quantity stage': () => scanQuantities(text, { date: '2024-06-01' }).length,
  '/\\d+(\\.\\d+)?/g': regex,
};
const best = {};
for (let round = 0; round < 8; round++)
  for (const [name, work] of Object.entries(stages)) {
    const result = time(work);
    if (round > 0 && !(best[name]?.seconds < result.seconds)) best[name] = result;
  }
console.log(`${megabytes.toFixed(1)} MB of UTF-8, Node ${process.version}`);
for (const [name, { seconds, count }] of Object.entries(best))
  console.log(`  ${name.padEnd(18)} ${(megabytes / seconds).toFixed(1).padStart(7)} MB/s   ${count} matches`);
