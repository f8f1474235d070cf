import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, test } from 'vitest';
import { COLUMNS } from '../../src/output/columns.ts';
import { createWriter, type Format } from '../../src/output/writer.ts';
import { extractText } from '../../src/pipeline.ts';
import type { FigureRecord } from '../../src/record/schema.ts';
import { SEED_DATE, seedText } from '../seed.ts';

const folder = mkdtempSync(join(tmpdir(), 'shumu-books-'));
afterAll(() => rmSync(folder, { recursive: true }));

const OPTIONS = {
  columns: COLUMNS,
  headers: 'en',
  excel: false,
  escapeFormulas: true,
  width: 0,
  colour: false,
} as const;
const records = extractText(seedText(), { date: SEED_DATE });
const SUMMARY = { file: 'seed.txt', sha256: 'x', encoding: 'utf-8', records: 90, articles: 7, warning: null };

async function bytesOf(format: Format, of: FigureRecord[]): Promise<Buffer> {
  const writer = await createWriter(format, OPTIONS);
  const parts = [writer.begin(), writer.records(of)];
  writer.file?.(SUMMARY);
  parts.push(await writer.end());
  return Buffer.concat(parts.map((p) => Buffer.from(p as Uint8Array)));
}

test('Parquet has typed columns that another program reads back', async () => {
  const path = join(folder, 'figures.parquet');
  writeFileSync(path, await bytesOf('parquet', records));
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const types = Object.fromEntries(
    (await rows(`describe select * from '${path}'`)).map((r) => [r.column_name, r.column_type]),
  );
  expect(types).toMatchObject({
    value: 'DOUBLE',
    value_edtf: 'VARCHAR',
    source_line: 'INTEGER',
    subject: 'VARCHAR',
    level: 'DOUBLE',
  });
  const back = await rows(`select * from '${path}'`);
  expect(back).toHaveLength(records.length);
  back.forEach((row, i) => {
    for (const column of COLUMNS) {
      const cell = column.of(records[i]!);
      const isDate = column.name === 'value' && typeof cell === 'string';
      expect(isDate ? row.value_edtf : row[column.name]).toEqual(cell);
    }
  });
});

/** The files in a ZIP archive, by name. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    const [size, nameLength, local] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    files.set(name, (zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
  }
  return files;
}

test('a workbook has typed cells, a frozen and filtered heading, and a sheet of files', async () => {
  const files = unzip(await bytesOf('xlsx', records));
  const sheet = files.get('xl/worksheets/sheet1.xml')!;
  expect(sheet.match(/<row /g)).toHaveLength(records.length + 1);
  expect(sheet).toContain(`<autoFilter ref="A1:AN${records.length + 1}"/>`);
  expect(sheet).toContain('state="frozen"');
  // The 25亿元 of the second record: a number, not text.
  expect(sheet).toMatch(/<c r="D3"><v>2500000000<\/v><\/c>/);
  expect(files.get('xl/worksheets/sheet2.xml')).toContain('<v>90</v>');
});

test('formulas, control characters and very long text do no harm in a workbook', async () => {
  const nasty = ['=1+1', 'a\u0000b\u001b[31m', `${'长'.repeat(32_765)}𠮷𠮷`, '\ud800', '<&>'];
  const files = unzip(
    await bytesOf(
      'xlsx',
      nasty.map((subject) => ({ ...records[0]!, subject })),
    ),
  );
  const strings = files.get('xl/sharedStrings.xml')!;
  expect(files.get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
  expect(strings).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  expect(strings).toContain('&lt;&amp;&gt;');
  const longest = Math.max(...[...strings.matchAll(/<t[^>]*>([^<]*)</g)].map((m) => m[1]!.length));
  expect(longest).toBeLessThanOrEqual(32_767);
  expect(longest).toBeGreaterThan(32_000);
});
