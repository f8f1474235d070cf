import { DIGIT, KIND, Kind, on, type Source } from '../chars.ts';
import { DIAN, LIANG, TEN, ZHAO } from '../marks.ts';
import { exponentOf, isScaleMark } from './marks.ts';
import type { Numeral } from './types.ts';

/** 二〇一二, 一九九八, 一三八: digits read one by one. Two of them only where they cannot be a range (九八). */
export function readDigitRow(src: Source, at: number): Numeral | null {
  const { s } = src;
  let i = at;
  while (KIND[s[i]!]! & Kind.digit && s[i] !== LIANG) i++;
  const length = i - at;
  if (length < 2) return null;
  const next = KIND[s[i]!]! & (Kind.scale | Kind.tens);
  const first = DIGIT[s[at]!]!;
  const second = DIGIT[s[at + 1]!]!;
  if (length === 2 && (next || second === first + 1 || (first === 3 && second === 5))) return null;
  if (length > 2 && next) return null;
  let value = 0;
  for (let k = at; k < i; k++) value = value * 10 + DIGIT[s[k]!]!;
  if (s[i] === DIAN && KIND[s[i + 1]!]! & Kind.digit) {
    const point = readChineseDecimal(src, i, value, at);
    if (point) return point;
  }
  return {
    start: at,
    end: i,
    value,
    high: null,
    vague: null,
    scale: 1,
    mantissa: value,
    arabic: false,
    digits: true,
    bare: false,
    decimal: false,
  };
}

export function readChineseDecimal(src: Source, point: number, whole: number, start: number): Numeral | null {
  const { s } = src;
  let i = point + 1;
  let fraction = '';
  while (KIND[s[i]!]! & Kind.digit && s[i] !== LIANG) fraction += DIGIT[s[i++]!]!;
  if (fraction === '' || s[i] === TEN || on(src, i, '刻半')) return null;
  let exponent = 0;
  while (isScaleMark(s[i]!) && exponent < 16 && !(s[i] === ZHAO)) exponent += exponentOf(s[i++]!);
  return {
    start,
    end: i,
    value: Number(`${whole}.${fraction}e${exponent}`),
    high: null,
    vague: null,
    scale: 10 ** exponent,
    mantissa: Number(`${whole}.${fraction}`),
    arabic: false,
    digits: false,
    bare: false,
    decimal: true,
  };
}
