import { DIGIT, isDigit, isLatin, KIND, Kind, on, SCALE, type Source, skipSpace } from './chars.ts';
import { blank, type Figure } from './figure/types.ts';
import { DIAN, HYPHEN, POINT, SLASH } from './marks.ts';
import { type NotFigures, readNoise } from './noise.ts';
import { readChineseDecimal } from './numeral/digit-row.ts';
import { readFinancial } from './numeral/financial.ts';
import { readNumeral } from './numeral/numeral.ts';
import type { Numeral } from './numeral/types.ts';
import type { Quantity } from './types.ts';
import type { Units } from './unit-table.ts';

/** A text up to this length may be nothing but one figure: a cell of a table, an answer. */
export const LONGEST_ALONE = 48;

/** The text without the spaces that part a figure's characters (两千 四百 五, 百 分 之 六), and where each character of it stood. */
export function closeUp(text: string): { text: string; places: number[] } | null {
  if (!text.includes(' ')) return null;
  const places: number[] = [];
  let out = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ' ' && closes(out.charCodeAt(out.length - 1), next(text, i))) continue;
    places.push(i);
    out += text[i];
  }
  return out.length === text.length ? null : { text: out, places };
}

/** A space keeps digits and letters apart, and what a comma parts (1, 234). */
const closes = (before: number, behind: number): boolean =>
  !(isPlain(before) && isPlain(behind)) && before !== 44 && before !== 0xff0c;

const isPlain = (c: number): boolean => isDigit(c) || isLatin(c) || c >= 0xff10;

function next(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ') i++;
  return text.charCodeAt(i);
}

/** A quantity read from the closed-up text, as it stands in the text itself. */
export const spread = (q: Quantity, text: string, places: readonly number[]): Quantity => ({
  ...q,
  start: places[q.start]!,
  end: places[q.end - 1]! + 1,
  outerStart: places[q.outerStart]!,
  outerEnd: places[q.outerEnd - 1]! + 1,
  text: text.slice(places[q.start]!, places[q.end - 1]! + 1),
});

/** Whether one quantity is all that a text says. */
export function coversAll(found: readonly Quantity[], text: string): boolean {
  const only = found.length === 1 ? found[0]! : null;
  return only !== null && text.slice(0, only.outerStart).trim() === '' && text.slice(only.outerEnd).trim() === '';
}

/**
 * A text that is a numeral and nothing else is that number, though within a sentence the numeral would make a word (二, 壹, 〇) or be
 * no figure (三五百, 16/5); null for any other text.
 */
export function readAlone(src: Source, units: Units, notFigures: NotFigures): Figure | null {
  const { s, text } = src;
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const negative = on(src, start, '负') || s[start] === HYPHEN;
  const at = negative ? skipSpace(src, start + 1) : start;
  const f = readWhole(src, s[at] === POINT ? at + 1 : at, end, units);
  if (!f || readNoise(src, at, notFigures, units) !== at || isPlan(src, f)) return null;
  f.start = start;
  f.end = end;
  f.signed = true;
  f.rule ||= 'number/alone';
  if (negative) {
    if (f.value === null) return null;
    f.value = -f.value;
  }
  return f;
}

function readWhole(src: Source, at: number, end: number, units: Units): Figure | null {
  const n = numeralTo(src, at, end) ?? readNumeral(src, at, units.ahead);
  if (!n) return null;
  if (n.end === end) return isScaleWord(src, at, end) || isTelephone(src, n) ? null : blank(n);
  return n.arabic ? (readQuotient(src, n, end, units) ?? readLetter(src, n, end)) : null;
}

/** Readings that only hold for a whole text: 点五, 壹 and 〇, 一七二零, 一千陆. */
function numeralTo(src: Source, at: number, end: number): Numeral | null {
  const { s } = src;
  if (s[at] === DIAN) return readChineseDecimal(src, at, 0, at);
  const plain = readNumeral(src, at, () => false);
  if (plain?.end === end) return plain;
  let value = 0;
  let i = at;
  while (i < end && KIND[s[i]!]! & (Kind.digit | Kind.financial) && !(KIND[s[i]!]! & Kind.scale))
    value = value * 10 + DIGIT[s[i++]!]!;
  if (i === end && i > at) return { ...EMPTY, start: at, end, value, mantissa: value, digits: true };
  const financial = readFinancial(src, at);
  return financial?.end === end ? financial : null;
}

const EMPTY: Numeral = {
  start: 0,
  end: 0,
  value: 0,
  high: null,
  vague: null,
  scale: 1,
  mantissa: 0,
  arabic: false,
  digits: false,
  bare: false,
  decimal: false,
};

/** 16/5, 1 3/5. */
function readQuotient(src: Source, n: Numeral, end: number, units: Units): Figure | null {
  let top = n;
  let whole = 0;
  if (src.s[n.end] === 32) {
    const second = isDigit(src.s[n.end + 1]!) ? readNumeral(src, n.end + 1, units.ahead) : null;
    if (!second || src.s[second.end] !== SLASH) return null;
    whole = n.value;
    top = second;
  }
  const below =
    src.s[top.end] === SLASH && isDigit(src.s[top.end + 1]!) ? readNumeral(src, top.end + 1, units.ahead) : null;
  if (below?.end !== end || below.value === 0 || below.decimal || top.decimal) return null;
  const f = blank({ ...n, end });
  f.value = whole + top.value / below.value;
  f.dimension = 'ratio';
  f.base = '1';
  f.rule = 'ratio/slash';
  return f;
}

const LETTERS = 'KMGT';

/** 1.2M, -40k, 2.5 M: thousands and more by their letter; 5G and 4K are names. */
function readLetter(src: Source, n: Numeral, end: number): Figure | null {
  const at = skipSpace(src, n.end);
  const power = LETTERS.indexOf(String.fromCharCode(src.s[at]! & ~32)) + 1;
  if (power === 0 || at + 1 !== end || (power !== 2 && !n.decimal && n.value < 10)) return null;
  const f = blank({ ...n, end });
  f.value = Number((n.value * 1000 ** power).toPrecision(15));
  return f;
}

/** 万, 百亿: a scale that counts nothing. */
function isScaleWord(src: Source, at: number, end: number): boolean {
  for (let i = at; i < end; i++) if (!SCALE.has(src.s[i]!) || on(src, i, '十廿卅卌拾')) return false;
  return true;
}

/** Eleven digits that begin as a mobile telephone's do. */
const isTelephone = (src: Source, n: Numeral): boolean =>
  n.arabic && n.digits && n.end - n.start === 11 && src.s[n.start] === 49 && src.s[n.start + 1]! > 50;

/** 十三五, 十四五: five-year plans. */
const isPlan = (src: Source, f: Figure): boolean =>
  f.numeral.high === 15 && f.end - f.numeral.start === 3 && on(src, f.numeral.start, '十');
