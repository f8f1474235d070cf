// npm run bench [-- --short] [--record] [--no-peer] [--growth MB]: see README.md beside this file.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleStages } from './bundle.mjs';
import { timeGrowth, timeJobs, timeStart } from './command.mjs';
import { makePages } from './corpus.mjs';
import { PEER, timePeer } from './peer.mjs';
import { timeStages } from './stages.mjs';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean' },
    record: { type: 'boolean' },
    'no-peer': { type: 'boolean' },
    growth: { type: 'string', default: '1000' },
  },
});
const OUT = 'bench/out';
const RECORDED = 'bench/recorded.json';
/** A ratio this much worse than the recorded one fails. */
const WORSE = 0.3;

mkdirSync(OUT, { recursive: true });
const seed = readFileSync(join('seeds', readdirSync('seeds')[0]));
const pages = (await makePages(flags.short ? 3e6 : 30e6, OUT)).map((page) => Buffer.from(page));
const result = { machine: machine(), stages: {}, start: {}, ratios: {} };

const stages = await bundleStages(OUT);
measureRatios();
// On a machine that does other things too, a ratio counts as worse only where it is so three times.
for (let tries = 1; flags.short && tries < 3 && worseRatios().length > 0; tries++) measureRatios();

if (!flags.short) {
  if (!flags['no-peer']) comparePeer();
  result.jobs = timeJobs(pages, 3, OUT);
  print(
    'threads',
    ['input', '--jobs 1 s', '--jobs 2 s', 'gain'],
    Object.entries(result.jobs).map(([name, j]) => [name, j.one.toFixed(2), j.two.toFixed(2), j.gain.toFixed(2)]),
  );
  result.growth = timeGrowth(pages, Number(flags.growth), OUT);
  print(
    'growth, --jobs 1',
    ['input', 'MB', 's', 'MB/s', 'peak MB'],
    result.growth.map((g) => [g.shape, g.megabytes, g.seconds.toFixed(2), g.perSecond.toFixed(2), g.peakMB.toFixed(0)]),
  );
}
const file = join(OUT, flags.short ? 'short.json' : 'result.json');
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(`\nwritten to ${file}`);
if (flags.record)
  writeFileSync(RECORDED, `${JSON.stringify({ machine: result.machine, ratios: result.ratios }, null, 2)}\n`);
else if (flags.short) compareWithRecorded();

/** Times the stages and the start. A ratio that was measured before keeps its best. */
function measureRatios() {
  result.stages.seed = timeStages(stages, Array(flags.short ? 20 : 60).fill(seed), flags.short ? 8 : 20);
  result.stages.corpus = timeStages(stages, pages, flags.short ? 6 : 4);
  for (const [name, speed] of Object.entries(result.stages)) {
    print(`one core, ${name}`, ['step', 'MB/s', 'ns a byte', 'of the limit'], stageRows(speed));
    keepBest(`whole / limit, ${name}`, speed.whole / speed.limit);
  }
  result.start = timeStart(flags.short ? 15 : 25, OUT);
  print(
    'start',
    ['call', 'ms', '× node -e 0', 'peak MB'],
    Object.entries(result.start).map(([name, s]) => [
      name,
      (s.seconds * 1000).toFixed(0),
      s.ratio.toFixed(2),
      s.peakMB.toFixed(0),
    ]),
  );
  for (const name of ['--version', '--help', 'seed']) keepBest(`node -e 0 / ${name}`, 1 / result.start[name].ratio);
}

/** The ratios that are worse than the recorded ones by more than `WORSE`. */
function worseRatios() {
  if (!existsSync(RECORDED)) return [];
  const { ratios } = JSON.parse(readFileSync(RECORDED, 'utf8'));
  return Object.entries(ratios).filter(([name, ratio]) => result.ratios[name] < (1 - WORSE) * ratio);
}

function keepBest(name, ratio) {
  result.ratios[name] = Math.max(ratio, result.ratios[name] ?? 0);
}

function stageRows(speed) {
  return Object.entries(speed).map(([name, mbs]) => [
    name,
    mbs.toFixed(1),
    (1000 / mbs).toFixed(1),
    name === 'limit' ? '1' : `1/${(speed.limit / mbs).toFixed(1)}`,
  ]);
}

/** On the seed and on the first pages of the corpus that make 40 KB. */
function comparePeer() {
  const sample = (texts) => {
    const whole = texts.map((text) => stages.repair(text).text).join('\n');
    return { whole, sentences: whole.match(/[^。！？\n]+[。！？\n]*/g) };
  };
  const few = [];
  for (let size = 0; size < 40_000; size += few.at(-1).length) few.push(pages[few.length + 1]);
  const peer = timePeer({ seed: sample([seed.toString()]), corpus: sample(few.map(String)) }, OUT);
  result.peer = { name: PEER, ...peer };
  print(
    `against ${PEER}`,
    ['text', 'sentences MB/s', 'whole MB/s', '× sentences', '× whole'],
    Object.entries(peer).map(([name, p]) => {
      const { whole } = result.stages[name];
      return [
        name,
        p.sentences.toFixed(4),
        p.whole.toFixed(5),
        (whole / p.sentences).toFixed(0),
        (whole / p.whole).toFixed(0),
      ];
    }),
  );
}

function compareWithRecorded() {
  const worse = worseRatios();
  for (const [name, ratio] of worse)
    console.error(`${name} is ${result.ratios[name].toFixed(4)}, recorded ${ratio.toFixed(4)}: more than 30 % worse`);
  if (worse.length > 0) process.exitCode = 1;
}

function machine() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return {
    node: process.version,
    v8: process.versions.v8,
    cpu: cpus()[0].model,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    commit: git('rev-parse', '--short', 'HEAD'),
    date: new Date().toISOString().slice(0, 10),
  };
}

function print(title, head, rows) {
  const all = [head, ...rows.map((row) => row.map(String))];
  const width = head.map((_, k) => Math.max(...all.map((row) => row[k].length)));
  console.log(`\n${title}`);
  for (const row of all)
    console.log(`  ${row.map((c, k) => (k === 0 ? c.padEnd(width[k]) : c.padStart(width[k]))).join('  ')}`);
}
