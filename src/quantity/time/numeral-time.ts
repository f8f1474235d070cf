import { isDigit, isNumeral, KIND, Kind, type Source, stands } from '../chars.ts';
import { TEN } from '../marks.ts';
import { NEAR, Near } from '../near.ts';
import { readClock } from './clock.ts';
import { readDate } from './date.ts';
import { readPlanYears } from './plan.ts';
import type { PartWords, TimeContext, TimeRead } from './types.ts';

/** The date, time of day or five-year plan whose numeral begins at `at`; null where there is none. What stands behind the numeral decides who reads. */
export function readNumeralTime(src: Source, at: number, ctx: TimeContext, parts: PartWords): TimeRead | null {
  const { s } = src;
  let end = at + 1;
  if (isDigit(s[at]!)) while (isDigit(s[end]!)) end++;
  else {
    if (!(KIND[s[at]!]! & (Kind.digit | Kind.tens)) && s[at] !== TEN) return null;
    // 十二五, 二〇一二年, 十一时
    if (isNumeral(s[end]!) || s[end] === LETTER_O)
      return readPlanYears(src, at) ?? readDate(src, at, ctx, parts) ?? readClock(src, at);
  }
  const near = NEAR[s[end]!]!;
  return (near & Near.date ? readDate(src, at, ctx, parts) : null) ?? (near & Near.clock ? readClock(src, at) : null);
}

/** Stands for the nought in 二O一二. */
const LETTER_O = 79;

/** 一月一次: how often, and no January. */
export const isHowOften = (src: Source, at: number): boolean => stands(src, at, '一月一');
