import { isDigit, KIND, Kind, on, SCALE, type Source } from '../chars.ts';
import { DUO, TEN, YI, YU, ZHAO } from '../marks.ts';
import { readArabic } from './arabic.ts';
import { readChinese } from './chinese.ts';
import { isFinancialAhead, readFinancial } from './financial.ts';
import type { Numeral, UnitAhead } from './types.ts';

/** Reads the numeral that begins at `at`: Arabic, Chinese or mixed; null where none does. */
export function readNumeral(src: Source, at: number, unitAhead: UnitAhead): Numeral | null {
  const c = src.s[at]!;
  if (isDigit(c)) return readArabic(src, at, unitAhead);
  const kind = KIND[c]!;
  if (kind & (Kind.digit | Kind.scale | Kind.tens)) {
    if (kind & Kind.financial && !(kind & Kind.digit)) return readFinancial(src, at);
    const n = readChinese(src, at, unitAhead);
    return n && isFinancialAhead(src, n.end) ? (readFinancial(src, at) ?? n) : n;
  }
  if (kind & Kind.financial) return readFinancial(src, at);
  return null;
}

/** 数十万, 几百, 上千, 好几百: what stands before a scale word makes it a lower bound. `at` is that of 数, 几, 上. */
export function readOpened(src: Source, at: number, unitAhead: UnitAhead): Numeral | null {
  const { s } = src;
  let i = at + 1;
  let value = 1;
  const first = i;
  while (KIND[s[i]!]! & Kind.scale && !(KIND[s[i]!]! & Kind.financial) && s[i] !== ZHAO) {
    if (i > first && s[i] !== TEN && SCALE.get(s[i]!)! < 1e4 && unitAhead(src, i)) break; // 数百|千瓦
    value *= SCALE.get(s[i]!)!;
    i++;
  }
  if (i === first && on(src, i, '个') && s[i + 1] === YI) {
    value = 1e8; // 几个亿
    i += 2;
  }
  if (i === first || value > 1e16) return null;
  if (s[i] === YU || s[i] === DUO) i++;
  return {
    start: at,
    end: i,
    value,
    high: null,
    vague: 'moreThan',
    scale: value,
    mantissa: 1,
    arabic: false,
    digits: false,
    bare: false,
    decimal: false,
  };
}
