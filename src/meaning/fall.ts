import type { Quantity } from '../quantity/types.ts';

/**
 * A quantity as a fall: 下降3.2% is -3.2, 下降3%至5% is -5 to -3, 下降5%以上 has -5 for its upper bound. What is written with a
 * sign keeps it.
 */
export function fallOf(q: Quantity): Quantity {
  const written = typeof q.value === 'number' ? q.value : (q.minValue ?? 0);
  if (written < 0) return q;
  const { minValue, maxValue, ...rest } = q;
  return {
    ...rest,
    value: typeof q.value === 'number' ? -q.value : q.value,
    ...bounds(minValue, maxValue),
    canonical: q.canonical && {
      value: q.canonical.value === null ? null : -q.canonical.value,
      ...bounds(q.canonical.minValue, q.canonical.maxValue),
      unit: q.canonical.unit,
    },
  };
}

const bounds = (min: number | undefined, max: number | undefined): { minValue?: number; maxValue?: number } => ({
  ...(max === undefined ? {} : { minValue: -max }),
  ...(min === undefined ? {} : { maxValue: -min }),
});
