import { code, isHan, on, type Source, skipSpace } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { HUNDRED, NIAN, POINT, RI, THOUSAND, YUE } from '../marks.ts';
import { edtf, edtfYear } from './calendar.ts';
import { readCentury, readDecade } from './century.ts';
import { note } from './context.ts';
import { daySpan, readDay } from './day.ts';
import { readFromMonth, readMonths } from './month.ts';
import { readMonthSpan, readNumericDate, readNumericSpan } from './numeric-date.ts';
import { readSmall } from './small.ts';
import { type Part, type PartWords, span, type TimeContext, type TimeRead } from './types.ts';
import { readFromYear, readListedYear, yearOf } from './year.ts';
import { readCountedYear, readEra, readLongEra, readReportYear } from './year-names.ts';

/** Reads a date whose first character is a numeral at `at`; null where there is none. */
export function readDate(src: Source, at: number, ctx: TimeContext, parts: PartWords): TimeRead | null {
  const { s } = src;
  const iso = readNumericDate(src, at);
  if (iso) {
    const day = finish(src, at, iso, ctx, 'date/numeric');
    return readNumericSpan(src, at, iso) ?? day;
  }
  const months = s[at + 4] === POINT ? readMonthSpan(src, at) : null;
  if (months) return months;
  const n = readSmall(src, at);
  if (!n) return null;
  const mark = skipSpace(src, n.end);
  const c = s[mark]!;
  if (c === NIAN) {
    const era = readEra(src, at, n.value, mark + 1, ctx, parts);
    if (era) return era;
    const year = yearOf(src, at, n);
    if (year !== null) return readFromYear(src, at, mark + 1, year, false, true, ctx, parts);
    if (s[mark + 1] === code('代')) return readDecade(src, at, mark + 2, n, null);
    return null;
  }
  if (c === YUE && n.value >= 1 && n.value <= 12 && n.length <= 2) return readFromMonth(src, at, n, mark, null, ctx);
  if (c === HUNDRED && !n.arabic) return readLongEra(src, at, ctx, parts);
  if (c === THOUSAND && !n.arabic) return readCountedYear(src, at, ctx, parts);
  if (c === RI) return readDay(src, at, n, mark, ctx);
  if (c === code('世') && s[mark + 1] === code('纪') && n.value >= 1 && n.value <= 30)
    return readCentury(src, at, mark + 2, n.value);
  const report = readReportYear(src, at, n);
  if (report) return report;
  const list = readListedYear(src, at, n);
  if (list) return list;
  // 2011—2015年, 1—11月, 8—10日, 2018至19年度
  const connector = readConnector(src, n.end);
  if (connector > n.end) {
    const b = readSmall(src, connector);
    if (!b) return null;
    const unit = skipSpace(src, b.end);
    if (n.length === 4 && b.length === 4 && s[unit] !== NIAN && on(src, at - 1, '从自')) {
      // 从2016到2018
      const first = yearOf(src, at, n);
      const last = yearOf(src, connector, b);
      const ends = !isHan(s[b.end]!) || on(src, b.end, '的间，');
      if (first !== null && last !== null && first >= 1900 && last <= 2100 && last > first && ends)
        return span(at, b.end, `${edtfYear(first)}/${edtfYear(last)}`, false, 'date/years');
    }
    if (s[unit] === NIAN && n.length === 4 && (b.length === 4 || b.length === 2)) {
      const first = yearOf(src, at, n);
      const last =
        b.length === 4 ? yearOf(src, connector, b) : first === null ? null : Math.floor(first / 100) * 100 + b.value;
      if (first === null || last === null || last <= first || last - first > 500) return null;
      let end = unit + 1;
      if (s[end] === code('度')) end++;
      return span(at, end, `${edtfYear(first)}/${edtfYear(last)}`, false, 'date/years');
    }
    if (
      s[unit] === YUE &&
      n.length <= 2 &&
      b.length <= 2 &&
      n.value < b.value &&
      n.value >= 1 &&
      b.value <= 12 &&
      !on(src, unit + 1, '龄')
    )
      return readMonths(src, at, n.value, b.value, unit + 1, null, ctx);
    if (s[unit] === RI && n.arabic && b.arabic && n.value < b.value && b.value <= 31 && n.value >= 1 && n.length <= 2)
      return daySpan(at, unit + 1, n.value, b.value, ctx);
  }
  return null;
}

function finish(_src: Source, at: number, p: Part, ctx: TimeContext, rule: string): TimeRead {
  note(ctx, p.year, p.month, p.end, p.month !== null);
  return {
    start: at,
    end: p.end,
    time: { edtf: p.edtf ?? edtf(p.year, p.month, p.day), granularity: p.granularity, inferred: p.inferred },
    figure: p.figure,
    rule,
  };
}
