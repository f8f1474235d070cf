import { scanQuantities } from '../quantity/scan.ts';
import type { Quantity } from '../quantity/types.ts';

/** What one of a unit is (万元 → 10,000 yuan), null for what is no unit. */
export function unitOf(written: string): Quantity | null {
  let unit = known.get(written);
  if (unit === undefined) {
    unit = readUnit(written);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(written, unit);
  }
  return unit;
}

/** Units read so far, null for what is none: a page asks for the same few at each of its rows. */
const known = new Map<string, Quantity | null>();
const MOST_KNOWN = 500;

function readUnit(written: string): Quantity | null {
  const name = written.replace(/[\s\u3000]/g, '').replace('％', '%');
  const [one] = scanQuantities(`1${name}`);
  return one && one.dimension !== 'number' && one.dimension !== 'date' && one.start === 0 && one.end === name.length + 1
    ? one
    : null;
}

/** A bare number in the unit of `like`, as the header over it says. */
export function withUnit(number: Quantity, like: Quantity): Quantity {
  const factor = like.value as number;
  const scale = (v: number | undefined) => (v === undefined ? undefined : Number((v * factor).toPrecision(15)));
  const value = typeof number.value === 'number' ? scale(number.value)! : number.value;
  return {
    ...number,
    dimension: like.dimension,
    unit: like.unit,
    unitCode: like.unitCode,
    value,
    minValue: scale(number.minValue),
    maxValue: scale(number.maxValue),
    canonical:
      like.canonical && typeof like.canonical.value === 'number' && typeof number.value === 'number'
        ? { value: Number((number.value * like.canonical.value).toPrecision(15)), unit: like.canonical.unit }
        : null,
    rule: `${number.rule}+header-unit`,
  };
}
