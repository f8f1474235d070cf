import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { COLUMNS } from '../../src/output/columns.ts';
import { extractText } from '../../src/pipeline.ts';
import { FigureRecord } from '../../src/record/schema.ts';
import { loadCorpus } from '../meaning/scoring.ts';
import { breakPage, cleanPage, way } from '../repair/breaker.ts';
import { SEED_DATE, seedText } from '../seed.ts';

const ALL = new Set(['all']);
const pages = [
  { text: seedText(), date: SEED_DATE as string | null },
  ...loadCorpus('tests/corpus/meaning').map(({ text, date }) => ({ text, date })),
];
const bare = (s: string): string => s.normalize('NFKC').replace(/\s/g, '');

describe('every record of the seed and the corpus', () => {
  const found = pages.map(({ text, date }) => ({ text, records: extractText(text, { date, types: ALL }) }));

  test('is as the contract says', () => {
    for (const { records } of found)
      for (const r of records) expect(FigureRecord.safeParse(r).error?.issues ?? []).toEqual([]);
  });

  test('stands where it says: the raw span, white space taken out, is its figure', () => {
    for (const { text, records } of found) {
      const points = [...text];
      for (const r of records) expect(bare(points.slice(r.source.start, r.source.end).join(''))).toBe(bare(r.text));
    }
  });

  test('counts lines and columns as an editor does', () => {
    for (const { text, records } of found) {
      const lines = text.split('\n');
      const points = [...text];
      for (const r of records) expect([...lines[r.source.line - 1]!][r.source.column - 1]).toBe(points[r.source.start]);
    }
  });

  test('has an id of its own', () => {
    for (const { records } of found) expect(new Set(records.map((r) => r.id)).size).toBe(records.length);
  });
});

test('the same text gives the same bytes, whatever ran before', () => {
  const once = JSON.stringify(extractText(seedText(), { date: SEED_DATE }));
  extractText('全市新建学校12所。');
  expect(JSON.stringify(extractText(seedText(), { date: SEED_DATE }))).toBe(once);
});

test('no figure of a broken page is another than the clean page has', () => {
  fc.assert(
    fc.property(cleanPage, way, (page, how) => {
      const broken = breakPage(page, how);
      fc.pre(broken !== null && how.kind !== 'wide');
      const figures = (text: string): string[] =>
        extractText(text, { types: ALL }).map((r) => `${r.text} ${r.value ?? ''} ${r.type}`);
      expect(figures(broken!.raw)).toEqual(figures([page.head, ...page.paragraphs].join('\n')));
    }),
    { numRuns: 300, seed: 5 },
  );
});

test('the columns of the flat formats are the leaves of the contract', () => {
  const paths = new Set<string>();
  const walk = (schema: Record<string, unknown>, path: string): void => {
    const options = (schema.anyOf as Record<string, unknown>[] | undefined)?.filter((o) => o.type !== 'null');
    if (options) for (const o of options) walk(o, path);
    else if (schema.type === 'object')
      for (const [k, s] of Object.entries(schema.properties as object)) walk(s, path ? `${path}_${k}` : k);
    else paths.add(path);
  };
  for (const type of z.toJSONSchema(FigureRecord).oneOf as Record<string, unknown>[]) walk(type, '');
  expect(COLUMNS.map((c) => c.name).sort()).toEqual([...paths].sort());
  const [record] = extractText('总投资25亿元的水厂项目开工。');
  expect(Object.fromEntries(COLUMNS.map((c) => [c.name, c.of(record!)]))).toMatchObject({
    type: 'investment',
    value: 2_500_000_000,
    source_line: 1,
    phase: null,
  });
});

test('the seed’s records are as reviewed', () => {
  const rows = extractText(seedText(), { date: SEED_DATE }).map((r) =>
    [
      r.source.line,
      r.text,
      r.type,
      r.value ?? `${r.minValue}..${r.maxValue}`,
      r.unit,
      r.subject,
      r.metric,
      r.item,
      r.period?.edtf,
      r.status,
      r.modifier,
    ]
      .map((v) => v ?? '-')
      .join(' | '),
  );
  const reviewed = readFileSync('fixtures/seed.records.txt', 'utf8')
    .split('\n')
    .filter((l) => l && !l.startsWith('#'))
    .map((l) => l.replace(/\s+#.*$/, ''));
  expect(rows).toEqual(reviewed);
});
