import writeExcel, { type Cell as ExcelCell, type Feature } from 'write-excel-file/node';
import type { Cell, Column } from './columns.ts';
import { headingOf } from './csv.ts';
import type { FileSummary, RecordWriter, WriterOptions } from './writer.ts';

/** Excel's own limits. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_576;

/** A workbook: one sheet of records (a further one where Excel's rows run out) and one of files. Kept in memory until the end. */
export function xlsxWriter(options: WriterOptions): RecordWriter {
  const { columns, headers } = options;
  const rows: ExcelCell[][] = [];
  const files: FileSummary[] = [];
  const heading = columns.map((c) => bold(headingOf(c, headers)));
  return {
    begin: () => '',
    records(records) {
      for (const record of records) rows.push(columns.map((column) => typed(column.of(record))));
      return '';
    },
    file: (summary) => {
      files.push(summary);
    },
    async end() {
      const sheets = [];
      for (let at = 0; at === 0 || at < rows.length; at += MOST_ROWS - 1)
        sheets.push({
          sheet: at === 0 ? RECORDS[headers] : `${RECORDS[headers]} ${sheets.length + 1}`,
          data: [heading, ...rows.slice(at, at + MOST_ROWS - 1)],
          columns: columns.map(({ name }) => ({ width: WIDTHS[name] ?? 12 })),
          stickyRowsCount: 1,
        });
      const fileRows = files.map((f) =>
        [f.file, f.sha256, f.encoding, f.articles, f.records, f.warning].map((cell) => typed(cell)),
      );
      sheets.push({
        sheet: FILES[headers],
        data: [FILE_HEADINGS[headers].map(bold), ...fileRows],
        columns: [40, 20, 10, 10, 10, 40].map((width) => ({ width })),
        stickyRowsCount: 1,
      });
      const filter = filterOf(sheets.map((s) => [s.data[0]!.length, s.data.length] as const));
      return new Uint8Array(await writeExcel(sheets, { features: [filter] } as never).toBuffer());
    },
  };
}

const RECORDS = { en: 'records', zh: '数据' } as const;
const FILES = { en: 'files', zh: '文件' } as const;
const FILE_HEADINGS = {
  en: ['file', 'sha256', 'encoding', 'articles', 'records', 'warning'],
  zh: ['文件', 'SHA256', '编码', '文章数', '数据条数', '提示'],
} as const;
const WIDTHS: Partial<Record<Column['name'], number>> = { subject: 24, metric: 18, item: 18, source_sentence: 80 };

const bold = (value: string): ExcelCell => ({ value, type: String, fontWeight: 'bold' });

// XML 1.0 has no way to write these.
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A cell with its type: text is never taken for a formula or a number. */
function typed(cell: Cell): ExcelCell {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  const text = cell.replace(NOT_IN_XML, '\ufffd');
  return { value: text.length > LONGEST_CELL ? cutAt(text, LONGEST_CELL - 1) + '…' : text, type: String };
}

/** Cut, but not between the halves of a surrogate pair. */
const cutAt = (text: string, length: number) =>
  text.slice(0, text.charCodeAt(length - 1) >> 10 === 0x36 ? length - 1 : length);

/** A filter over each sheet's table; the library has none of its own. */
function filterOf(sizes: readonly (readonly [columns: number, rows: number])[]): Feature<never> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const [columns, rows] = sizes[sheetIndex]!;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${letters(columns)}${rows}"/>`);
          },
        },
      },
    },
  } as Feature<never>;
}

/** 1 → A, 27 → AA. */
function letters(n: number): string {
  let out = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(65 + ((rest - 1) % 26)) + out;
  return out;
}
