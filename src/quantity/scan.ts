import type { Quantity, QuantityOptions } from './types.ts';

/** Placeholder: Arabic numerals with a few units. */
export function scanQuantities(text: string, _options: QuantityOptions = {}): Quantity[] {
  const out: Quantity[] = [];
  for (const m of text.matchAll(/(\d+(?:\.\d+)?)(万|亿)?(元|%|个|公里|平方公里|吨|家|户|名)?/g)) {
    const value = Number(m[1]) * (m[2] === '万' ? 1e4 : m[2] === '亿' ? 1e8 : 1);
    const start = m.index;
    const end = start + m[0].length;
    out.push({
      start,
      end,
      text: m[0],
      dimension: m[3] === '元' ? 'money' : m[3] === '%' ? 'ratio' : m[3] ? 'count' : 'number',
      value,
      modifier: null,
      outerStart: start,
      outerEnd: end,
      unit: m[3] ?? null,
      unitCode: null,
      canonical: null,
      figure: true,
      rule: 'placeholder',
    });
  }
  return out;
}

/** The figures of any text: offsets, value, unit, nothing else. */
export function recognizeQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  return scanQuantities(text, options).filter((q) => q.figure);
}
