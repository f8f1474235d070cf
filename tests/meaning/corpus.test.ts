import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { extractText } from '../../src/pipeline.ts';
import { type CorpusText, loadCorpus, scoreText } from './scoring.ts';

/** What the engine does not read right yet: file → `figure in its text: field`. A line that becomes right must leave the list. */
const OPEN = parse(readFileSync('tests/meaning/open.yaml', 'utf8')) as Record<string, string[]>;
const texts = loadCorpus('tests/corpus/meaning');
const files = [...new Set(texts.map((t) => t.file))];

/** Names a figure's place so that a reader finds it: the first words of its text, and its offset there. */
const keyOf = (row: CorpusText, d: { start: number; figure: string; field: string }): string =>
  `${row.text.slice(0, 12).replaceAll('\n', ' ')}…${d.start} ${d.figure}: ${d.field}`;

describe('sentences and the records that they must give', () => {
  for (const file of files)
    test(file, () => {
      const wrong = texts
        .filter((t) => t.file === file)
        .flatMap((row) =>
          scoreText(row, extractText(row.text, { date: row.date, types: new Set(['all']) })).disagreements.map((d) => ({
            key: keyOf(row, d),
            d,
          })),
        );
      const open = new Set(OPEN[file] ?? []);
      expect(
        wrong.filter((w) => !open.has(w.key)).map(({ key, d }) => `${key} should be ${d.want}, is ${d.got}`),
      ).toEqual([]);
      const keys = new Set(wrong.map((w) => w.key));
      expect(
        [...open].filter((k) => !keys.has(k)),
        'right now: take these off tests/meaning/open.yaml (node scripts/score-corpus.mjs --write-open)',
      ).toEqual([]);
    });
});
