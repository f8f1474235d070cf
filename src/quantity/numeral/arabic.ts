import { isDigit, isHan, isLatin, KIND, Kind, on, type Source, skipSpace } from '../chars.ts';
import { DUO, JI, LAI, LING, POINT, SLASH, WAN, YI, YU, ZERO, ZHAO } from '../marks.ts';
import { NEAR, Near } from '../near.ts';
import { readChinese } from './chinese.ts';
import { exponentOf, isBigScale, isManyWord, isScaleMark, isVagueMark } from './marks.ts';
import { isSuperscript, readPower } from './power.ts';
import { powerOfTen, shifted } from './power-of-ten.ts';
import type { Numeral, UnitAhead } from './types.ts';

export function readArabic(src: Source, at: number, unitAhead: UnitAhead): Numeral {
  const { s } = src;
  // .5元
  if (
    at > 0 &&
    s[at - 1] === POINT &&
    (at === 1 || !(isDigit(s[at - 2]!) || isLatin(s[at - 2]!) || s[at - 2] === POINT))
  )
    return readFraction(src, at, unitAhead);
  let i = at;
  let whole = 0;
  while (isDigit(s[i]!)) whole = whole * 10 + (s[i++]! - 48);
  let grouped = false;
  if (i - at <= 3 && s[at] !== 48) {
    // 1,234,567: groups of three, the comma half width (or full width between full-width digits, 1，234)
    const comma = s[i]!;
    if (comma === 44 || comma === 0xff0c || comma === 32) {
      let j = i;
      while (s[j] === comma && isDigit(s[j + 1]!) && isDigit(s[j + 2]!) && isDigit(s[j + 3]!) && !isDigit(s[j + 4]!))
        j += 4;
      // 12 345: spaces group only before a unit, and not in a row of a table
      if (j > i && (comma !== 32 || (isHan(s[j]!) && !isDigit(s[at - 2]!)))) {
        for (; i < j; i++) if (s[i] !== comma) whole = whole * 10 + (s[i]! - 48);
        grouped = true;
      }
    }
  }
  let decimals = 0;
  if (s[i] === POINT && isDigit(s[i + 1]!)) {
    const point = i++;
    while (isDigit(s[i]!)) whole = whole * 10 + (s[i++]! - 48);
    decimals = i - point - 1;
  }
  const long = whole > Number.MAX_SAFE_INTEGER || decimals > 22 ? digitsOf(src, at, i) : '';
  const tens = tensAt(src, i, decimals > 0);
  const mantissa = timesTen(whole, decimals, long, tens === i ? 0 : exponentIn(src, i, tens));
  if (tens > i) grouped = true;
  i = tens;
  const numeral: Numeral = {
    start: at,
    end: i,
    value: mantissa,
    high: null,
    vague: null,
    scale: 1,
    mantissa,
    arabic: true,
    digits: decimals === 0 && !grouped,
    bare: false,
    decimal: decimals > 0,
  };
  readScales(src, numeral, whole, decimals, long, unitAhead);
  return numeral;
}

/** End of the power of ten behind the digits (1.2e5, 3E-7, 12e+3), or `at`. A bare capital, as in 2E5, is part of a name. */
function tensAt(src: Source, at: number, decimal: boolean): number {
  const { s } = src;
  if ((s[at]! | 32) !== 101) return at;
  const signed = s[at + 1] === 43 || s[at + 1] === 45 || src.text.charCodeAt(at + 1) === 0xff0d;
  const from = signed ? at + 2 : at + 1;
  let i = from;
  while (isDigit(s[i]!)) i++;
  const named = s[at] === 69 && !signed && !decimal;
  return i === from || i - from > 2 || named || isLatin(s[i]!) || s[i] === POINT ? at : i;
}

function exponentIn(src: Source, at: number, end: number): number {
  const { s } = src;
  const from = isDigit(s[at + 1]!) ? at + 1 : at + 2;
  let exponent = 0;
  for (let i = from; i < end; i++) exponent = exponent * 10 + s[i]! - 48;
  return from > at + 1 && s[at + 1] !== 43 ? -exponent : exponent;
}

/** A decimal without its leading zero, whose digits begin at `at`. */
function readFraction(src: Source, at: number, unitAhead: UnitAhead): Numeral {
  const { s } = src;
  let i = at;
  let whole = 0;
  while (isDigit(s[i]!)) whole = whole * 10 + (s[i++]! - 48);
  const decimals = i - at;
  const long = whole > Number.MAX_SAFE_INTEGER || decimals > 22 ? `0${digitsOf(src, at - 1, i)}` : '';
  const value = timesTen(whole, decimals, long, 0);
  const numeral: Numeral = {
    start: at - 1,
    end: i,
    value,
    high: null,
    vague: null,
    scale: 1,
    mantissa: value,
    arabic: true,
    digits: false,
    bare: false,
    decimal: true,
  };
  readScales(src, numeral, whole, decimals, long, unitAhead);
  return numeral;
}

