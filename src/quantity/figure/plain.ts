import { isDigit, isLatin, isNumeral, type Source } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { BAN, DA, DUO, GE, MEI, MIDDLE_DOT, POINT, SPACE, WAN, YI } from '../marks.ts';
import { NEAR, Near } from '../near.ts';
import { shifted } from '../numeral/power-of-ten.ts';
import { surfaceAt } from '../unit.ts';
import { type Units, unitMatched } from '../unit-table.ts';
import { timeBefore } from './degree.ts';
import type { Measured } from './types.ts';

/**
 * The figure that two of three are: Arabic digits, 万 or 亿 or none, a unit, and nothing around them that could make it more (12.5%,
 * 3.5亿元, 320家). It reads what the other readers together would read, in one go and without their intermediate results; at the first
 * sign of anything else it says null, and they read.
 */
export function readPlain(src: Source, at: number, units: Units): Measured | null {
  const { s, n } = src;
  // a sign may stand behind a space: - 3%
  const k = at > 0 && s[at - 1] === SPACE ? at - 1 : at;
  if (k > 0 && NEAR[s[k - 1]!]! & (Near.noiseBefore | Near.sign)) return null;
  let i = at;
  let whole = 0;
  while (isDigit(s[i]!)) whole = whole * 10 + (s[i++]! - 48);
  let exponent = 0;
  if (s[i] === POINT && isDigit(s[i + 1]!)) {
    const point = i++;
    while (isDigit(s[i]!)) whole = whole * 10 + (s[i++]! - 48);
    exponent = point + 1 - i;
  }
  if (whole > Number.MAX_SAFE_INTEGER || exponent < -9) return null;
  if (s[i] === WAN || s[i] === YI) {
    exponent += s[i] === WAN ? 4 : 8;
    i++;
  }
  const first = s[i]!;
  if (NEAR[first]! & Near.behind || isNumeral(first)) return null;
  const { trie } = units;
  const end = trie.match(s, i, n);
  if (end === i) return null;
  const unit = unitMatched(units);
  const behind = s[end]!;
  if (unit.never || unit.contextual || unit.extent > 0) return null;
  if (unit.dimension === 'length' && timeBefore(src, at, unit.factor)) return null; // 时速300公里
  if (first === GE && (s[i + 1] === DUO || s[i + 1] === BAN || s[i + 1] === WAN || s[i + 1] === YI)) return null;
  // 12元5角, 3天半, 5年多, 80元/吨, 公里每小时, 10mobile
  if (isNumeral(behind) || behind === MEI || behind === MIDDLE_DOT || (isLatin(behind) && isLatin(s[end - 1]!)))
    return null;
  if (NEAR[behind]! & (Near.scale | Near.special)) return null;
  if (behind === DA && unit.dimension === 'duration') return null; // 90天大
  if (NEAR[behind]! & Near.join && readConnector(src, end) > end) return null;
  return {
    start: at,
    end,
    dimension: unit.dimension,
    value: shifted(whole, exponent),
    min: null,
    max: null,
    inner: null,
    unit: surfaceAt(src, i, end, units.surfaces[trie.id]!),
    code: unit.code,
    base: unit.base,
    factor: unit.factor,
    offset: unit.offset,
    rule: 'numeral/arabic',
  };
}
