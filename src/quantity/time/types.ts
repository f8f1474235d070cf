import type { Trie } from '../trie.ts';
import type { TimeValue } from '../types.ts';
import type { Ymd } from './calendar.ts';

/** What the readers of times know of the text read so far. */
export interface TimeContext {
  /** The document's date. */
  date: Ymd | null;
  /** Year and month last written out, and where: a later 12月3日 takes them. */
  year: number | null;
  month: number | null;
  /** End of the date that they came from; -1 for none. */
  at: number;
  /** That date had a month of its own, so that its year holds for the paragraph and not for its sentence alone. */
  firm: boolean;
}

export interface TimeRead {
  start: number;
  end: number;
  time: TimeValue;
  /** It has a numeral of its own (去年10月, 2011年), so it is a figure. */
  figure: boolean;
  rule: string;
}

export interface Part {
  year: number | null;
  month: number | null;
  day: number | null;
  /** EDTF where it is more than a date: a half, a quarter, a decade. */
  edtf: string | null;
  granularity: TimeValue['granularity'];
  end: number;
  inferred: boolean;
  figure: boolean;
}

/** Words for parts of a year (上半年, 一季度, 年底) and what they mean, and the eras that count their own years (民国). */
export interface PartWords {
  trie: Trie;
  list: string[];
  eras: [word: string, before: number][];
}

export type Base = { year: number | null; inferred: boolean } | null;

export const span = (start: number, end: number, value: string | null, inferred: boolean, rule: string): TimeRead => ({
  start,
  end,
  time: { edtf: value, granularity: 'span', inferred },
  figure: true,
  rule,
});

/** A time without a numeral of its own. */
export const bare = (
  start: number,
  end: number,
  value: string | null,
  granularity: TimeValue['granularity'],
  rule: string,
): TimeRead => ({ start, end, time: { edtf: value, granularity, inferred: true }, figure: false, rule });
