import type { Cell, Column } from './columns.ts';
import { escapeFormula } from './formula.ts';
import type { RecordWriter, WriterOptions } from './writer.ts';

// A bare "\r" too: some readers end a row there.
const NEEDS_QUOTES = /[",\r\n]/;

/** RFC 4180, one row a record. With `excel` a byte-order mark and CRLF. */
export function csvWriter(options: WriterOptions): RecordWriter {
  const { columns, headers, excel, escapeFormulas } = options;
  const end = excel ? '\r\n' : '\n';
  const textOf = (cell: Cell): string => {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell);
    return quoted(escapeFormulas ? escapeFormula(cell) : cell);
  };
  const row = (cells: readonly string[]): string =>
    // one empty cell would be an empty line, which readers skip
    (cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')) + end;
  return {
    begin: () => (excel ? '\ufeff' : '') + row(columns.map((c) => quoted(headingOf(c, headers)))),
    records(records) {
      let out = '';
      for (const record of records) out += row(columns.map((column) => textOf(column.of(record))));
      return out;
    },
    end: () => '',
  };
}

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A column's heading in the language asked for. */
export const headingOf = (column: Column, headers: 'en' | 'zh'): string => (headers === 'zh' ? column.zh : column.name);
