import type { FigureRecord } from '../record/schema.ts';
import type { Column } from './columns.ts';

/** What is known of one input once it is done; the xlsx workbook lists them. */
export interface FileSummary {
  file: string;
  sha256: string;
  encoding: string;
  records: number;
  articles: number;
  warning: string | null;
}

/**
 * Records → the bytes of one format. Calls come in the order `begin`, any of the others, `end`; what they give is written or
 * copied before the next call, which may write over it.
 */
export interface RecordWriter {
  begin(): Output;
  records(records: readonly FigureRecord[]): Output;
  /** The same for records that are NDJSON already, where that can be taken over without reading it. */
  lines?(ndjson: Uint8Array): Output;
  file?(summary: FileSummary): void;
  end(): Output | Promise<Output>;
}

export type Output = string | Uint8Array;

export interface WriterOptions {
  columns: readonly Column[];
  headers: 'en' | 'zh';
  /** For Excel: byte-order mark and CRLF. */
  excel: boolean;
  escapeFormulas: boolean;
  /** Only for `table`: cells of a line, and whether colours are wanted. */
  width: number;
  colour: boolean;
}

export const FORMATS = ['json', 'ndjson', 'csv', 'table', 'xlsx', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** Formats that are only bytes for a file, never for a terminal. */
export const isBinaryFormat = (format: Format): boolean => format === 'xlsx' || format === 'parquet';

/** The format of a file name's ending; null where it tells none. */
export function formatOfName(file: string): Format | null {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'jsonl') return 'ndjson';
  return FORMATS.find((format) => format === ending && format !== 'table') ?? null;
}

/** The writer of a format; loads only what that format needs. */
export async function createWriter(format: Format, options: WriterOptions): Promise<RecordWriter> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonWriter();
    case 'ndjson':
      return (await import('./json.ts')).ndjsonWriter();
    case 'csv':
      return (await import('./csv.ts')).csvWriter(options);
    case 'table':
      return (await import('./table.ts')).tableWriter(options);
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsxWriter(options);
    case 'parquet':
      return (await import('./parquet.ts')).parquetWriter(options);
  }
}
