import type { Source } from '../chars.ts';

/** A numeral as it stands: no unit yet. */
export interface Numeral {
  start: number;
  end: number;
  /** Scale worked in; the lower one of 三四十. */
  value: number;
  /** The upper one of 三四十 and 十七八, else null. */
  high: number | null;
  /** 余 多 几 数 上 stand in it: the value is a lower bound. 来: about. */
  vague: 'moreThan' | 'approx' | null;
  /** What the last scale words multiply by (20万: 1e4, 九百亿: 1e10), 1 for none: a range shares it (10至20万). */
  scale: number;
  /** Without the scale: 20 of 20万. */
  mantissa: number;
  arabic: boolean;
  /** Only digits, read one by one: 二〇一二; Arabic ones count as such too. */
  digits: boolean;
  /** A scale word with nothing before it: 百亿, 千名, 万亩. */
  bare: boolean;
  decimal: boolean;
}

/** Tells whether a unit word that begins with a scale character (千瓦, 兆帕, 百分点) stands at `at`. */
export type UnitAhead = (src: Source, at: number) => boolean;
