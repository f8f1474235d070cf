import type { FigureRecord } from '../record/schema.ts';

/** A text format: records in, text out, a file of records at a time. */
export interface TextFormat {
  /** What stands before the first record. */
  begin(): string;
  records(records: readonly FigureRecord[]): string;
  /** What stands behind the last. */
  end(): string;
}

export const FORMATS = ['csv', 'json', 'ndjson', 'table'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface FormatOptions {
  /** Set text that a spreadsheet would run behind an apostrophe (csv). */
  escapeFormulas: boolean;
  /** Cells of the terminal (table). */
  width: number;
  /** Colours, 0 for none (table): chalk's level. */
  color: 0 | 1 | 2 | 3;
}

/** Loads one format; each is a part of its own, so that a run pays for the one it uses. */
export async function loadFormat(name: FormatName, options: FormatOptions): Promise<TextFormat> {
  if (name === 'csv') return (await import('./csv.ts')).csv(options);
  if (name === 'table') return (await import('./table.ts')).table(options);
  return (await import('./json.ts'))[name]();
}

/** The format that a file name's ending asks for, null where it asks for none. */
export function formatOfEnding(file: string): FormatName | null {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === 'jsonl') return 'ndjson';
  if (ending === 'txt') return 'table';
  return FORMATS.find((f) => f === ending) ?? null;
}
