import { isDigit, isLatin, on, type Source, stands } from '../chars.ts';
import { DASH, HYPHEN, SLASH } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import { edtfYear, partOfYear } from './calendar.ts';
import { readSmall, type Small } from './small.ts';
import type { PartWords, TimeContext, TimeRead } from './types.ts';
import { readFromYear } from './year.ts';

/** 公元前221年, 公元618年, 民国38年, 光绪二十六年: a year by the count of its era. `end` is behind 年. */
export function readEra(
  src: Source,
  at: number,
  value: number,
  end: number,
  ctx: TimeContext,
  parts: PartWords,
): TimeRead | null {
  if (on(src, at - 1, '前') && on(src, at - 2, '元') && on(src, at - 3, '公西')) {
    const time = { edtf: edtfYear(1 - value), granularity: 'year', inferred: false } as const;
    return { start: at - 3, end, time, figure: true, rule: 'date/era' };
  }
  for (const [word, before] of parts.eras) {
    const start = (on(src, at - 1, ' ') ? at - 1 : at) - word.length; // 民國 104年
    if (start < 0 || !stands(src, start, word) || (before > 0 && value > 200)) continue;
    return readFromYear(src, start, end, before + value, false, true, ctx, parts);
  }
  return null;
}

/** 民国一百一十三年: a year of three figures. */
export function readLongEra(src: Source, at: number, ctx: TimeContext, parts: PartWords): TimeRead | null {
  const n = readNumeral(src, at, () => false);
  return n && n.high === null && n.vague === null && on(src, n.end, '年')
    ? readEra(src, at, n.value, n.end + 1, ctx, parts)
    : null;
}

/** A year counted out: 两千零五年, 两千年八月; 两千年历史 is a length of time. */
export function readCountedYear(src: Source, at: number, ctx: TimeContext, parts: PartWords): TimeRead | null {
  const n = readNumeral(src, at, () => false);
  if (!n || n.high !== null || n.vague !== null || !on(src, n.end, '年')) return null;
  if (n.value < 1900 || n.value > 2099 || on(src, n.end + 1, '前后以历来多')) return null;
  const month = readSmall(src, n.end + 1);
  if (n.value % 100 === 0 && !(month && on(src, month.end, '月'))) return null;
  return readFromYear(src, at, n.end + 1, n.value, false, true, ctx, parts);
}

const [Q, H] = [81, 72];

/** 2023财年, 2023/24年度, 2024Q1, 2023H1, 1Q24: the years and quarters of accounts and harvests. */
export function readReportYear(src: Source, at: number, n: Small): TimeRead | null {
  const { s } = src;
  if (!n.arabic) return null;
  const mark = s[n.end]!;
  if (n.length === 4 && n.value > 1900 && n.value < 2100) {
    if (stands(src, n.end, '财年') || stands(src, n.end, '财政年度'))
      return made(at, n.end + (on(src, n.end + 1, '年') ? 2 : 4), edtfYear(n.value), 'year');
    if ((mark === Q || mark === H) && isDigit(s[n.end + 1]!) && !isDigit(s[n.end + 2]!) && !isLatin(s[n.end + 2]!))
      return inYear(at, n.end + 2, n.value, mark, s[n.end + 1]! - 48);
    if (mark !== SLASH && mark !== HYPHEN && mark !== DASH) return null;
    // 2023/24年度, 2023-2024学年
    let end = n.end + 1;
    let last = 0;
    while (isDigit(s[end]!)) last = last * 10 + s[end++]! - 48;
    const length = end - n.end - 1;
    const word = ['年度', '财年', '学年', '榨季', '赛季', '雪季'].find((w) => stands(src, end, w));
    if (!word || last % 100 !== (n.value + 1) % 100 || (length !== 2 && length !== 4)) return null;
    return made(at, end + word.length, `${edtfYear(n.value)}/${edtfYear(n.value + 1)}`, 'span');
  }
  if (n.length === 1 && (mark === Q || mark === H) && isDigit(s[n.end + 1]!) && isDigit(s[n.end + 2]!)) {
    let end = n.end + 1;
    let year = 0;
    while (isDigit(s[end]!)) year = year * 10 + s[end++]! - 48;
    const length = end - n.end - 1;
    if (isLatin(s[end]!) || (length !== 2 && length !== 4)) return null;
    return inYear(at, end, length === 2 ? 2000 + year : year, mark, n.value);
  }
  return null;
}

function inYear(at: number, end: number, year: number, mark: number, k: number): TimeRead | null {
  if (k < 1 || k > (mark === Q ? 4 : 2) || year < 1900 || year > 2100) return null;
  return made(at, end, partOfYear(year, mark === Q ? `q${k}` : `h${k}`), mark === Q ? 'quarter' : 'half');
}

const made = (
  start: number,
  end: number,
  value: string,
  granularity: 'year' | 'quarter' | 'half' | 'span',
): TimeRead => ({
  start,
  end,
  time: { edtf: value, granularity, inferred: false },
  figure: true,
  rule: 'date/report',
});
