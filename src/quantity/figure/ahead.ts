import { code, isDigit, isHan, on, type Source, skipSpace } from '../chars.ts';
import type { Units } from '../unit.ts';

export const isUnitAhead = (src: Source, at: number, units: Units): boolean =>
  units.trie.match(src.s, skipSpace(src, at), src.n) > at || on(src, at, '万亿千百');

/** Nothing that is counted follows: 半个。 but not 半个身子. */
export const isNounless = (src: Source, at: number): boolean => !isHan(src.s[at]!) || on(src, at, '的以左上');

export const digitOf = (c: number): number => {
  if (isDigit(c)) return c - 48;
  const k = '零一二三四五六七八九'.indexOf(String.fromCharCode(c));
  if (k >= 0) return k;
  const f = '零壹贰叁肆伍陆柒捌玖'.indexOf(String.fromCharCode(c));
  return f >= 0 ? f : c === code('两') ? 2 : -1;
};
