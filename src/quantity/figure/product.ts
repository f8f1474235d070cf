import { isLatin, type Source, skipSpace } from '../chars.ts';
import { STAR, TIMES } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { blank, dress, type Reading } from './types.ts';

/** 4×100万千瓦 is 4000000 千瓦; 3×5米 and 4×2×3米 are lengths, read one by one. */
export function readProduct(src: Source, n: Numeral, units: Units): Reading {
  let end = n.end;
  let value = n.value;
  for (;;) {
    const from = behindTimes(src, end, n.arabic);
    const b = from === end ? null : readNumeral(src, from, units.ahead);
    if (!b || b.high !== null) break;
    end = b.end;
    value *= b.value;
  }
  if (end === n.end) return null;
  const u = readUnit(src, end, units);
  const isLength = u?.dimension === 'length';
  const f = blank(isLength ? n : { ...n, end });
  f.rule = isLength ? 'numeral/dimension' : 'numeral/product';
  if (!isLength) f.value = Number(value.toPrecision(15));
  if (u) dress(f, isLength ? { ...u, end: n.end } : u);
  return f;
}

/** Where the next factor begins, behind ×, * or an x; `at` where none does. */
function behindTimes(src: Source, at: number, arabic: boolean): number {
  const i = skipSpace(src, at);
  const mark = src.s[i]!;
  const isTimes =
    mark === TIMES || mark === STAR || ((mark === 120 || mark === 88) && arabic && !isLatin(src.s[i + 1]!));
  return isTimes ? skipSpace(src, i + 1) : at;
}
