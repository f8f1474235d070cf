const LARGEST = 22;
/** 10^0 … 10^22, the powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: LARGEST + 1 }, (_, k) => Number(`1e${k}`));

export const powerOfTen = (exponent: number): number =>
  exponent >= 0 && exponent <= LARGEST ? POWERS[exponent]! : 10 ** exponent;

/**
 * `whole` (at most 2^53) × 10^`exponent` as the decimal that is written: 2052 and 6 are 20.52亿, without the error of 20.52 × 1e8. One operation on
 * two exact numbers is rounded once, so it is what `Number('20.52e8')` gives.
 */
export function shifted(whole: number, exponent: number): number {
  if (exponent >= 0 && exponent <= LARGEST) return whole * POWERS[exponent]!;
  return exponent < 0 && exponent >= -LARGEST ? whole / POWERS[-exponent]! : Number(`${whole}e${exponent}`);
}

/** Rounded to 15 significant digits, as `Number(x.toPrecision(15))`: what a conversion of units leaves behind them is noise. */
export function toFifteenDigits(x: number): number {
  // most have few decimals: what six decimals give is the answer where it lies no more than a step of a double away
  const near = Math.round(x * 1e6);
  const short = near / 1e6;
  if (Math.abs(near) < 1e15 && Math.abs(short - x) <= Math.abs(x) * Number.EPSILON) return short;
  return Number(x.toPrecision(15));
}
