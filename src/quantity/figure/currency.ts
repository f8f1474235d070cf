import { isDigit, isLatin, type Source, skipSpace, stands } from '../chars.ts';
import { readNumeral } from '../numeral/numeral.ts';
import { readUnit } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import type { Figure } from './types.ts';

/** Signs before a number: sign → ISO 4217. The longest first. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['S$', 'SGD'],
  ['RMB', 'CNY'],
  ['CNY', 'CNY'],
  ['USD', 'USD'],
  ['HKD', 'HKD'],
  ['¥', 'CNY'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
];

const WORDS: readonly (readonly [string, number])[] = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['million', 1e6],
  ['thousand', 1e3],
  ['bn', 1e9],
  ['mn', 1e6],
  ['m', 1e6],
  ['b', 1e9],
  ['k', 1e3],
];

/** ¥100, US$4.7 billion, $5亿: the sign is the unit. A unit behind as well (¥100元) is taken in. */
export function readCurrencyPrefix(src: Source, at: number, units: Units): Figure | null {
  const { s } = src;
  if (at > 0 && isLatin(s[at - 1]!)) return null;
  for (const [sign, currency] of SIGNS) {
    if (!stands(src, at, sign)) continue;
    const from = skipSpace(src, at + sign.length);
    if (!isDigit(s[from]!)) return null;
    const n = readNumeral(src, from, () => false);
    if (!n) return null;
    let end = n.end;
    let value = n.value;
    const w = skipSpace(src, end);
    for (const [word, by] of WORDS)
      if (standsLower(src, w, word) && !isLatin(s[w + word.length]!)) {
        value = Number((value * by).toPrecision(15));
        end = w + word.length;
        break;
      }
    const u = readUnit(src, end, units);
    if (u && u.dimension === 'money') end = u.end;
    return {
      start: at,
      end,
      dimension: 'money',
      value,
      min: null,
      max: null,
      inner: n.vague,
      unit: u && u.dimension === 'money' ? u.surface : src.text.slice(at, at + sign.length),
      code: u && u.dimension === 'money' ? u.code : currency,
      base: currency,
      factor: 1,
      offset: 0,
      rule: 'money/sign',
      numeral: n,
      signed: false,
    };
  }
  return null;
}

function standsLower(src: Source, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if ((src.s[at + k]! | 32) !== word.charCodeAt(k)) return false;
  return true;
}
