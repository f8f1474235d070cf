import { isDigit, isHan, isLatin, on, type Source } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { DASH, HYPHEN, MIDDLE_DOT, POINT, SLASH } from '../marks.ts';
import { daysIn, edtf } from './calendar.ts';
import { readSmall } from './small.ts';
import { type Part, span, type TimeRead } from './types.ts';

/** 2012-02-01, 2012.2.1, 2012/2/1, 2012·2·1; the same mark twice. */
export function readNumericDate(src: Source, at: number): Part | null {
  const { s } = src;
  if (!isDigit(s[at]!)) return null;
  let i = at;
  while (isDigit(s[i]!)) i++;
  if (i - at <= 2) return readYearLast(src, at, i);
  if (i - at !== 4) return null;
  const mark = s[i]!;
  if (mark !== HYPHEN && mark !== POINT && mark !== SLASH && mark !== DASH && mark !== MIDDLE_DOT) return null;
  const year = small(src, at, i);
  if (year < 1600 || year > 2199) return null;
  let j = i + 1;
  while (isDigit(s[j]!)) j++;
  const month = small(src, i + 1, j);
  if (j - i === 3 && s[j] !== mark && isYearMonth(src, i, j, year, month))
    return { year, month, day: null, edtf: null, granularity: 'month', end: j, inferred: false, figure: true };
  if (j === i + 1 || j - i > 3 || s[j] !== mark) return null;
  let k = j + 1;
  while (isDigit(s[k]!)) k++;
  if (k === j + 1 || k - j > 3) return null;
  const day = small(src, j + 1, k);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { year, month, day, edtf: null, granularity: 'day', end: k, inferred: false, figure: true };
}

/** 2008/08, 2008-03: a month in two figures. 2008-09年 and 2010-12 may be years, 2008.08 a decimal. */
function isYearMonth(src: Source, mark: number, end: number, year: number, month: number): boolean {
  const { s } = src;
  if (month < 1 || month > 12 || year < 1900 || isHan(s[end]!) || isLatin(s[end]!)) return false;
  if (on(src, end, '.-/—~%') || (mark >= 5 && on(src, mark - 5, '-/.—'))) return false;
  return s[mark] === SLASH || (s[mark] === HYPHEN && s[mark + 1] === 48 && month !== (year + 1) % 100);
}

/**
 * 3/7/2017, 13.5.2015, 08-08-2008: the year last. With slashes the month stands first, as the Americans have it, else the day, unless one of
 * the two can only be a day.
 */
export function readYearLast(src: Source, at: number, end: number): Part | null {
  const { s } = src;
  const mark = s[end]!;
  if (mark !== HYPHEN && mark !== POINT && mark !== SLASH) return null;
  let j = end + 1;
  while (isDigit(s[j]!)) j++;
  if (j === end + 1 || j - end > 3 || s[j] !== mark) return null;
  let k = j + 1;
  while (isDigit(s[k]!)) k++;
  const year = small(src, j + 1, k);
  if (k - j !== 5 || year < 1900 || year > 2199 || s[k] === mark) return null;
  const [a, b] = [small(src, at, end), small(src, end + 1, j)];
  const monthFirst = a > 12 ? false : b > 12 || mark === SLASH;
  const [month, day] = monthFirst ? [a, b] : [b, a];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { year, month, day, edtf: null, granularity: 'day', end: k, inferred: false, figure: true };
}

function small(src: Source, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + src.s[i]! - 48;
  return value;
}

/** 2012.5—2013.6: months, since two such decimals in a row are no span of figures. */
export function readMonthSpan(src: Source, at: number): TimeRead | null {
  const first = readMonth(src, at);
  const connector = first ? readConnector(src, first.end) : at;
  const last = first && connector > first.end ? readMonth(src, connector) : null;
  if (!first || !last || last.edtf <= first.edtf || (isHan(src.s[last.end]!) && !on(src, last.end, '期的任在')))
    return null;
  return span(at, last.end, `${first.edtf}/${last.edtf}`, false, 'date/months');
}

/** 2012.5, 2012.05. */
function readMonth(src: Source, at: number): { edtf: string; end: number } | null {
  const { s } = src;
  let i = at;
  while (isDigit(s[i]!)) i++;
  let j = i + 1;
  while (isDigit(s[j]!)) j++;
  if (i - at !== 4 || s[i] !== POINT || j - i > 3 || j === i + 1 || s[j] === POINT || s[j] === 37) return null;
  const [year, month] = [small(src, at, i), small(src, i + 1, j)];
  return year >= 1900 && year < 2100 && month >= 1 && month <= 12 ? { edtf: edtf(year, month), end: j } : null;
}

/** 2024-05-01至2024-05-31, 2024.5.1-5.5: from the first date to a later one; null where none follows. */
export function readNumericSpan(src: Source, at: number, first: Part): TimeRead | null {
  const connector = readConnector(src, first.end);
  if (connector === first.end) return null;
  const from = edtf(first.year, first.month, first.day);
  const last = readNumericDate(src, connector);
  if (last) {
    const to = edtf(last.year, last.month, last.day);
    return to > from ? span(at, last.end, `${from}/${to}`, false, 'date/days') : null;
  }
  const month = readSmall(src, connector);
  if (!month?.arabic || !on(src, month.end, './') || month.value < 1 || month.value > 12) return null;
  const day = readSmall(src, month.end + 1);
  if (!day?.arabic || day.value < 1 || day.value > daysIn(first.year, month.value)) return null;
  const to = edtf(first.year, month.value, day.value);
  return to > from ? span(at, day.end, `${from}/${to}`, false, 'date/days') : null;
}
