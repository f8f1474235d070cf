// In one process, on one core: the limit, the whole pipeline and each stage by itself, over the same pages in turn.
import { createHash } from 'node:crypto';

/** What is timed, in order: the limit, the whole pipeline, then its stages. */
const NAMES = [
  'limit',
  'whole',
  'decode',
  'sha256',
  'repair',
  'layout',
  'date',
  'quantity',
  'meaning',
  'records',
  'ndjson',
];

/**
 * MB/s of each. Every page is read `rounds` times; what counts is its fastest time, page by page and step by step, so that whatever
 * else the machine does meanwhile falls out.
 */
export function timeStages(stages, pages, rounds) {
  const best = pages.map(() => new Float64Array(NAMES.length).fill(Number.POSITIVE_INFINITY));
  const engine = stages.standardEngine();
  const writer = stages.ndjsonWriter();
  for (let round = 0; round < rounds; round++)
    pages.forEach((bytes, n) => {
      onePage(stages, engine, writer, bytes, best[n]);
    });
  const bytes = pages.reduce((sum, page) => sum + page.length, 0);
  const total = NAMES.map((_, step) => best.reduce((sum, of) => sum + of[step], 0));
  return Object.fromEntries(NAMES.map((name, step) => [name, bytes / 1000 / total[step]]));
}

function onePage(stages, engine, writer, bytes, best) {
  let step = 0;
  let from = performance.now();
  const done = () => {
    const took = performance.now() - from;
    if (took < best[step]) best[step] = took;
    step++;
    from = performance.now();
  };
  let numbers = 0;
  for (const _ of new TextDecoder().decode(bytes).matchAll(/\d+(\.\d+)?/g)) numbers++;
  done();

  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const decoded = stages.decode(bytes, stages.detectEncoding(bytes).encoding).text;
  for (const { records } of stages.extractPieces([decoded], { file: 'page.txt', sha256 })) writer.records(records);
  done();

  const raw = stages.decode(bytes, stages.detectEncoding(bytes).encoding).text;
  done();
  createHash('sha256').update(bytes).digest('hex');
  done();
  const source = stages.repair(raw);
  done();
  const page = stages.layout(source);
  done();
  const date = stages.dateFromText(source.text);
  done();
  const quantities = engine.scan(source.text, { date });
  done();
  const meanings = stages.interpret(page, quantities, { date, rules: engine.meaning });
  done();
  const records = stages.toRecords(page, meanings, { file: 'page.txt', sha256 });
  done();
  writer.records(records);
  done();
  return numbers;
}
