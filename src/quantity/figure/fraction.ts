import { code, isNumeral, on, type Source, skipSpace, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { SLASH } from '../marks.ts';
import { readChineseDecimal } from '../numeral/digit-row.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { digitOf } from './ahead.ts';
import { blank, dress, type Figure, type Reading } from './types.ts';

/** 百分之三十, 千分之五, 百分之2.5 and their ranges 百分之三到五. */
export function readPercentWords(src: Source, at: number, units: Units): Reading {
  const { s } = src;
  if (!on(src, at, '百千万') || on(src, at - 1, '一二三四五六七八九十') || !stands(src, at + 1, '分之')) return null;
  const from = skipSpace(src, at + 3);
  const negative = on(src, from, '负-') && isNumeral(s[from + 1]!); // 百分之负六十五
  const n = on(src, from, '点')
    ? readChineseDecimal(src, from, 0, from)
    : readNumeral(src, negative ? from + 1 : from, units.ahead);
  if (!n) return null;
  const f = blank({ ...n, start: at });
  if (negative && f.value !== null) f.value = -f.value;
  const [unit, unitCode, factor] =
    s[at] === code('百') ? ['%', '%', 0.01] : s[at] === code('千') ? ['‰', '[ppth]', 0.001] : ['‱', '10*-4', 0.0001];
  f.unit = unit as string;
  f.code = unitCode as string;
  f.factor = factor as number;
  f.base = '1';
  f.dimension = 'ratio';
  f.rule = 'ratio/words';
  f.start = at;
  const connector = readConnector(src, n.end);
  if (connector > n.end) {
    const again = stands(src, connector + 1, '分之') ? connector + 3 : connector;
    const b = readNumeral(src, again, units.ahead);
    if (b && b.value > n.value) {
      f.min = n.value;
      f.max = b.value;
      f.value = null;
      f.end = b.end;
      f.rule = 'range/percent-words';
    }
  }
  return f;
}

/** 约三分一 is a third: 之 is left out where one part is meant. */
export function readOnePart(src: Source, n: Numeral, units: Units): Reading {
  const end = n.end + 2;
  if (n.arabic || n.value < 2 || n.value > 10 || n.decimal || isNumeral(src.s[end]!) || on(src, end, '秒厘毫'))
    return null;
  const f = blank({ ...n, end });
  f.value = 1 / n.value;
  f.dimension = 'ratio';
  f.base = '1';
  f.rule = 'ratio/fraction';
  return withMeasure(src, f, units);
}

/** 四分之一公升, 1/2公斤: a part of a measure. */
function withMeasure(src: Source, f: Figure, units: Units): Figure {
  const u = readUnit(src, f.end, units);
  if (u && !u.unit.counter && !u.inner && u.dimension !== 'ratio' && u.dimension !== 'date') dress(f, u);
  return f;
}

/** 三分之一, 四分之三, 3分之2. */
export function readFraction(src: Source, n: Numeral, units: Units): Reading {
  const top = readNumeral(src, n.end + 2, units.ahead);
  const digit = top ? 0 : digitOf(src.s[n.end + 2]!); // 五分之壹
  if ((!top && digit < 1) || n.value === 0) return n.end + 2;
  const f = blank({ ...n, end: top ? top.end : n.end + 3 });
  f.value = (top ? top.value : digit) / n.value;
  f.dimension = 'ratio';
  f.base = '1';
  f.rule = 'ratio/fraction';
  f.inner = top ? top.vague : null;
  return withMeasure(src, f, units);
}

/** 一又二分之一, 3又1000分之23, 1又1/5. */
export function readMixedFraction(src: Source, whole: Numeral, units: Units): Figure | null {
  const below = readNumeral(src, whole.end + 1, units.ahead);
  if (!below) return null;
  const slash = below.arabic && src.s[below.end] === SLASH;
  if (!slash && !stands(src, below.end, '分之')) return null;
  const fraction = slash ? readSlash(src, below, units) : readFraction(src, below, units);
  if (fraction === null || typeof fraction === 'number' || fraction.value === null) return null;
  return { ...fraction, start: whole.start, value: whole.value + fraction.value, rule: 'ratio/mixed' };
}

/** 2/3 is a fraction where the lower part is the greater; 24/7 and 2012/3 are none. */
export function readSlash(src: Source, n: Numeral, units: Units): Reading {
  const b = readNumeral(src, n.end + 1, units.ahead);
  if (!b || n.decimal || b.decimal) return b ? b.end : n.end;
  if (n.value < b.value && b.value <= 1000 && n.value > 0 && src.s[b.end] !== SLASH && !isHanUnit(src, b.end)) {
    const f = blank({ ...n, end: b.end });
    f.value = n.value / b.value;
    f.dimension = 'ratio';
    f.base = '1';
    f.rule = 'ratio/slash';
    return withMeasure(src, f, units);
  }
  return b.end;
}

const isHanUnit = (src: Source, at: number): boolean => on(src, at, '年月日号');
