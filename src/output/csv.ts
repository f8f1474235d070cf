import type { Cell, Column } from './columns.ts';
import { escapeFormula } from './formula.ts';
import type { RecordWriter, WriterOptions } from './writer.ts';

/** What must stand in quotes. A bare "\r" or "\n" too, whatever ends a row: some readers end one there. */
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * RFC 4180, one row a record. With `excel` a byte-order mark and CRLF. A test holds it to what csv-stringify writes, which is not used itself:
 * on one page it takes a tenth of the whole call to load and to warm up.
 */
export function csvWriter(options: WriterOptions): RecordWriter {
  const { columns, headers, excel, escapeFormulas } = options;
  const end = excel ? '\r\n' : '\n';
  const textOf = (cell: Cell): string => {
    if (typeof cell !== 'string') return cell === null ? '' : String(cell);
    return quoted(escapeFormulas ? escapeFormula(cell) : cell);
  };
  return {
    begin: () => (excel ? '\ufeff' : '') + rowOf(columns.map((c) => quoted(headingOf(c, headers)))) + end,
    records(records) {
      let rows = '';
      for (const record of records) rows += rowOf(columns.map((column) => textOf(column.of(record)))) + end;
      return rows;
    },
    end: () => '',
  };
}

/** One empty cell would be an empty line, which readers skip. */
const rowOf = (cells: readonly string[]): string => (cells.length === 1 && cells[0] === '' ? '""' : cells.join(','));

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A column's heading in the language asked for. */
export const headingOf = (column: Column, headers: 'en' | 'zh'): string => (headers === 'zh' ? column.zh : column.name);
