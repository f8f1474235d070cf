import { prepared } from '../rules/prepared.ts';
import { builtInQuantityRules } from '../rules/quantity.ts';
import { Char, is } from './characters.ts';

const isScale = (unit: number): boolean => '万亿萬億千百十余多'.includes(String.fromCharCode(unit));
const LONGEST = 5;

/** What may follow the first part of a unit: 公 → 里, 斤, 顷 …; 个百 → 分点. */
const unitRests = prepared('unit-rests', () => {
  const rests: Record<string, string[]> = {};
  const { units, counters } = builtInQuantityRules();
  const names = [
    ...Object.values(units).flatMap((d) => d.units.flatMap((u) => [u.unit, ...(u.also ?? [])])),
    ...(['people', 'households', 'count'] as const).flatMap((k) => counters[k].counted ?? []),
  ];
  for (const name of names)
    if (/^\p{Script=Han}+$/u.test(name))
      for (let k = 1; k < name.length; k++) {
        const head = name.slice(0, k);
        rests[head] = [...(rests[head] ?? []), name.slice(k)];
      }
  return rests;
});

/** Whether a line's end cut a unit in two: …31.5公⏎里, 8.6个百⏎分点. `next` is where the line below begins. */
export function isUnitCut(text: string, units: Uint16Array, start: number, end: number, next: number): boolean {
  for (let k = 1; k <= LONGEST && end - k > start; k++) {
    const before = end - k - 1;
    if (!is(units, end - k, Char.han)) return false;
    if (!is(units, before, Char.digit) && !isScale(units[before]!)) continue;
    if (!hasDigit(units, start, before)) continue;
    return unitRests()[text.slice(end - k, end)]?.some((rest) => text.startsWith(rest, next)) ?? false;
  }
  return false;
}

/** A digit at `at`, or behind scales that stand there. */
function hasDigit(units: Uint16Array, start: number, at: number): boolean {
  let i = at;
  while (i > start && isScale(units[i]!)) i--;
  return is(units, i, Char.digit);
}
