import { isDigit, type Source } from '../chars.ts';

export const isSuperscript = (c: number): boolean =>
  (c >= 0x2070 && c <= 0x207b) || c === 0xb2 || c === 0xb3 || c === 0xb9;

/** The ^6 of 10^6 and 2^+6, the ⁶ of 10⁶, the ^-3 of 10^-3 at `at`. */
export function readPower(src: Source, at: number): { exponent: number; end: number } | null {
  const { s } = src;
  let i = at;
  let sign = 1;
  let exponent = 0;
  const from = i;
  if (s[i] === 94) {
    i++;
    if (s[i] === 45 || s[i] === 43) {
      sign = s[i] === 45 ? -1 : 1;
      i++;
    }
    const first = i;
    while (isDigit(s[i]!)) exponent = exponent * 10 + s[i++]! - 48;
    return i > first && exponent <= 100 ? { exponent: sign * exponent, end: i } : null;
  }
  const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  if (s[i] === 0x207b) {
    sign = -1;
    i++;
  }
  while (isSuperscript(s[i]!)) {
    const d = SUPER.indexOf(String.fromCharCode(s[i]!));
    if (d < 0) break;
    exponent = exponent * 10 + d;
    i++;
  }
  return i > from && exponent <= 100 ? { exponent: sign * exponent, end: i } : null;
}
