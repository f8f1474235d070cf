import { Char, CLASS, is, isDigit } from './characters.ts';

/** Labels that a numeral belongs to, whatever number follows: 图2 2011年…, 第3 5亿元…. */
const LABELS = '第图圖表附注';
const LONGEST_BLANK = 2;
/** What a number before a part of a date or time may be at most. */
const MOST: Readonly<Record<string, number>> = { 月: 12, 日: 31, 号: 31, 时: 24, 点: 24, 分: 59, 秒: 59 };

/**
 * Whether the blank `[from, to)` between two digits, or a digit and its point, stands inside one numeral: 2 1.6亿元, 1 260人, 6月1 8日,
 * 0. 4个, 9 .8万吨. Two figures of a sentence have a word or a mark between them. So one numeral it is where a word or mark stands before
 * the digits (no label: 图2 2011年), what is counted behind them, and the digits together can be a number of that (2012 5月 are a year
 * and a month). A year may stand at a line's beginning: 2 012年.
 */
export function isInsideNumeral(units: Uint16Array, from: number, to: number, start: number, end: number): boolean {
  if (to - from > LONGEST_BLANK) return false;
  let first = from;
  while (first > start && (isPart(units[first - 1]!) || isGapBefore(units, first, start))) first--;
  let last = to;
  while (last < end && (isPart(units[last]!) || isGapBehind(units, last, end))) last++;
  let behind = last;
  if (behind < end && is(units, behind, Char.space)) behind++;
  if (behind >= end || !is(units, behind, Char.unit)) return false;
  let before = first;
  while (before > start && is(units, before - 1, Char.space)) before--;
  if (before === start) return units[behind] === YEAR && isOne(units, first, from, to, last, behind);
  if (!canPrecede(units[before - 1]!)) return false;
  // 共5. 3个: a mark before a number may make it the number of an item (；2. 3个)
  if (isPoint(units[from - 1]!) && !is(units, before - 1, Char.han)) return false;
  return isOne(units, first, from, to, last, behind);
}

const YEAR = '年'.charCodeAt(0);

export const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0xff0e;

const isPart = (unit: number): boolean => isDigit(unit) || isPoint(unit);

/** One more blank of the same numeral before `at`: 12 345 678元. */
const isGapBefore = (units: Uint16Array, at: number, start: number): boolean =>
  is(units, at - 1, Char.space) && at - 2 >= start && isPart(units[at - 2]!);

/** One more behind: 1 9 .6%. */
const isGapBehind = (units: Uint16Array, at: number, end: number): boolean =>
  is(units, at, Char.space) && at + 1 < end && isPart(units[at + 1]!);

function canPrecede(unit: number): boolean {
  if (LABELS.includes(String.fromCharCode(unit))) return false;
  return (CLASS[unit]! & Char.han) !== 0 || (unit > 0xff && (CLASS[unit]! & (Char.closing | Char.opening)) !== 0);
}

/** Whether the digits on both sides make one number, with the character behind it. */
function isOne(units: Uint16Array, first: number, from: number, to: number, last: number, behind: number): boolean {
  const left = digits(units, first, from);
  if (/^(?:19|20)\d\d$/.test(left)) return false;
  const whole = left + digits(units, to, last);
  if (!/^\d+(?:\.\d+)?$/.test(whole)) return false;
  const counted = String.fromCharCode(units[behind]!);
  if (counted === '年') return /^(?:(?:19|20)\d\d|\d{1,3})$/.test(whole);
  const most = MOST[counted];
  return most === undefined || Number(whole) <= most;
}

/** The digits and points between two places, half-width. */
function digits(units: Uint16Array, a: number, b: number): string {
  let text = '';
  for (let i = a; i < b; i++)
    if (isPoint(units[i]!)) text += '.';
    else if (isDigit(units[i]!)) text += String.fromCharCode(0x30 + (units[i]! & 0xf));
  return text;
}

/**
 * Whether a line's end cut a numeral in two: 再修2⏎60公里. The digits at the end of `[start, end)` stand behind a word, those that begin
 * `[next, nextEnd)` are counted, and together they can be a number of that.
 */
export function isNumeralCut(units: Uint16Array, start: number, end: number, next: number, nextEnd: number): boolean {
  let first = end;
  while (first > start && (isPart(units[first - 1]!) || isGapBefore(units, first, start))) first--;
  let last = next;
  while (last < nextEnd && (isPart(units[last]!) || isGapBehind(units, last, nextEnd))) last++;
  let behind = last;
  if (behind < nextEnd && is(units, behind, Char.space)) behind++;
  if (behind >= nextEnd || !is(units, behind, Char.unit)) return false;
  let before = first;
  while (before > start && is(units, before - 1, Char.space)) before--;
  if (before === start || !is(units, before - 1, Char.han) || !canPrecede(units[before - 1]!)) return false;
  return isOne(units, first, end, next, last, behind);
}
