import { isDigit, isHan, isLatin, KIND, Kind, on, type Source, skipSpace } from '../chars.ts';
import { DUO, JI, LAI, LING, SLASH, WAN, YI, YU, ZERO } from '../marks.ts';
import { readChinese } from './chinese.ts';
import { exponentOf, isBigScale, isManyWord, isScaleMark, isVagueMark } from './marks.ts';
import { isSuperscript, readPower } from './power.ts';
import type { Numeral, UnitAhead } from './types.ts';

export function readArabic(src: Source, at: number, unitAhead: UnitAhead): Numeral {
  const { s } = src;
  let i = at;
  let mantissa = 0;
  // .5元
  if (at > 0 && s[at - 1] === 46 && (at === 1 || !(isDigit(s[at - 2]!) || isLatin(s[at - 2]!)))) {
    while (isDigit(s[i]!)) i++;
    const part = readPlain(src, at - 1, i);
    readScales(src, part, `0${foldedText(src, at - 1, i)}`, unitAhead);
    return part;
  }
  while (isDigit(s[i]!)) mantissa = mantissa * 10 + s[i++]! - 48;
  let plain = i - at <= 15;
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
        i = j;
        grouped = true;
        plain = false;
      }
    }
  }
  let decimal = false;
  if (s[i] === 46 && isDigit(s[i + 1]!)) {
    decimal = true;
    plain = false;
    i++;
    while (isDigit(s[i]!)) i++;
  }
  let text = '';
  if (!plain) {
    text = foldedText(src, at, i).replaceAll(/[, ，]/g, '');
    mantissa = Number(text);
  }
  const numeral: Numeral = {
    start: at,
    end: i,
    value: mantissa,
    high: null,
    vague: null,
    scale: 1,
    mantissa,
    arabic: true,
    digits: !decimal && !grouped,
    bare: false,
    decimal,
  };
  readScales(src, numeral, text, unitAhead);
  return numeral;
}

/** A decimal without its leading zero. */
function readPlain(src: Source, from: number, to: number): Numeral {
  const value = Number(`0${foldedText(src, from, to)}`);
  return {
    start: from,
    end: to,
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
}

/** 3万, 1.2亿, 30余万, 2亿6千万, 3万4000, 1.5×10^6. */
function readScales(src: Source, n: Numeral, text: string, unitAhead: UnitAhead): void {
  const { s } = src;
  let i = skipSpace(src, n.end);
  if (
    (s[i] === 0xd7 || s[i] === 42) &&
    s[i + 1] === 49 &&
    s[i + 2] === 48 &&
    (s[i + 3] === 94 || isSuperscript(s[i + 3]!))
  ) {
    const power = readPower(src, i + 1);
    if (power) {
      n.value = timesTen(n.mantissa, text, power.exponent);
      n.scale = 10 ** power.exponent;
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
  while (isScaleMark(s[j]!) && (s[j] === WAN || s[j] === YI || !unitAhead(src, j))) {
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
  n.scale = 10 ** exponent;
  n.value = timesTen(n.mantissa, text, exponent);
  n.end = i;
  n.digits = false;
  // a second part: 2亿6千万, 3万4000, 1万零500
  if (exponent >= 3 && !vague) {
    let k = n.end;
    if (s[k] === ZERO) k++;
    if (isDigit(s[k]!)) {
      const part = readArabic(src, k, unitAhead);
      if (part.value > 0 && part.value < n.scale && !part.decimal && (!part.digits || exponent <= 4)) {
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

/** 8k, 12k元, 30w元 as people write wages; 60w灯泡 is watts. */
function shortScale(src: Source, at: number): number {
  const { s } = src;
  if (isLatin(s[at + 1]!) || isDigit(s[at + 1]!) || s[at + 1] === SLASH) return 0;
  if (s[at] === 107) return 3;
  return s[at] === 119 && on(src, at + 1, '元块人粉+~—-以左上多') ? 4 : 0;
}

/** 20.52 and 8 → 2052000000, without the error of 20.52 × 1e8. */
function timesTen(mantissa: number, text: string, exponent: number): number {
  return text === '' && exponent >= 0 ? mantissa * 10 ** exponent : Number(`${text || mantissa}e${exponent}`);
}

function foldedText(src: Source, from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i++) out += String.fromCharCode(src.s[i]!);
  return out;
}

/** 余 多 来 几 right behind the numeral: 1000余亩, 70多岁, 20来个. */
function markVague(src: Source, n: Numeral): void {
  const c = src.s[n.end]!;
  const round = n.value % 10 === 0 || n.scale > 1;
  if (c === YU && (round || n.value >= 10)) n.vague = 'moreThan';
  else if (c === DUO && round && !isManyWord(src, n.end + 1)) n.vague = 'moreThan';
  else if (c === LAI && round && !n.decimal) n.vague = 'approx';
  else return;
  n.end++;
  n.digits = false;
}
