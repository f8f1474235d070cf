import { execFileSync } from 'node:child_process';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/output/columns.ts';
import { createWriter, type WriterOptions } from '../../src/output/writer.ts';
import { extractText } from '../../src/pipeline.ts';
import type { FigureRecord } from '../../src/record/schema.ts';
import { SEED_DATE, seedText } from '../seed.ts';

const OPTIONS: WriterOptions = {
  columns: COLUMNS,
  headers: 'en',
  excel: false,
  escapeFormulas: true,
  width: 100,
  colour: false,
};
const written = async (records: FigureRecord[], options: Partial<WriterOptions> = {}): Promise<string> => {
  const writer = await createWriter('csv', { ...OPTIONS, ...options });
  return `${writer.begin()}${writer.records(records)}${await writer.end()}`;
};
const seed = () => extractText(seedText(), { date: SEED_DATE });
const withSubject = (subject: string): FigureRecord => ({ ...extractText('总投资25亿元。')[0]!, subject });

/** Rows as Python's csv module reads them: another reader than our writer's makers'. */
const asPythonReads = (csv: string): string[][] =>
  JSON.parse(
    execFileSync(
      'python3',
      ['-c', 'import csv,io,json,sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.read(), newline="")))))'],
      { input: csv, encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } },
    ),
  );

test('another reader gets back every cell', async () => {
  const records = seed();
  const rows = asPythonReads(await written(records, { escapeFormulas: false }));
  expect(rows[0]).toEqual(COLUMNS.map((c) => c.name));
  expect(rows.slice(1)).toEqual(records.map((r) => COLUMNS.map((c) => String(c.of(r) ?? ''))));
});

describe('cells that would break a row', () => {
  const nasty = ['a,b', 'a"b', 'a\nb', 'a\r\nb', 'a\rb', ' a ', '"', '', '\u202e', '</script>', '𠮷'];
  test.each([false, true])('come back whole (excel: %s)', async (excel) => {
    const rows = asPythonReads(await written(nasty.map(withSubject), { excel, escapeFormulas: false }));
    const at = COLUMNS.findIndex((c) => c.name === 'subject');
    expect(rows.slice(1).map((row) => row[at])).toEqual(nasty);
  });
});

test('any cells are written as csv-stringify writes them', async () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\r\n', ' ', '\t', ';', "'", '=', '元', 'a', '\ufeff') }),
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const rows = fc
    .integer({ min: 1, max: 4 })
    .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1 }));
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (rows, excel) => {
      const columns = rows[0]!.map((_, i) => ({
        ...COLUMNS[0]!,
        of: (row: unknown) => (row as (string | number | null)[])[i]!,
      }));
      const writer = await createWriter('csv', { ...OPTIONS, columns, excel, escapeFormulas: false });
      expect(writer.records(rows as never)).toBe(
        stringify(rows, {
          record_delimiter: excel ? '\r\n' : '\n',
          quoted_match: /[\r\n]/,
          quoted_empty: columns.length === 1,
          cast: { number: (value: number) => String(value) },
        }),
      );
    }),
  );
});

describe('formulas', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\t=1', '\r=1', '\n=1'];
  test('text that a spreadsheet would run is set behind an apostrophe', async () => {
    const rows = asPythonReads(
      await written(formulas.map(withSubject), { columns: COLUMNS.filter((c) => c.name === 'subject') }),
    );
    expect(rows.slice(1).map(([cell]) => cell)).toEqual(formulas.map((f) => `'${f}`));
  });

  test('numbers stay numbers, and --no-escape-formulas leaves text as it is', async () => {
    const fall = extractText('出口下降3.2%。')[0]!;
    expect(fall.value).toBe(-3.2);
    expect(await written([fall], { columns: COLUMNS.filter((c) => c.name === 'value') })).toBe('value\n-3.2\n');
    const [column] = COLUMNS.filter((c) => c.name === 'subject');
    expect(await written([withSubject('=1')], { columns: [column!], escapeFormulas: false })).toBe('subject\n=1\n');
  });
});

test('for Excel: a byte-order mark, CRLF, and no row without its end', async () => {
  const csv = await written(seed(), { excel: true });
  expect(csv.startsWith('\ufeffid,')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(seed().length + 2);
});

test('Chinese headings, chosen columns in the order asked for', async () => {
  const columns = ['value', 'unit', 'type'].map((name) => COLUMNS.find((c) => c.name === name)!);
  expect(await written(extractText('总投资25亿元。'), { columns, headers: 'zh' })).toBe(
    '数值,单位,类型\n2500000000,元,investment\n',
  );
});

test('every column has a Chinese heading of its own', () => {
  expect(new Set(COLUMNS.map((c) => c.zh)).size).toBe(COLUMNS.length);
  for (const { zh } of COLUMNS) expect(zh).toMatch(/\p{Script=Han}/u);
});
