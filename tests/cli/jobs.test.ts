import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { overPool } from '../../src/cli/pool.ts';
import type { WorkerSetup } from '../../src/cli/pool-messages.ts';
import type { Input } from '../../src/input/inputs.ts';
import type { Problem } from '../../src/input/problem.ts';
import { seedText } from '../seed.ts';
import { workplace } from './run.ts';

const { run, at, write } = workplace();
mkdirSync(at('pages'));
// Enough bytes that workers are started; every page another.
for (let i = 0; i < 110; i++) writeFileSync(at(`pages/${i}.txt`), `第${i}版\n${seedText()}`);
write('big.txt', `${seedText()}\n\n`.repeat(100));

describe('the output is the same for any number of workers', () => {
  test.each(['csv', 'ndjson', 'json', 'table'])('%s', (format) => {
    const call = (jobs: string) => run(['-j', jobs, '-f', format, 'none.txt', 'pages', 'big.txt', '*.zip']);
    const one = call('1');
    const three = call('3');
    expect(one.code).toBe(1);
    expect(one.out.split('\n').length).toBeGreaterThan(10_000);
    expect(three.out === one.out).toBe(true);
    expect(three.err).toBe(one.err);
  });
});

describe('a worker that dies', () => {
  const script = write(
    'dying.mjs',
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', (m) => {
       if (m.kind !== 'task') return;
       for (const [i, { name }] of m.inputs.entries()) {
         if (name.startsWith('die')) process.exit(1);
         if (name.startsWith('throw')) throw new Error('no memory');
         parentPort.postMessage({ kind: 'event', task: m.task, input: m.first + i, event: { kind: 'done', summary: { file: name } } });
       }
       parentPort.postMessage({ kind: 'end', task: m.task });
     });`,
  );
  const through = async (names: (string | Problem)[], jobs: number) => {
    const inputs = names.map((n): Input | Problem => (typeof n === 'string' ? { name: n, path: n } : n));
    const seen: string[] = [];
    for await (const event of overPool(inputs, {} as WorkerSetup, jobs, pathToFileURL(at(script)))) {
      if (event.kind === 'problem') seen.push(`${event.problem.code} ${event.problem.file}`);
      if (event.kind === 'done') seen.push(event.summary.file);
    }
    return seen;
  };

  test('costs the one file, in its place', async () => {
    const names = Array.from({ length: 60 }, (_, i) => (i % 13 === 5 ? `die${i}` : i === 30 ? 'throw30' : `page${i}`));
    const wanted = names.map((n) => (n.startsWith('page') ? n : `CRASH ${n}`));
    expect(await through(names, 3)).toEqual(wanted);
  });

  test('first, last, only, and among problems', async () => {
    const problem: Problem = { file: 'none', what: '', remedy: null, code: 'ENOENT' };
    expect(await through(['die'], 2)).toEqual(['CRASH die']);
    expect(await through([problem, 'die1', problem, 'a', 'die2', problem], 2)).toEqual([
      'ENOENT none',
      'CRASH die1',
      'ENOENT none',
      'a',
      'CRASH die2',
      'ENOENT none',
    ]);
  });
});
