import type { Quantity } from '../quantity/types.ts';

/**
 * A quantity as a fall: 下降3.2% is -3.2, 下降3%至5% is -5 to -3, 下降5%以上 has -5 for its upper bound. What is written with a
 * sign keeps it.
 */
export function fallOf(q: Quantity): Quantity {
  const written = typeof q.value === 'number' ? q.value : (q.minValue ?? 0);
  if (written < 0) return q;
  const { minValue, maxValue, canonical } = q;
  return {
    ...q,
    value: typeof q.value === 'number' ? -q.value : q.value,
    minValue: opposite(maxValue),
    maxValue: opposite(minValue),
    canonical: canonical && {
      value: canonical.value === null ? null : -canonical.value,
      minValue: opposite(canonical.maxValue),
      maxValue: opposite(canonical.minValue),
      unit: canonical.unit,
    },
  };
}

const opposite = (bound: number | undefined): number | undefined => (bound === undefined ? undefined : -bound);
