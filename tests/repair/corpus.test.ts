import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repair } from '../../src/repair/repair.ts';

interface Row {
  kind: string;
  raw: string;
  text?: string;
}

const rows = (file: string): Row[] => parse(readFileSync(`tests/corpus/repair/${file}`, 'utf8'));
const real = (s: string): string => s.replaceAll('⏎', '\n').replaceAll('␌', '\f').replaceAll('␍', '\r');

describe('broken text is mended', () => {
  for (const { kind, raw, text } of rows('breakages.yaml'))
    test(kind, () => expect(repair(real(raw)).text).toBe(real(text!)));
});

describe('what is whole stays apart', () => {
  for (const { kind, raw } of rows('kept-apart.yaml')) test(kind, () => expect(repair(real(raw)).text).toBe(real(raw)));
});

test('an edit says why, and where', () => {
  const mended = repair('总投资\n\n25\n\n亿元，增长３５％。');
  expect(mended.edits().map((e) => [e.reason, mended.raw.slice(e.rawStart, e.rawEnd)])).toEqual([
    ['split-number', '\n\n'],
    ['split-number', '\n\n'],
    ['full-width', '３'],
    ['full-width', '５'],
    ['full-width', '％'],
  ]);
});

test('what cannot be mended is flagged where it stands', () => {
  const { raw, flags } = repair('产值约4.万亿元，股本10,98,2011股。');
  expect(flags.map((f) => raw.slice(f.rawStart, f.rawEnd))).toEqual(['4.', '10,98,2011']);
});
