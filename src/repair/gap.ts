import { Char, CLASS, is, isDigit } from './characters.ts';

/** Labels that a numeral belongs to, whatever number follows: 图2 2011年…, 第3 5亿元…. */
const LABELS = '第图圖表附注';
const LONGEST_BLANK = 2;
/** What a number before a part of a date or time may be at most. */
const MOST: Readonly<Record<string, number>> = { 月: 12, 日: 31, 号: 31, 时: 24, 点: 24, 分: 59, 秒: 59 };

/**
 * Whether the blank `[from, to)` between two digits of a sentence stands inside one numeral: 2 1.6亿元, 1 260人, 6月1 8日. Two figures of a
 * sentence have a word or a mark between them. So one numeral it is where a word or mark stands before the digits (no label: 图2 2011年), what
 * is counted behind them, and the digits together can be a number of that (2012 5月 are a year and a month).
 */
export function isInsideNumeral(units: Uint16Array, from: number, to: number, start: number, end: number): boolean {
  if (to - from > LONGEST_BLANK) return false;
  let first = from;
  while (first > start && isPart(units, first - 1, start, end)) first--;
  let last = to;
  while (last < end && (isPart(units, last, start, end) || isShortGap(units, last, end))) last++;
  if (first === start || last === end) return false;
  return canPrecede(units[first - 1]!) && is(units, last, Char.unit) && isOne(units, first, from, to, last);
}

/** A digit, or a point between digits. */
const isPart = (units: Uint16Array, i: number, start: number, end: number): boolean =>
  isDigit(units[i]!) ||
  (isPoint(units[i]!) && i > start && i + 1 < end && isDigit(units[i - 1]!) && isDigit(units[i + 1]!));

const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0xff0e;

/** One more blank of the same numeral: 12 345 678元. */
const isShortGap = (units: Uint16Array, i: number, end: number): boolean =>
  is(units, i, Char.space) && i + 1 < end && isDigit(units[i + 1]!);

function canPrecede(unit: number): boolean {
  if (LABELS.includes(String.fromCharCode(unit))) return false;
  return (CLASS[unit]! & Char.han) !== 0 || (unit > 0xff && (CLASS[unit]! & (Char.closing | Char.opening)) !== 0);
}

/** Whether the digits on both sides make one number, with the character behind it. */
function isOne(units: Uint16Array, first: number, from: number, to: number, last: number): boolean {
  const digits = (a: number, b: number): string => {
    let text = '';
    for (let i = a; i < b; i++)
      if (isPoint(units[i]!)) text += '.';
      else if (isDigit(units[i]!)) text += String.fromCharCode(0x30 + (units[i]! & 0xf));
    return text;
  };
  const left = digits(first, from);
  if (/^(?:19|20)\d\d$/.test(left)) return false;
  const whole = left + digits(to, last);
  if (!/^\d+(?:\.\d+)?$/.test(whole)) return false;
  const counted = String.fromCharCode(units[last]!);
  if (counted === '年') return /^(?:(?:19|20)\d\d|\d{1,3})$/.test(whole);
  const most = MOST[counted];
  return most === undefined || Number(whole) <= most;
}
