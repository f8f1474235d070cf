import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { loadCorpus } from '../meaning/scoring.ts';
import { seedText } from '../seed.ts';
import { fuzz } from './check.ts';

// The short form of `npm run fuzz`.
test('mutated inputs: no crash, no hang, records by the contract, CSV that another reader reads back', () => {
  const texts = [seedText(), ...loadCorpus('tests/corpus/meaning').map((row) => row.text)];
  const { csv, records } = fuzz(texts, 2000, 20120202);
  expect(records).toBeGreaterThan(2000);
  const read = execFileSync(
    'python3',
    [
      '-c',
      'import csv,io,json,sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8"), newline="")))))',
    ],
    { input: csv.text, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  // a lone surrogate is no character: UTF-8 has U+FFFD in its place
  const wanted = csv.rows.map((row) => row.map((cell) => Buffer.from(cell).toString()));
  expect(JSON.parse(read)).toEqual(wanted);
});
