import { isDigit, isLatin, on, type Source, skipSpace, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
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
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['EUR', 'EUR'],
  ['GBP', 'GBP'],
  ['JPY', 'JPY'],
  ['TWD', 'TWD'],
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

/** ¥100, US$4.7 billion, $5亿, $100-500: the sign is the unit. A unit behind as well (¥100元) is taken in. */
export function readCurrencyPrefix(src: Source, at: number, units: Units): Figure | null {
  const { s } = src;
  if (at > 0 && isLatin(s[at - 1]!)) return null;
  for (const [sign, currency] of SIGNS) {
    if (!stands(src, at, sign)) continue;
    const from = skipSpace(src, at + sign.length);
    if (!isDigit(s[from]!)) return null;
    const n = readNumeral(src, from, () => false);
    if (!n) return null;
    const last = readLast(src, n, sign);
    let end = last ? last.end : n.end;
    const word = scaleWord(src, skipSpace(src, end));
    if (word) end = skipSpace(src, end) + word[0].length;
    const by = word ? word[1] : 1;
    const u = readUnit(src, end, units);
    const unit = u && u.dimension === 'money' ? u : null;
    const scaled = (value: number) => Number((value * by).toPrecision(15));
    return {
      start: at,
      end: unit ? unit.end : end,
      dimension: 'money',
      value: last ? null : scaled(n.value),
      min: last ? scaled(lowEnd(n, last)) : null,
      max: last ? scaled(last.value) : null,
      inner: last ? last.vague : n.vague,
      unit: unit ? unit.surface : src.text.slice(at, at + sign.length),
      code: unit ? unit.code : currency,
      base: currency,
      factor: 1,
      offset: 0,
      rule: last ? 'range/money-sign' : 'money/sign',
      numeral: n,
      signed: false,
    };
  }
  return null;
}

/** The greater end of $100-500 and £2万至£3万; null where there is none. */
function readLast(src: Source, n: Numeral, sign: string): Numeral | null {
  const connector = n.vague ? n.end : readConnector(src, n.end);
  if (connector === n.end) return null;
  const from = stands(src, connector, sign) ? connector + sign.length : connector;
  if (!isDigit(src.s[from]!)) return null;
  const last = readNumeral(src, from, () => false);
  // $100-2024年 is no span
  return last && last.value > lowEnd(n, last) && !on(src, last.end, '年月日号') ? last : null;
}

/** The first number takes the scale of the second: $1-5万. */
const lowEnd = (n: Numeral, last: Numeral): number =>
  n.scale === 1 && last.scale > 1 && n.value < last.mantissa ? n.value * last.scale : n.value;

const scaleWord = (src: Source, at: number): readonly [string, number] | undefined =>
  WORDS.find(([word]) => standsLower(src, at, word) && !isLatin(src.s[at + word.length]!));

function standsLower(src: Source, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if ((src.s[at + k]! | 32) !== word.charCodeAt(k)) return false;
  return true;
}
