import { code, on, type Source } from './chars.ts';
import type { Measured } from './figure/types.ts';
import { type Modifiers, readOutside } from './modifier.ts';
import { toFifteenDigits } from './numeral/power-of-ten.ts';
import type { TimeRead } from './time/types.ts';
import type { Modifier, Quantity } from './types.ts';

const NEARLY = code('近');

/**
 * A figure with the words around it. Bounds by the modifier: 以上 gives minValue, 不足 maxValue. `from` is where the name of its currency
 * begins, if one stands before it: 约人民币300万元 is bounded there.
 */
export function toQuantity(src: Source, f: Measured, floor: number, modifiers: Modifiers, from = f.start): Quantity {
  const outside = readOutside(src, from, f.end, floor, modifiers);
  let modifier: Modifier | null = f.inner ?? outside.modifier;
  if (modifier === 'nearly' && f.dimension === 'duration' && src.s[f.start - 1] === NEARLY && isLastYears(src, f))
    modifier = null;
  let minValue: number | undefined;
  let maxValue: number | undefined;
  if (f.min !== null && f.max !== null) {
    minValue = f.min;
    maxValue = f.max;
  } else if (f.value !== null && modifier !== null) {
    if (modifier === 'moreThan' || modifier === 'atLeast') minValue = f.value;
    else if (modifier === 'lessThan' || modifier === 'atMost') maxValue = f.value;
  }
  return {
    start: f.start,
    end: f.end,
    text: src.text.slice(f.start, f.end),
    dimension: f.dimension,
    value: f.value,
    modifier,
    outerStart: outside.outerStart,
    outerEnd: outside.outerEnd,
    unit: f.unit,
    unitCode: f.code,
    canonical: f.base === null ? null : canonical(f, f.base, minValue, maxValue),
    time: undefined,
    figure: true,
    rule: f.rule,
    minValue,
    maxValue,
  };
}

/** 近5年, 近三年来 are the last years; 历时近20年 is almost twenty. */
function isLastYears(src: Source, f: Measured): boolean {
  if (f.value === null || f.inner) return f.inner !== null;
  if (on(src, f.start - 2, '了时过达经续已有超用')) return false;
  if (on(src, f.end, '来间里内，、')) return true;
  return f.value < 20;
}

function canonical(
  f: Measured,
  unit: string,
  minValue: number | undefined,
  maxValue: number | undefined,
): Quantity['canonical'] {
  const value = f.value === null ? null : toBase(f, f.value);
  if (minValue === undefined && maxValue === undefined) return { value, unit };
  return {
    value,
    ...(minValue === undefined ? {} : { minValue: toBase(f, minValue) }),
    ...(maxValue === undefined ? {} : { maxValue: toBase(f, maxValue) }),
    unit,
  };
}

function toBase(f: Measured, value: number): number {
  if (f.factor === 1 && f.offset === 0) return value;
  const x = (value + f.offset) * f.factor;
  return Number.isInteger(x) ? x : toFifteenDigits(x);
}

/** A time as a quantity: its value is its EDTF. */
export function toTime(src: Source, read: TimeRead): Quantity {
  const clock = read.time.granularity === 'clock';
  return {
    start: read.start,
    end: read.end,
    text: src.text.slice(read.start, read.end),
    dimension: clock ? 'time' : 'date',
    value: read.time.edtf,
    modifier: null,
    outerStart: read.start,
    outerEnd: read.end,
    unit: null,
    unitCode: null,
    canonical: null,
    time: read.time,
    figure: read.figure,
    rule: read.rule,
    minValue: undefined,
    maxValue: undefined,
  };
}
