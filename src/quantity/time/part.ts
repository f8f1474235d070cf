import { code, on, type Source } from '../chars.ts';
import { YUE } from '../marks.ts';
import type { TimeValue } from '../types.ts';
import { granularityOfPart, partOfYear } from './calendar.ts';
import { readSmall } from './small.ts';
import type { Part, PartWords } from './types.ts';

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
