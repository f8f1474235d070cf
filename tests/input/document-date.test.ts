import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { dateFromFileName, dateFromText, isDate } from '../../src/input/document-date.ts';

const corpus = parse(readFileSync('tests/corpus/input/document-dates.yaml', 'utf8')) as Record<
  'names' | 'texts',
  [string, string][]
>;

describe('from the file’s name', () => {
  test.each(corpus.names)('%s → %s', (name, date) => expect(dateFromFileName(name) ?? '-').toBe(date));
});

describe('from the text', () => {
  test.each(corpus.texts)('%j → %s', (text, date) => expect(dateFromText(text) ?? '-').toBe(date));
});

test('what is found is a date of the calendar, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789年月日-._ \n:时间星期二〇十') }), (text) => {
      for (const date of [dateFromText(text), dateFromFileName(text)])
        if (date !== null) expect(isDate(date)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['2012', true],
  ['2012-02', true],
  ['2012-02-29', true],
  ['2011-02-29', false],
  ['2012-13', false],
  ['12-02-02', false],
  ['2012-2-2', false],
])('%s is a date: %s', (text, is) => expect(isDate(text)).toBe(is));
