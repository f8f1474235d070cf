import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { threadsFor } from '../../src/cli/jobs.ts';
import { overPool } from '../../src/cli/pool.ts';
import type { WorkerSetup } from '../../src/cli/pool-messages.ts';
import type { Input } from '../../src/input/inputs.ts';
import type { Problem } from '../../src/input/problem.ts';
import { COLUMNS } from '../../src/output/columns.ts';
import { encode } from '../input/encoders.ts';
import { seedText } from '../seed.ts';
import { workplace } from './run.ts';

const { run, at, write, shell } = workplace();
mkdirSync(at('pages'));
// Enough bytes that workers are started; every page another.
for (let i = 0; i < 110; i++) writeFileSync(at(`pages/${i}.txt`), `第${i}版\n${seedText()}`);
/** Some windows long; most pages of it hold no figure, which is soon read. */
const plainPages = `${seedText().replace(/\d/g, '')}\n\n`.repeat(11);
const long = `${seedText()}\n\n${plainPages}`.repeat(17);
write('big.txt', long);

test('threads are started by themselves where they pay, and sooner where somebody asks for them', () => {
  expect([0, 15e6, 16e6, 31e6, 32e6, 1e9].map((bytes) => threadsFor(bytes, null, 4))).toEqual([1, 1, 2, 2, 3, 4]);
  expect([0, 2e6, 3e6, 6e6, 1e9].map((bytes) => threadsFor(bytes, 3, 2))).toEqual([1, 1, 2, 3, 3]);
  expect(threadsFor(1e9, 1, 8)).toBe(1);
});

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

  test('long texts, one behind the other, of any encoding, without line ends, with bytes that are no text', () => {
    write('gb.txt', encode(long, 'gb18030'));
    write('line.txt', `${'𠮷全市完成投资，'.repeat(30)}同比增长3%。`.repeat(5000));
    write('bad.txt', Buffer.concat([Buffer.from(long), Buffer.from([0xff, 0xfe, 0x41]), Buffer.from(seedText())]));
    const call = (jobs: string) =>
      run(['-j', jobs, '-f', 'ndjson', '--summary', 'gb.txt', 'line.txt', 'bad.txt', 'pages/1.txt']);
    const one = call('1');
    const three = call('3');
    expect(one.code).toBe(0);
    expect(three.out === one.out).toBe(true);
    const withoutTime = (err: string) => err.replace(/^seconds.*$/m, '');
    expect(withoutTime(three.err)).toBe(withoutTime(one.err));
  });

  test('standard input, from a file and from a pipe', () => {
    const [one, two, three] = ['-j 1 < big.txt', '-j 3 < big.txt', '-j 3 pages/1.txt - big.txt < big.txt'].map(
      (rest) => shell(`$EXTRACT -f csv ${rest} | grep '"-"\\|,-,' | md5sum`).out,
    );
    expect(two).toBe(one);
    expect(three).toBe(one);
    expect(shell("cat big.txt | $EXTRACT -j 3 -f csv pages/1.txt - | grep ',-,' | md5sum").out).toBe(one);
  });
});

describe('a worker that dies', () => {
  // The real one, in which some files and texts are the end of the thread.
  const script = write(
    'dying.cjs',
    `const fs = require('node:fs');
     const { openSync } = fs;
     fs.openSync = (path, ...rest) => {
       if (/die/.test(path)) process.exit(1);
       return openSync(path, ...rest);
     };
     const { toString } = Buffer.prototype;
     Buffer.prototype.toString = function (...args) {
       const text = toString.apply(this, args);
       if (args[0] === 'utf16le' && text.includes('线程到此为止')) process.exit(1);
       if (args[0] === 'utf16le' && text.includes('throw')) throw new Error('no memory');
       return text;
     };
     require(${JSON.stringify(resolve('dist/worker.cjs'))});`,
  );
  const setup: WorkerSetup = {
    settings: { encoding: null, date: null, types: null, rules: [], target: null, countRepairs: false },
    format: 'csv',
    writer: {
      columns: COLUMNS.map((c) => c.name),
      headers: 'en',
      excel: false,
      escapeFormulas: false,
      width: 0,
      colour: false,
    },
  };
  const through = async (names: (string | Problem)[], jobs: number) => {
    const inputs = names.map((n): Input | Problem => (typeof n === 'string' ? { name: n, path: at(n) } : n));
    const seen: string[] = [];
    const options = { script: pathToFileURL(at(script)), mainWorks: false };
    for await (const event of overPool(inputs, setup, jobs, options)) {
      if (event.kind === 'problem') seen.push(`${event.problem.code} ${event.problem.file}`);
      if (event.kind === 'done') seen.push(event.summary.file);
    }
    return seen;
  };

  test('costs the one file, in its place', async () => {
    const names = Array.from({ length: 60 }, (_, i) => (i % 13 === 5 ? `die${i}` : `page${i}`));
    for (const name of names) write(name, seedText());
    const wanted = names.map((n) => (n.startsWith('page') ? n : `CRASH ${n}`));
    expect(await through(names, 3)).toEqual(wanted);
  });

  test('first, last, only, and among problems', async () => {
    const problem: Problem = { file: 'none', what: '', remedy: null, code: 'ENOENT' };
    for (const name of ['die', 'die1', 'a', 'die2', 'throw']) write(name, seedText());
    expect(await through(['die'], 2)).toEqual(['CRASH die']);
    expect(await through(['throw', problem], 2)).toEqual(['CRASH throw', 'ENOENT none']);
    expect(await through([problem, 'die1', problem, 'a', 'die2', problem], 2)).toEqual([
      'ENOENT none',
      'CRASH die1',
      'ENOENT none',
      'a',
      'CRASH die2',
      'ENOENT none',
    ]);
  });

  test('in the middle of a long text', async () => {
    write('a', seedText());
    write('marked.txt', `${long}线程到此为止。${long}`);
    write('long.txt', long);
    expect(await through(['a', 'marked.txt', 'long.txt', 'a'], 3)).toEqual(['a', 'CRASH marked.txt', 'long.txt', 'a']);
  });
});
