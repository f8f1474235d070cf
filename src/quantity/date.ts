import { addMonths, daysIn, edtf, edtfYear, granularityOfPart, nearestYear, partOfYear, type Ymd } from './calendar.ts';
import { code, DIGIT, isDigit, isHan, KIND, Kind, on, type Source, stands } from './chars.ts';
import { skipSpace } from './numeral.ts';
import type { Trie } from './trie.ts';
import type { TimeValue } from './types.ts';

/** What the readers of times know of the text read so far. */
export interface TimeContext {
  /** The document's date. */
  date: Ymd | null;
  /** Year and month last written out, and where: a later 12月3日 takes them. */
  year: number | null;
  month: number | null;
  /** End of the date that they came from; -1 for none. */
  at: number;
  /** That date had a month of its own, so that its year holds for the paragraph and not for its sentence alone. */
  firm: boolean;
}

export interface TimeRead {
  start: number;
  end: number;
  time: TimeValue;
  /** It has a numeral of its own (去年10月, 2011年), so it is a figure. */
  figure: boolean;
  rule: string;
}

const [NIAN, YUE, RI, HAO, DASH, HYPHEN, TILDE, ZHI, DAO, TEN] = [...'年月日号—-~至到十'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** A small whole number, Arabic or Chinese, as months and days are written. */
interface Small {
  value: number;
  end: number;
  length: number;
  arabic: boolean;
}

export function readSmall(src: Source, at: number): Small | null {
  const { s } = src;
  let i = at;
  if (isDigit(s[i]!)) {
    let value = 0;
    while (isDigit(s[i]!) && i - at < 5) value = value * 10 + s[i++]! - 48;
    return i - at < 5 ? { value, end: i, length: i - at, arabic: true } : null;
  }
  let value = 0;
  const kind = KIND[s[i]!]!;
  if (kind & Kind.tens) {
    value = s[i] === code('廿') ? 20 : 30;
    i++;
    if (KIND[s[i]!]! & Kind.digit) value += DIGIT[s[i++]!]!;
    return { value, end: i, length: i - at, arabic: false };
  }
  if (kind & Kind.digit) {
    value = DIGIT[s[i]!]!;
    i++;
    if (s[i] === TEN) {
      value *= 10;
      i++;
      if (KIND[s[i]!]! & Kind.digit) value += DIGIT[s[i++]!]!;
      return { value, end: i, length: i - at, arabic: false };
    }
    // 二0一二, 二O一二: a nought of another script among them
    while (
      (KIND[s[i]!]! & Kind.digit || ((s[i] === 48 || s[i] === 79) && KIND[s[i + 1]!]! & Kind.digit)) &&
      i - at < 5
    ) {
      value = value * 10 + (KIND[s[i]!]! & Kind.digit ? DIGIT[s[i]!]! : 0);
      i++;
    }
    return { value, end: i, length: i - at, arabic: false };
  }
  if (s[i] === TEN) {
    value = 10;
    i++;
    if (KIND[s[i]!]! & Kind.digit) value += DIGIT[s[i++]!]!;
    return { value, end: i, length: i - at, arabic: false };
  }
  return null;
}

/** 至 到 — - ~ between the ends of a span; the end of the connector, or `at`. */
export function readConnector(src: Source, at: number): number {
  const { s } = src;
  let i = skipSpace(src, at);
  const c = s[i]!;
  if (c === DASH || c === TILDE) {
    while (s[i] === DASH || s[i] === TILDE) i++;
    return i - at > 4 ? at : skipSpace(src, i);
  }
  if (c === HYPHEN) {
    while (s[i] === HYPHEN) i++;
    return i - at > 3 ? at : skipSpace(src, i);
  }
  if (c === ZHI || c === DAO) return skipSpace(src, i + 1);
  return at;
}

const MIN_YEAR = 1000;
const MAX_YEAR = 2999;

/** Whether the small number before 年 is a year of the calendar, and which. */
function yearOf(src: Source, at: number, n: Small): number | null {
  const after = n.end + 1;
  if (n.length === 4 && n.value >= MIN_YEAR && n.value <= MAX_YEAR) {
    // 2000年历史, 1500年前: a length of time
    if (n.value % 100 === 0 || n.value > 2100)
      if (stands(src, after, '历史') || stands(src, after, '的历史') || on(src, after, '前来多') || n.value > 2100)
        return null;
    return n.value;
  }
  if (n.length === 2) {
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

/** 两三年, 七八年 are spans of time, 九八年 is 1998. */
const isRising = (src: Source, at: number): boolean => {
  const [a, b] = [DIGIT[src.s[at]!]!, DIGIT[src.s[at + 1]!]!];
  return b === a + 1 || (a === 3 && b === 5);
};

interface Part {
  year: number | null;
  month: number | null;
  day: number | null;
  /** EDTF where it is more than a date: a half, a quarter, a decade. */
  edtf: string | null;
  granularity: TimeValue['granularity'];
  end: number;
  inferred: boolean;
  figure: boolean;
}

/** Reads a date whose first character is a numeral at `at`; null where there is none. */
export function readDate(src: Source, at: number, ctx: TimeContext, parts: PartWords): TimeRead | null {
  const { s } = src;
  const iso = readNumericDate(src, at);
  if (iso) return finish(src, at, iso, ctx, 'date/numeric');
  const n = readSmall(src, at);
  if (!n) return null;
  const mark = skipSpace(src, n.end);
  const c = s[mark]!;
  if (c === NIAN) {
    if (stands(src, at - 2, '民国') && n.value < 200)
      return readFromYear(src, at - 2, mark + 1, n.value + 1911, false, true, ctx, parts);
    const year = yearOf(src, at, n);
    if (year !== null) return readFromYear(src, at, mark + 1, year, false, true, ctx, parts);
    if (s[mark + 1] === code('代')) return readDecade(src, at, mark + 2, n, null);
    return null;
  }
  if (c === YUE && n.value >= 1 && n.value <= 12 && n.length <= 2) return readFromMonth(src, at, n, mark, null, ctx);
  if (c === RI) return readDay(src, at, n, mark, ctx);
  if (c === code('世') && s[mark + 1] === code('纪') && n.value >= 1 && n.value <= 30)
    return readCentury(src, at, mark + 2, n.value);
  const list = readListedYear(src, at, n);
  if (list) return list;
  // 2011—2015年, 1—11月, 8—10日, 2018至19年度
  const connector = readConnector(src, n.end);
  if (connector > n.end) {
    const b = readSmall(src, connector);
    if (!b) return null;
    const unit = skipSpace(src, b.end);
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

/** 2010、2011年: the first of two years that share one 年. */
function readListedYear(src: Source, at: number, n: Small): TimeRead | null {
  if (!n.arabic || n.length !== 4 || !on(src, n.end, '、和与')) return null;
  const b = readSmall(src, n.end + 1);
  if (!b?.arabic || b.length !== 4 || src.s[b.end] !== NIAN || b.value <= n.value) return null;
  const year = yearOf(src, at, n);
  if (year === null) return null;
  const time = { edtf: edtfYear(year), granularity: 'year', inferred: false } as const;
  return { start: at, end: n.end, time, figure: true, rule: 'date/year' };
}

const span = (start: number, end: number, value: string | null, inferred: boolean, rule: string): TimeRead => ({
  start,
  end,
  time: { edtf: value, granularity: 'span', inferred },
  figure: true,
  rule,
});

function note(ctx: TimeContext, year: number | null, month: number | null, at: number, firm: boolean): void {
  if (year === null) return;
  ctx.year = year;
  ctx.month = month;
  ctx.at = at;
  ctx.firm = firm;
}

/** Year and whether it was worked out, for a month (and day) that has none of its own. */
function yearFor(ctx: TimeContext, month: number, day: number | null): { year: number | null; inferred: boolean } {
  if (ctx.year !== null) return { year: ctx.year, inferred: true };
  if (ctx.date) return { year: nearestYear(ctx.date, month, day), inferred: true };
  return { year: null, inferred: false };
}

function daySpan(at: number, end: number, first: number, last: number, ctx: TimeContext): TimeRead | null {
  const m = monthFor(ctx, last);
  if (!m) return span(at, end, null, false, 'date/days');
  return span(at, end, `${edtf(m.year, m.month, first)}/${edtf(m.year, m.month, last)}`, true, 'date/days');
}

/** The month that a bare day (16日) lies in: the last one written, else the document's, else the one before it. */
function monthFor(ctx: TimeContext, day: number): { year: number | null; month: number } | null {
  if (ctx.month !== null) return { year: ctx.year, month: ctx.month };
  if (!ctx.date || ctx.date.month === null) return null;
  if (ctx.date.day !== null && day > ctx.date.day + 15) return addMonths(ctx.date, -1);
  return { year: ctx.date.year, month: ctx.date.month };
}

function readDay(src: Source, at: number, n: Small, mark: number, ctx: TimeContext): TimeRead | null {
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

/** 2012-02-01, 2012.2.1, 2012/2/1; the same mark twice. */
function readNumericDate(src: Source, at: number): Part | null {
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

/** Words for parts of a year (上半年, 一季度, 年底) and what they mean. */
export interface PartWords {
  trie: Trie;
  list: string[];
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
  note(ctx, year, null, end, false);
  return { start, end, time: { edtf: value, granularity, inferred }, figure, rule: 'date/year' };
}

const isMonthAhead = (src: Source, at: number): boolean => {
  const n = readSmall(src, at);
  return n !== null && src.s[n.end] === YUE;
};

const isNumeralOrPart = (src: Source, at: number): boolean => isDigit(src.s[at]!) || on(src, at, '上下一二三四第前全');

/** 上半年, 第一季度, 前三季度, 前8个月, 年底 behind a year or by themselves. */
export function readPart(src: Source, at: number, year: number | null, parts: PartWords): Part | null {
  const { s } = src;
  let i = at;
  if (s[i] === code('第')) i++;
  const made = (value: string, granularity: TimeValue['granularity'], end: number): Part => ({
    year,
    month: null,
    day: null,
    edtf: value,
    granularity,
    end,
    inferred: false,
    figure: false,
  });
  const end = parts.trie.match(s, i, src.n);
  if (end > i) {
    const part = parts.list[parts.trie.id]!;
    return made(partOfYear(year, part), granularityOfPart(part), end);
  }
  // 第3季度, 第3季, 前8个月, 前8月, 头两个月
  const first = on(src, at, '前头') ? at + 1 : i;
  const n = readSmall(src, first);
  if (!n) return null;
  if (first > at && on(src, at, '前头')) {
    let j = n.end;
    if (s[j] === code('个')) j++;
    if (s[j] === YUE && n.value >= 1 && n.value <= 12) return made(partOfYear(year, `m1-${n.value}`), 'span', j + 1);
    if (s[j] === code('季') && s[j + 1] === code('度') && n.value >= 2 && n.value <= 4)
      return made(partOfYear(year, `m1-${n.value * 3}`), 'span', j + 2);
    return null;
  }
  if (
    s[n.end] === code('季') &&
    n.value >= 1 &&
    n.value <= 4 &&
    n.length === 1 &&
    (i > at || s[n.end + 1] === code('度'))
  )
    return made(partOfYear(year, `q${n.value}`), 'quarter', s[n.end + 1] === code('度') ? n.end + 2 : n.end + 1);
  return null;
}

type Base = { year: number | null; inferred: boolean } | null;

/** A month at `n`, whose 月 stands at `mark`: 2月, 2月1日, 2月1日至3日, 9月26日—10月3日, 3月底, 1月至11月. */
function readFromMonth(
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
        if (last && last.edtf > first) {
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
    const b = readSmall(src, connector);
    if (b && s[b.end] === YUE && b.value > month && b.value <= 12) {
      return readMonths(src, start, month, b.value, b.end + 1, base, ctx);
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

/** 20时, 20时30分 behind a day; the end, or `at`. */
function skipClock(src: Source, at: number): number {
  const h = readSmall(src, at);
  if (!h || h.value > 24 || !on(src, h.end, '时')) return at;
  const m = readSmall(src, h.end + 1);
  return m && on(src, m.end, '分') ? m.end + 1 : h.end + 1;
}

const isDayAhead = (src: Source, at: number): boolean => {
  const d = readSmall(src, at);
  return d !== null && (src.s[d.end] === RI || src.s[d.end] === HAO);
};

/** The end of a span of days: 28日, 10月3日, 2013年1月2日. */
function readDayOrDate(
  src: Source,
  at: number,
  year: number | null,
  month: number,
): { year: number | null; month: number; edtf: string; end: number } | null {
  const { s } = src;
  let y = year;
  let m = month;
  let n = readSmall(src, at);
  if (!n) return null;
  let mark = skipSpace(src, n.end);
  if (s[mark] === NIAN && n.length === 4) {
    y = n.value;
    n = readSmall(src, skipSpace(src, mark + 1));
    if (!n) return null;
    mark = skipSpace(src, n.end);
  }
  if (s[mark] === YUE) {
    if (y !== null && y === year && n.value < month) y++;
    m = n.value;
    n = readSmall(src, skipSpace(src, mark + 1));
    if (!n) return null;
    mark = skipSpace(src, n.end);
  }
  if ((s[mark] !== RI && s[mark] !== HAO) || n.value < 1 || n.value > 31 || m < 1 || m > 12) return null;
  return { year: y, month: m, edtf: edtf(y, m, n.value), end: mark + 1 };
}

function readMonths(
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

/** 20世纪, 20世纪90年代. */
function readCentury(src: Source, at: number, end: number, century: number): TimeRead {
  let i = end;
  if (src.s[i] === code('的')) i++;
  const d = readSmall(src, i);
  if (d && d.value % 10 === 0 && d.value < 100 && stands(src, d.end, '年代'))
    return {
      start: at,
      end: d.end + 2,
      time: { edtf: `${edtfYear((century - 1) * 100 + d.value).slice(0, 3)}X`, granularity: 'decade', inferred: false },
      figure: true,
      rule: 'date/decade',
    };
  return {
    start: at,
    end,
    time: { edtf: `${String(century - 1).padStart(2, '0')}XX`, granularity: 'century', inferred: false },
    figure: true,
    rule: 'date/century',
  };
}

/** 90年代, 八十年代 (of the last century, where none is said), 1990年代. */
export function readDecade(
  src: Source,
  at: number,
  end: number,
  n: { value: number; length: number },
  century: number | null,
): TimeRead | null {
  if (n.value % 10 !== 0) return null;
  let year: number;
  if (n.value >= 1000 && n.value < 2100) year = n.value;
  else if (n.value < 100)
    year = century !== null ? (century - 1) * 100 + n.value : n.value >= 30 ? 1900 + n.value : 2000 + n.value;
  else return null;
  let stop = end;
  if (on(src, end, '初末') && !on(src, end + 1, '步')) stop++;
  return {
    start: at,
    end: stop,
    time: { edtf: `${String(year).slice(0, 3)}X`, granularity: 'decade', inferred: n.value < 100 && century === null },
    figure: true,
    rule: 'date/decade',
  };
}
