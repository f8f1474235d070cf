import { isDigit, on, type Source } from '../chars.ts';
import { COLON } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import type { Units } from '../unit-table.ts';
import { blank, type Reading } from './types.ts';

/** 2.56:1, 105.07：100, 录取比例为50:1: a ratio. 3:1 is a score, which is none. */
export function readRatio(src: Source, n: Numeral, units: Units): Reading {
  let end = n.end;
  const parts = [n];
  while ((src.s[end] === COLON || on(src, end, '比')) && isDigit(src.s[end + 1]!)) {
    const b = readNumeral(src, end + 1, units.ahead);
    if (!b) break;
    parts.push(b);
    end = b.end;
  }
  const second = parts[1];
  const told = parts.some((p) => p.decimal) || isRatioTold(src, n.start);
  // 10.2∶45.3∶44.5 has no value of its own
  if (!second || parts.length > 2 || second.value === 0 || !told) return end;
  const f = blank(n);
  f.end = end;
  f.value = Number((n.value / second.value).toPrecision(12));
  f.rule = 'number/ratio';
  return f;
}

/** 图1：2011-2015年: a year behind the mark, not the second part of a ratio. */
export function isYearAt(src: Source, at: number): boolean {
  let end = at;
  while (isDigit(src.s[end]!)) end++;
  return end - at === 4 && on(src, end, '年-—~');
}

/** 比例为, 之比, 比为 shortly before. */
export function isRatioTold(src: Source, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) if (on(src, i, '比') && !on(src, i + 1, '分赛')) return true;
  return false;
}
