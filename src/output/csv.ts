import { stringify } from 'csv-stringify/sync';
import type { Cell, Column } from './columns.ts';
import { escapeFormula } from './formula.ts';
import type { RecordWriter, WriterOptions } from './writer.ts';

/** RFC 4180, one row a record. With `excel` a byte-order mark and CRLF. */
export function csvWriter(options: WriterOptions): RecordWriter {
  const { columns, headers, excel, escapeFormulas } = options;
  const format = {
    record_delimiter: excel ? '\r\n' : '\n',
    // Under CRLF a bare "\n" in a cell would stay unquoted, and split the row on reading.
    quoted_match: /[\r\n]/,
    // one empty cell would be an empty line, which readers skip
    quoted_empty: columns.length === 1,
    cast: { number: (value: number) => String(value) },
  };
  const textOf = (cell: Cell) => (typeof cell === 'string' && escapeFormulas ? escapeFormula(cell) : cell);
  return {
    begin: () => (excel ? '\ufeff' : '') + stringify([columns.map((c) => headingOf(c, headers))], format),
    records: (records) =>
      stringify(
        records.map((record) => columns.map((column) => textOf(column.of(record)))),
        format,
      ),
    end: () => '',
  };
}

/** A column's heading in the language asked for. */
export const headingOf = (column: Column, headers: 'en' | 'zh'): string => (headers === 'zh' ? column.zh : column.name);
