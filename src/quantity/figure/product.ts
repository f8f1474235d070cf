import { isLatin, on, type Source, skipSpace } from '../chars.ts';
import { STAR, TIMES } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit, type Units } from '../unit.ts';
import { aheadOf } from './ahead.ts';
import { blank, dress, type Reading } from './types.ts';

/** 4×100万千瓦 is 4000000 千瓦; 3×5米 are two lengths, read one by one. */
export function readProduct(src: Source, n: Numeral, units: Units): Reading {
  const { s } = src;
  let i = skipSpace(src, n.end);
  const mark = s[i]!;
  const isTimes = mark === TIMES || mark === STAR || ((mark === 120 || mark === 88) && n.arabic && !isLatin(s[i + 1]!));
  if (!isTimes) return null;
  i = skipSpace(src, i + 1);
  const b = readNumeral(src, i, aheadOf(units));
  if (!b || b.high !== null) return null;
  const u = readUnit(src, b.end, units);
  if (u && u.dimension === 'length') {
    const f = blank(n);
    dress(f, { ...u, end: n.end });
    f.rule = 'numeral/dimension';
    return f;
  }
  if (u && u.dimension === 'area' && on(src, b.end, '平')) {
    // 3×5平方米 does not occur; fall through to the product
  }
  const f = blank({ ...n, end: b.end });
  f.value = Number((n.value * b.value).toPrecision(15));
  f.rule = 'numeral/product';
  if (u) dress(f, u);
  return f;
}
