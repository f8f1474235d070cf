import type { Source } from './chars.ts';
import { readNumeral } from './numeral/numeral.ts';
import type { Quantity } from './types.ts';
import { readUnit } from './unit.ts';
import type { Units } from './unit-table.ts';

/** 第17次, 第一, 第六届: kept as ordinals; null where 第 at `at` begins none. */
export function readOrdinal(src: Source, at: number, units: Units): Quantity | null {
  const n = readNumeral(src, at + 1, () => false);
  if (!n || n.vague || n.high !== null) return null;
  const u = readUnit(src, n.end, units);
  const end = u ? u.end : n.end;
  return {
    start: at,
    end,
    text: src.text.slice(at, end),
    dimension: 'ordinal',
    value: n.value,
    modifier: null,
    outerStart: at,
    outerEnd: end,
    unit: u ? u.surface : null,
    unitCode: null,
    canonical: null,
    time: undefined,
    figure: true,
    rule: 'ordinal',
    minValue: undefined,
    maxValue: undefined,
  };
}
