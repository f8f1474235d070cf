import { isDigit, on, type Source } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { DASH, HYPHEN } from '../marks.ts';
import { daysIn, edtf } from './calendar.ts';
import { readSmall } from './small.ts';
import { type Part, span, type TimeRead } from './types.ts';

/** 2012-02-01, 2012.2.1, 2012/2/1; the same mark twice. */
export function readNumericDate(src: Source, at: number): Part | null {
  const { s } = src;
  if (!isDigit(s[at]!)) return null;
  let i = at;
  while (isDigit(s[i]!)) i++;
  if (i - at !== 4) return null;
  const mark = s[i]!;
  if (mark !== HYPHEN && mark !== 46 && mark !== 47 && mark !== DASH) return null;
  const year = small(src, at, i);
  if (year < 1600 || year > 2199) return null;
  let j = i + 1;
  while (isDigit(s[j]!)) j++;
  if (j === i + 1 || j - i > 3 || s[j] !== mark) return null;
  const month = small(src, i + 1, j);
  let k = j + 1;
  while (isDigit(s[k]!)) k++;
  if (k === j + 1 || k - j > 3) return null;
  const day = small(src, j + 1, k);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return { year, month, day, edtf: null, granularity: 'day', end: k, inferred: false, figure: true };
}

function small(src: Source, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + src.s[i]! - 48;
  return value;
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
