import { stringify } from 'csv-stringify/sync';
import type { Cell, Column } from './columns.ts';
import { escapeFormula } from './formula.ts';
import type { RecordWriter, WriterOptions } from './writer.ts';

/** RFC 4180, one row a record. With `excel` a byte-order mark and CRLF. */
export function csvWriter(options: WriterOptions): RecordWriter {
  const { columns, headers, excel, escapeFormulas } = options;
  const lineEnd = excel ? '\r\n' : '\n';
  const format = {
    // Under CRLF a bare "\n" in a cell would stay unquoted, and split the row on reading.
    quoted_match: LINE_END,
    // one empty cell would be an empty line, which readers skip
    quoted_empty: columns.length === 1,
  };
  const write = (rows: (string | null)[][]): string => stringify(rows, format).slice(0, -1);
  const empty = write([[null]]);
  const harmless = escapeFormulas ? escapeFormula : (text: string) => text;

  /** Texts → what is written for them. */
  const writtenOf = (texts: ReadonlySet<string>): ReadonlyMap<string, string> => {
    const written = new Map<string, string>();
    // a row each, so that what is written parts at the line ends
    const plain = [...texts].filter((text) => !LINE_END.test(text));
    const lines = write(plain.map((text) => [harmless(text)])).split('\n');
    for (const [i, text] of plain.entries()) written.set(text, lines[i]!);
    for (const text of texts) if (!written.has(text)) written.set(text, write([[harmless(text)]]));
    return written;
  };

  return {
    begin: () => (excel ? '\ufeff' : '') + write([columns.map((c) => headingOf(c, headers))]) + lineEnd,
    // A cell's text costs csv-stringify much, and most cells of a page are those of the row before (file, title, sentence): each is written once.
    records(records) {
      const rows = records.map((record) => columns.map((column) => column.of(record)));
      const texts = new Set<string>();
      for (const row of rows) for (const cell of row) if (typeof cell === 'string') texts.add(cell);
      const written = writtenOf(texts);
      const cellOf = (cell: Cell): string =>
        cell === null ? empty : typeof cell === 'string' ? written.get(cell)! : String(cell);
      return rows.map((row) => row.map(cellOf).join(',') + lineEnd).join('');
    },
    end: () => '',
  };
}

const LINE_END = /[\r\n]/;

/** A column's heading in the language asked for. */
export const headingOf = (column: Column, headers: 'en' | 'zh'): string => (headers === 'zh' ? column.zh : column.name);
