import { isHan, isNumeral, on, type Source, skipSpace, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { HAO, NIAN, RI, YUE } from '../marks.ts';
import { daysIn, edtf } from './calendar.ts';
import { note, yearFor } from './context.ts';
import { isDayAhead, readDayOrDate, skipClock, skipNextYear } from './day.ts';
import { readSmall, type Small } from './small.ts';
import { type Base, span, type TimeContext, type TimeRead } from './types.ts';

/** A month at `n`, whose 月 stands at `mark`: 2月, 2月1日, 2月1日至3日, 9月26日—10月3日, 3月底, 1月至11月. */
export function readFromMonth(
  src: Source,
  start: number,
  n: Small,
  mark: number,
  base: Base,
  ctx: TimeContext,
): TimeRead | null {
  const { s } = src;
  const month = n.value;
  if (on(src, mark + 1, '龄')) return null;
  const i = skipSpace(src, mark + 1);
  const d = readSmall(src, i);
  if (d && d.value >= 1 && d.value <= 31 && d.length <= 3) {
    const dayMark = skipSpace(src, d.end);
    const isDay = s[dayMark] === RI || (s[dayMark] === HAO && !isHan(s[dayMark + 1]!)) || s[dayMark] === HAO;
    if (isDay) {
      const known = base ?? yearFor(ctx, month, d.value);
      if (d.value > daysIn(known.year, month)) return null;
      let end = dayMark + 1;
      const hour = skipClock(src, end);
      const first = edtf(known.year, month, d.value);
      const connector = readConnector(src, hour);
      if (connector > hour) {
        const last = readDayOrDate(src, connector, known.year, month);
        if (last && (last.edtf > first || (known.year === null && last.month < month))) {
          note(ctx, last.year, last.month, last.end, true);
          return span(
            start,
            hour > end ? skipClock(src, last.end) : last.end,
            `${first}/${last.edtf}`,
            known.inferred,
            'date/days',
          );
        }
      }
      note(ctx, known.year, month, end, true);
      if (end > src.n) end = src.n;
      return {
        start,
        end,
        time: { edtf: first, granularity: 'day', inferred: known.inferred },
        figure: true,
        rule: 'date/day',
      };
    }
    if (isBareDay(src, n, d, base)) {
      const known = base ?? yearFor(ctx, month, d.value);
      if (d.value > daysIn(known.year, month)) return null;
      note(ctx, known.year, month, d.end, true);
      const time = { edtf: edtf(known.year, month, d.value), granularity: 'day', inferred: known.inferred } as const;
      return { start, end: d.end, time, figure: true, rule: 'date/day' };
    }
    // 9月26—28日
    const connector = readConnector(src, d.end);
    if (connector > d.end) {
      const b = readSmall(src, connector);
      if (b && b.value > d.value && b.value <= 31 && (s[b.end] === RI || s[b.end] === HAO)) {
        const known = base ?? yearFor(ctx, month, d.value);
        note(ctx, known.year, month, b.end + 1, true);
        return span(
          start,
          b.end + 1,
          `${edtf(known.year, month, d.value)}/${edtf(known.year, month, b.value)}`,
          known.inferred,
          'date/days',
        );
      }
    }
  }
  const known = base ?? yearFor(ctx, month, null);
  // 1月至11月, 2011年3月至2012年5月
  const connector = readConnector(src, mark + 1);
  if (connector > mark + 1) {
    const from = skipNextYear(src, connector);
    const b = readSmall(src, from);
    const later = from > connector || (b !== null && b.value < month); // 12月至1月
    if (b && s[b.end] === YUE && b.value >= 1 && b.value <= 12 && !isDayAhead(src, b.end + 1)) {
      if (b.value > month && !later) return readMonths(src, start, month, b.value, b.end + 1, base, ctx);
      if (later) {
        const last = known.year === null ? null : known.year + 1;
        note(ctx, last, b.value, b.end + 1, true);
        const value = `${edtf(known.year, month)}/${edtf(last, b.value)}`;
        return span(start, b.end + 1, value, known.inferred, 'date/months');
      }
    }
    if (b && b.length === 4 && s[b.end] === NIAN && known.year !== null) {
      const m2 = readSmall(src, b.end + 1);
      if (m2 && s[m2.end] === YUE && m2.value >= 1 && m2.value <= 12 && !isDayAhead(src, m2.end + 1)) {
        note(ctx, b.value, m2.value, m2.end + 1, true);
        return span(
          start,
          m2.end + 1,
          `${edtf(known.year, month)}/${edtf(b.value, m2.value)}`,
          known.inferred,
          'date/months',
        );
      }
    }
  }
  let end = mark + 1;
  if (stands(src, end, '上旬') || stands(src, end, '中旬') || stands(src, end, '下旬')) end += 2;
  else if (on(src, end, '底末') || (on(src, end, '初') && !on(src, end + 1, '一二三四五六七八九十级步'))) end += 1;
  note(ctx, known.year, month, end, true);
  return {
    start,
    end,
    time: { edtf: edtf(known.year, month), granularity: 'month', inferred: known.inferred },
    figure: true,
    rule: 'date/month',
  };
}

/** 一月二十三, 二〇〇四年八月十五: the day says no 日. 八月十五 and 七月十五 without a year are of the lunar calendar. */
function isBareDay(src: Source, month: Small, day: Small, base: Base): boolean {
  if (day.arabic || month.arabic || day.value < 10 || isNumeral(src.s[day.end]!)) return false;
  if (base === null && day.value === 15 && month.value > 6 && month.value < 9) return false;
  return !isHan(src.s[day.end]!) || on(src, day.end, '的晚夜早中上下前后当是在与和及');
}

export function readMonths(
  _src: Source,
  start: number,
  first: number,
  last: number,
  end: number,
  base: Base,
  ctx: TimeContext,
): TimeRead {
  const known = base ?? yearFor(ctx, last, null);
  note(ctx, known.year, null, end, true);
  return span(start, end, `${edtf(known.year, first)}/${edtf(known.year, last)}`, known.inferred, 'date/months');
}
