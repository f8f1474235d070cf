/**
 * What the page carries, as JSON. Texts are carried once: the raw text and the places where the repaired one differs;
 * records as rows, so that 50,000 of them stay small and quick to parse.
 */

/** `raw.slice(rawStart, rawEnd)` became `text`. UTF-16 offsets; in order, not overlapping. */
export type Mend = [rawStart: number, rawEnd: number, text: string, reason: string];

export interface PackedArticle {
  kind: 'article' | 'caption';
  title: string | null;
  /** UTF-16 offset into the repaired text. */
  start: number;
}

export interface PackedDocument {
  file: string;
  sha256: string;
  raw: string;
  mends: Mend[];
  articles: PackedArticle[];
  /** start, end, role, article of each paragraph, in the repaired text. */
  paragraphs: [start: number, end: number, role: string, article: number][];
  /** Where sentences start in the repaired text. */
  sentences: number[];
  records: PackedRecord[];
}

/** A record's fields in the order of `COLUMNS`, then its places, then whatever else it has. */
export type PackedRecord = unknown[];

/** The fields that every record has, in the order of the packed row. */
export const COLUMNS = [
  'id',
  'type',
  'text',
  'value',
  'unit',
  'unitCode',
  'subject',
  'metric',
  'item',
  'period',
  'status',
  'modifier',
  'inferred',
  'rule',
] as const;

/** Numbers that follow the fields. start…rawEnd are UTF-16, cpStart and cpEnd the record's own offsets. */
export const PLACES = [
  'start',
  'end',
  'rawStart',
  'rawEnd',
  'sentence',
  'article',
  'line',
  'column',
  'endLine',
  'cpStart',
  'cpEnd',
] as const;

/** A check's finding, its records by index into the document's. */
export interface PackedFinding {
  kind: 'sum' | 'conflict';
  document: number;
  agrees: boolean;
  /** For a sum the total first, then the parts. */
  records: number[];
  difference: number;
}

export interface PageData {
  documents: PackedDocument[];
  findings: PackedFinding[];
}

/** The repaired text that a raw text and its mends make. */
export function mended(raw: string, mends: readonly Mend[]): string {
  const out: string[] = [];
  let at = 0;
  for (const [start, end, text] of mends) {
    out.push(raw.slice(at, start), text);
    at = end;
  }
  out.push(raw.slice(at));
  return out.join('');
}
