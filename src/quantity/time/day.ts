import { on, type Source, skipSpace, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { HAO, NIAN, RI, YUE } from '../marks.ts';
import { edtf } from './calendar.ts';
import { monthFor } from './context.ts';
import { readSmall, type Small } from './small.ts';
import { span, type TimeContext, type TimeRead } from './types.ts';

export function daySpan(at: number, end: number, first: number, last: number, ctx: TimeContext): TimeRead | null {
  const m = monthFor(ctx, last);
  if (!m) return span(at, end, null, false, 'date/days');
  return span(at, end, `${edtf(m.year, m.month, first)}/${edtf(m.year, m.month, last)}`, true, 'date/days');
}

export function readDay(src: Source, at: number, n: Small, mark: number, ctx: TimeContext): TimeRead | null {
  if (!n.arabic || n.value < 1 || n.value > 31 || n.length > 2) return null;
  // 为期3日, 3日内, 5日均线: a length of time, or a name
  if (on(src, mark + 1, '内游均线龄元币圆') || on(src, at - 1, '期续时近隔过达足约多每满')) return null;
  const end = mark + 1;
  const connector = readConnector(src, end);
  if (connector > end) {
    const b = readSmall(src, connector);
    if (b?.arabic && b.value > n.value && b.value <= 31 && src.s[b.end] === RI)
      return daySpan(at, b.end + 1, n.value, b.value, ctx);
  }
  const m = monthFor(ctx, n.value);
  const value = m ? edtf(m.year, m.month, n.value) : null;
  return { start: at, end, time: { edtf: value, granularity: 'day', inferred: true }, figure: true, rule: 'date/day' };
}

/** 20时, 20时30分 behind a day; the end, or `at`. */
export function skipClock(src: Source, at: number): number {
  const h = readSmall(src, at);
  if (!h || h.value > 24 || !on(src, h.end, '时')) return at;
  const m = readSmall(src, h.end + 1);
  return m && on(src, m.end, '分') ? m.end + 1 : h.end + 1;
}

export const isDayAhead = (src: Source, at: number): boolean => {
  const d = readSmall(src, at);
  return d !== null && (src.s[d.end] === RI || src.s[d.end] === HAO);
};

/** The end of a span of days: 28日, 10月3日, 2013年1月2日. */
export function readDayOrDate(
  src: Source,
  at: number,
  year: number | null,
  month: number,
): { year: number | null; month: number; edtf: string; end: number } | null {
  const { s } = src;
  const from = skipNextYear(src, at);
  let y = year !== null && from > at ? year + 1 : year;
  let m = month;
  let n = readSmall(src, from);
  if (!n) return null;
  let mark = skipSpace(src, n.end);
  if (s[mark] === NIAN && n.length === 4) {
    y = n.value;
    n = readSmall(src, skipSpace(src, mark + 1));
    if (!n) return null;
    mark = skipSpace(src, n.end);
  }
  if (s[mark] === YUE) {
    if (y !== null && y === year && n.value < month) y++; // 12月28日至1月3日
    m = n.value;
    n = readSmall(src, skipSpace(src, mark + 1));
    if (!n) return null;
    mark = skipSpace(src, n.end);
  }
  if ((s[mark] !== RI && s[mark] !== HAO) || n.value < 1 || n.value > 31 || m < 1 || m > 12) return null;
  return { year: y, month: m, edtf: edtf(y, m, n.value), end: mark + 1 };
}

/** 11月至次年3月: the end of a span that says that it lies in the year after. */
export const skipNextYear = (src: Source, at: number): number =>
  stands(src, at, '次年') || stands(src, at, '翌年') || stands(src, at, '来年')
    ? at + 2
    : stands(src, at, '第二年')
      ? at + 3
      : at;
