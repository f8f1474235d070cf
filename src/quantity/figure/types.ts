import type { Numeral } from '../numeral/types.ts';
import type { Dimension, Modifier } from '../types.ts';
import type { UnitRead } from '../unit.ts';

/** A figure before its outside modifiers are read. */
export interface Measured {
  start: number;
  end: number;
  dimension: Dimension;
  value: number | null;
  min: number | null;
  max: number | null;
  /** Bound that stands inside: 余, 多, 上百. */
  inner: Modifier | null;
  unit: string | null;
  code: string | null;
  base: string | null;
  factor: number;
  offset: number;
  rule: string;
}

/** The same, while its readers still look at the numeral. */
export interface Figure extends Measured {
  /** The numeral is Chinese, or has no digit of its own: stricter rules hold. */
  numeral: Numeral;
  /** A sign was read with it. */
  signed: boolean;
}

/** A figure; or that the numeral is none, and where to go on; or that nothing is known. */
export type Reading = Figure | number | null;

export const blank = (n: Numeral): Figure => ({
  start: n.start,
  end: n.end,
  dimension: 'number',
  value: n.high === null ? n.value : null,
  min: n.high === null ? null : n.value,
  max: n.high,
  inner: n.vague,
  unit: null,
  code: null,
  base: null,
  factor: 1,
  offset: 0,
  rule: '',
  numeral: n,
  signed: false,
});

export function dress(f: Figure, u: UnitRead): void {
  f.end = u.end;
  f.unit = u.surface || null;
  f.dimension = u.dimension;
  f.code = u.code;
  f.base = u.base;
  f.factor = u.factor;
  f.offset = u.offset;
  if (u.times !== 1) {
    if (f.value !== null) f.value *= u.times;
    if (f.min !== null) f.min *= u.times;
    if (f.max !== null) f.max *= u.times;
  }
  if (u.inner === 'half' && f.value !== null) f.value += 0.5;
  if (u.inner === 'more') f.inner = 'moreThan';
}