/** 3万, 1.2亿, 30余万, 2亿6千万, 3万4000, 1.5×10^6. */
function readScales(
  src: Source,
  n: Numeral,
  whole: number,
  decimals: number,
  long: string,
  unitAhead: UnitAhead,
): void {
  const { s } = src;
  let i = skipSpace(src, n.end);
  if (!(NEAR[s[i]!]! & Near.scale)) return;
  if (
    (s[i] === 0xd7 || s[i] === 42) &&
    s[i + 1] === 49 &&
    s[i + 2] === 48 &&
    (s[i + 3] === 94 || isSuperscript(s[i + 3]!))
  ) {
    const power = readPower(src, i + 3);
    if (power) {
      n.value = timesTen(whole, decimals, long, power.exponent);
      n.scale = powerOfTen(power.exponent);
      n.end = power.end;
      n.decimal = true;
      n.digits = false;
      return;
    }
  }
  let vague: Numeral['vague'] = null;
  let j = i;
  if (isVagueMark(s[j]!) && isBigScale(s[j + 1]!)) {
    vague = s[j] === LAI ? 'approx' : 'moreThan';
    j++;
  } else if (s[j] === JI && isBigScale(s[j + 1]!) && n.mantissa % 10 === 0) {
    vague = 'moreThan';
    j++;
  }
  let exponent = 0;
  while (
    isScaleMark(s[j]!) &&
    (s[j] === WAN || s[j] === YI || (s[j] === ZHAO && isDigit(s[j + 1]!)) || !unitAhead(src, j))
  ) {
    exponent += exponentOf(s[j]!);
    j++;
    if (exponent >= 16) break;
  }
  if (exponent === 0 && !vague) {
    exponent = shortScale(src, j);
    if (exponent > 0) j++;
  }
  if (exponent === 0) {
    markVague(src, n);
    return;
  }
  i = j;
  n.vague = vague;
  n.scale = powerOfTen(exponent);
  n.value = timesTen(whole, decimals, long, exponent);
  n.end = i;
  n.digits = false;
  // a second part: 2亿6千万, 3万4000, 1万零500, 1兆1355.52亿
  if (exponent >= 3 && !vague) {
    let k = n.end;
    if (s[k] === ZERO) k++;
    if (isDigit(s[k]!)) {
      const part = readArabic(src, k, unitAhead);
      if (k === n.end && decimals === 0 && part.digits && part.end === k + 1 && isSpoken(src, part)) {
        // 3万5 is 35000, as 三万五 is
        n.value += (part.value * n.scale) / 10;
        n.end = part.end;
        n.mantissa = n.value;
        n.scale = 1;
        return;
      }
      if (exponent === 3 && isWithin(part)) {
        // 3千5百万: 千 and 百 count 万
        n.value = n.value * bigOf(part) + part.value;
        n.end = part.end;
        n.vague = part.vague;
        n.mantissa = n.value;
        n.scale = 1;
        return;
      }
      if (
        part.value > 0 &&
        part.value < n.scale &&
        (!part.decimal || part.scale > 1) &&
        (!part.digits || exponent <= 4)
      ) {
        n.value += part.value;
        n.end = part.end;
        n.vague = part.vague;
        n.mantissa = n.value;
        n.scale = 1;
        return;
      }
    } else if (KIND[s[k]!]! & Kind.digit && s[k] !== ZERO && s[k] !== LING) {
      const part = readChinese(src, k, unitAhead);
      if (part && part.value < n.scale && part.scale > 1 && part.high === null && !part.decimal) {
        n.value += part.value;
        n.end = part.end;
        n.mantissa = n.value;
        n.scale = 1;
        return;
      }
    }
  }
  if (!n.vague) markVague(src, n);
}

/** One digit that nothing follows: it counts the tenths of the scale before it. */
const isSpoken = ({ s }: Source, part: Numeral): boolean =>
  part.value > 0 && !isHan(s[part.end]!) && !isLatin(s[part.end]!) && s[part.end] !== 37;

/** 5百万 or 500万 behind 3千: hundreds of what the thousands count too. */
const isWithin = (part: Numeral): boolean =>
  (part.scale >= 1e6 || (part.mantissa >= 100 && part.scale > 1)) && !part.decimal && part.value < 1000 * bigOf(part);
const bigOf = (n: Numeral): number => (n.scale >= 1e8 ? 1e8 : 1e4);

/** Ω: 11kΩ has no scale of its own. */
const OHM = 0x3a9;

/** 8k, 12k元, 30w元 as people write wages; 60w灯泡 is watts. */
function shortScale(src: Source, at: number): number {
  const { s } = src;
  if (isLatin(s[at + 1]!) || isDigit(s[at + 1]!) || s[at + 1] === SLASH || s[at + 1] === OHM) return 0;
  if (s[at] === 107) return 3;
  return s[at] === 119 && on(src, at + 1, '元块人粉+~—-以左上多') ? 4 : 0;
}

/** Value of the digits: `whole` with `decimals` of them behind the point, or the `long` row that no whole number holds; × 10^`exponent`. */
const timesTen = (whole: number, decimals: number, long: string, exponent: number): number =>
  long === '' ? shifted(whole, exponent - decimals) : Number(`${long}e${exponent}`);

/** The digits and the point, without what groups them. */
function digitsOf(src: Source, from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i++) if (isDigit(src.s[i]!) || src.s[i] === POINT) out += String.fromCharCode(src.s[i]!);
  return out;
}

/** 余 多 来 几 right behind the numeral: 1000余亩, 70多岁, 20来个. */
function markVague(src: Source, n: Numeral): void {
  const c = src.s[n.end]!;
  const round = n.value % 10 === 0 || n.scale > 1;
  if (c === YU && (round || n.value >= 10)) n.vague = 'moreThan';
  else if (c === DUO && round && !isManyWord(src, n.end + 1)) n.vague = 'moreThan';
  else if (c === LAI && round && !n.decimal) n.vague = 'approx';
  else if (c === JI && n.digits && n.value % 10 === 0 && n.value > 0 && n.value < 100 && !on(src, n.end + 1, '何乎'))
    n.vague = 'moreThan'; // 20几岁
  else return;
  n.end++;
  n.digits = false;
}
