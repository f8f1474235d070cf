import { describe, expect, test } from 'vitest';
import { extractPieces } from '../src/pieces.ts';
import { extractText } from '../src/pipeline.ts';
import { SEED_DATE, seedText } from './seed.ts';

const OPTIONS = { file: 'x', sha256: 'abc', date: SEED_DATE };
const inPieces = (parts: Iterable<string>) => [...extractPieces(parts, OPTIONS)];

describe('a text that is read in pieces', () => {
  const copies = 260;
  const page = `${seedText()}\n\n`;
  const pieces = inPieces([page.repeat(copies)]);
  const found = pieces.flatMap((p) => p.records);
  const one = extractText(page, OPTIONS);

  test('is cut, and gives each page’s records as the page alone does, offsets and lines carried on', () => {
    expect(pieces.length).toBeGreaterThan(3);
    expect(found).toHaveLength(one.length * copies);
    const length = [...page].length;
    const lines = page.split('\n').length - 1;
    found.forEach((record, i) => {
      const nth = Math.floor(i / one.length);
      const { source, ...rest } = record;
      const { source: wanted, ...same } = one[i % one.length]!;
      expect({ ...rest, id: '' }).toEqual({ ...same, id: '' });
      expect(source.start).toBe(wanted.start + nth * length);
      expect(source.line).toBe(wanted.line + nth * lines);
      expect(source.column).toBe(wanted.column);
      expect(source.sentence).toBe(wanted.sentence);
    });
  });

  test('has ids of its own and articles in order', () => {
    expect(new Set(found.map((r) => r.id)).size).toBe(found.length);
    const articles = found.map((r) => r.source.article?.index ?? -1).filter((i) => i >= 0);
    expect(articles).toEqual([...articles].sort((a, b) => a - b));
  });

  test('does not depend on how it was cut for reading', () => {
    const text = page.repeat(copies);
    const parts = Array.from({ length: Math.ceil(text.length / 77_777) }, (_, i) =>
      text.slice(i * 77_777, (i + 1) * 77_777),
    );
    expect(inPieces(parts).flatMap((p) => p.records)).toEqual(found);
  });
});

test('an article, and a paragraph, longer than a window lose and double no figure', () => {
  for (const join of ['\n', '']) {
    const text = Array.from({ length: 90_000 }, (_, i) => `𠮷全市完成投资${i + 1}亿元。`).join(join);
    const values = inPieces([text]).flatMap((p) => p.records.map((r) => r.value));
    expect(values).toHaveLength(90_000);
    expect(values.every((v, i) => v === (i + 1) * 1e8)).toBe(true);
  }
});

test('columns are counted on where a long line is cut', () => {
  const records = inPieces(['𠮷全市完成投资5亿元。'.repeat(120_000)]).flatMap((p) => p.records);
  expect(records.every(({ source }) => source.line === 1 && source.column === source.start + 1)).toBe(true);
});

test('a small text is one piece, as extractText reads it', () =>
  expect(inPieces([seedText()])[0]!.records).toEqual(extractText(seedText(), OPTIONS)));
