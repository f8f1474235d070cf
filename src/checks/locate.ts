import type { Page } from '../layout/types.ts';
import type { FigureRecord } from '../record/schema.ts';

/** A record with its place in the repaired and the raw text, all UTF-16 offsets, and its sentence's index (-1: none). */
export interface Located {
  record: FigureRecord;
  start: number;
  end: number;
  rawStart: number;
  rawEnd: number;
  sentence: number;
}

/** Finds the records of one page again in its texts, in the given order. */
export function locate(page: Page, records: readonly FigureRecord[]): Located[] {
  const { raw, text, map } = page.source;
  const toUtf16 = codePointsToUtf16(raw);
  return records.map((record) => {
    const rawStart = toUtf16(record.source.start);
    const rawEnd = toUtf16(record.source.end);
    const start = map.toRepaired(rawStart);
    const end = text.startsWith(record.text, start)
      ? start + record.text.length
      : Math.max(start, map.toRepaired(Math.max(rawStart, rawEnd - 1)) + 1);
    return { record, start, end, rawStart, rawEnd, sentence: sentenceAt(page, start) };
  });
}

/** Index of the sentence that holds a repaired offset, by binary search; -1 where none does. */
function sentenceAt(page: Page, offset: number): number {
  let lo = 0;
  let hi = page.sentences.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (page.sentences[mid]!.start <= offset) lo = mid + 1;
    else hi = mid;
  }
  const s = page.sentences[lo - 1];
  return s && offset < s.end ? lo - 1 : -1;
}

/** Code point offsets → UTF-16 offsets; the identity for a text without surrogate pairs. */
function codePointsToUtf16(raw: string): (offset: number) => number {
  const pairs: number[] = [];
  let seen = 0;
  for (const m of raw.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(m.index - seen++);
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => {
    let lo = 0;
    let hi = pairs.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (pairs[mid]! < offset) lo = mid + 1;
      else hi = mid;
    }
    return offset + lo;
  };
}
