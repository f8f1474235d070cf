import type { FigureRecord } from '../record/schema.ts';

/**
 * How far the true value may lie from the written one, by the digits given: 19亿元 may be anything from 18.5 to 19.5,
 * 10.8亿元 from 10.75 to 10.85. A plain count without a scale (36家) was counted, not rounded: 0.
 */
export function roundingOf(record: FigureRecord): number {
  if (typeof record.value !== 'number') return 0;
  const digits = /\d+(?:,\d{3})*(?:\.(\d+))?/.exec(record.text);
  if (!digits) return 0;
  const mantissa = Number(digits[0].replaceAll(',', ''));
  if (mantissa === 0) return 0;
  const scale = Math.abs(record.value) / mantissa;
  const decimals = digits[1]?.length ?? 0;
  if (scale === 1 && decimals === 0) return 0;
  return (scale * 10 ** -decimals) / 2;
}

/** Whether a difference is no more than what floating point leaves behind. */
export function isZero(difference: number, size: number): boolean {
  return Math.abs(difference) <= Math.abs(size) * 1e-9;
}

/** A difference without the noise of binary fractions: 0.30000000000000004 → 0.3. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
