import { code, DIGIT, isDigit, on, type Source, skipSpace, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { LIANG, NIAN, TEN, YUE } from '../marks.ts';
import type { TimeValue } from '../types.ts';
import { edtfYear } from './calendar.ts';
import { note } from './context.ts';
import { readFromMonth, readMonths } from './month.ts';
import { readPart } from './part.ts';
import { readSmall, type Small } from './small.ts';
import { type PartWords, span, type TimeContext, type TimeRead } from './types.ts';

const MIN_YEAR = 1000;
/** The year before 民国元年. */
const REPUBLIC = 1911;

const MAX_YEAR = 2999;

/** Whether the small number before 年 is a year of the calendar, and which. */
export function yearOf(src: Source, at: number, n: Small): number | null {
  const after = n.end + 1;
  if (n.length === 4 && n.value >= MIN_YEAR && n.value <= MAX_YEAR) {
    // 2000年历史, 1500年前: a length of time
    if (n.value % 100 === 0 || n.value > 2100)
      if (stands(src, after, '历史') || stands(src, after, '的历史') || on(src, after, '前来多') || n.value > 2100)
        return null;
    return n.value;
  }
  if (n.length === 3 && n.arabic && n.value > 99 && n.value < 140 && isRepublican(src, at, after))
    return REPUBLIC + n.value;
  // 三六七年一月: the digits of an early year, where a month follows; 104年3月 is of the Republic's count
  if (n.length === 3 && (!n.arabic ? n.value >= 200 : n.value >= 80 && n.value <= 150)) {
    const month = readSmall(src, after);
    const dated = month && src.s[month.end] === YUE && month.value >= 1 && month.value <= 12;
    return dated ? (n.arabic ? REPUBLIC : 0) + n.value : null;
  }
  if (n.length === 2 && src.s[at + 1] !== LIANG) {
    const full = n.value < 50 ? 2000 + n.value : 1900 + n.value;
    const hasMonth = readSmall(src, skipSpace(src, after));
    if (hasMonth && src.s[skipSpace(src, hasMonth.end)] === YUE && hasMonth.value >= 1 && hasMonth.value <= 12)
      return full;
    if (
      n.arabic
        ? src.s[at] === 48
        : DIGIT[src.s[at]!] === 0 || (n.value > 20 && n.value % 11 !== 0 && src.s[at + 1] !== TEN && !isRising(src, at))
    )
      return src.s[at] === TEN ? null : full;
    return null;
  }
  return null;
}

/** 103年全年, 較102年成長: of 民國, in a text that counts its years so. */
const isRepublican = (src: Source, at: number, after: number): boolean =>
  (on(src, at - 1, '较比') || on(src, after, '全度底末第上下') || stands(src, after, '来台')) &&
  src.text.includes('民國');

/** 两三年, 七八年 are spans of time, 九八年 is 1998. */
const isRising = (src: Source, at: number): boolean => {
  const [a, b] = [DIGIT[src.s[at]!]!, DIGIT[src.s[at + 1]!]!];
  return b === a + 1 || (a === 3 && b === 5);
};

/** 2010、2011年: the first of two years that share one 年. */
export function readListedYear(src: Source, at: number, n: Small): TimeRead | null {
  if (!n.arabic || n.length !== 4 || !on(src, n.end, '、和与')) return null;
  const b = readSmall(src, n.end + 1);
  if (!b?.arabic || b.length !== 4 || src.s[b.end] !== NIAN || b.value <= n.value) return null;
  const year = yearOf(src, at, n);
  if (year === null) return null;
  const time = { edtf: edtfYear(year), granularity: 'year', inferred: false } as const;
  return { start: at, end: n.end, time, figure: true, rule: 'date/year' };
}

/** What follows a year: 10月, 2月1日, 上半年, 一季度, 底, 1—5月, 至2015年. `at` is behind the year. */
export function readFromYear(
  src: Source,
  start: number,
  at: number,
  year: number | null,
  inferred: boolean,
  figure: boolean,
  ctx: TimeContext,
  parts: PartWords,
): TimeRead {
  const { s } = src;
  let i = skipSpace(src, at);
  if (s[i] === code('的') && isNumeralOrPart(src, i + 1)) i++;
  const n = readSmall(src, i);
  if (n) {
    const mark = skipSpace(src, n.end);
    if (s[mark] === YUE && n.value >= 1 && n.value <= 12 && n.length <= 2 && !on(src, mark + 1, '龄')) {
      const read = readFromMonth(src, start, n, mark, { year, inferred }, ctx);
      if (read) return read;
    }
    const connector = readConnector(src, n.end);
    if (connector > n.end) {
      const b = readSmall(src, connector);
      if (b && s[skipSpace(src, b.end)] === YUE && b.value > n.value && b.value <= 12)
        return readMonths(src, start, n.value, b.value, skipSpace(src, b.end) + 1, { year, inferred }, ctx);
    }
  }
  const part = readPart(src, i, year, parts);
  if (part) {
    note(ctx, year, null, part.end, false);
    return {
      start,
      end: part.end,
      time: { edtf: year === null ? null : part.edtf, granularity: part.granularity, inferred },
      figure,
      rule: 'date/part',
    };
  }
  // 2013年至2015年, 2011年—2015年
  let end = at;
  const connector = readConnector(src, at);
  if (connector > at && year !== null) {
    const b = readSmall(src, connector);
    if (b && s[skipSpace(src, b.end)] === NIAN) {
      const last = yearOf(src, connector, b);
      if (last !== null && last > year && !isMonthAhead(src, skipSpace(src, b.end) + 1)) {
        return span(start, skipSpace(src, b.end) + 1, `${edtfYear(year)}/${edtfYear(last)}`, inferred, 'date/years');
      }
    }
  }
  const c = s[at]!;
  const value = year === null ? null : edtfYear(year);
  const granularity: TimeValue['granularity'] = 'year';
  if (c === code('底') || c === code('末') || (c === code('初') && !on(src, at + 1, '步中级次'))) {
    end = at + 1;
  } else if (c === code('度') && !on(src, at + 1, '假')) end = at + 1;
  // 由2014年的31.8%下降到5.7%，年内…: what is compared with is no year that the text goes on in
  if (!on(src, end, '的') || !on(src, start - 1, '由从自比较为是')) note(ctx, year, null, end, false);
  return { start, end, time: { edtf: value, granularity, inferred }, figure, rule: 'date/year' };
}

const isMonthAhead = (src: Source, at: number): boolean => {
  const n = readSmall(src, at);
  return n !== null && src.s[n.end] === YUE;
};

const isNumeralOrPart = (src: Source, at: number): boolean => isDigit(src.s[at]!) || on(src, at, '上下一二三四第前全');
