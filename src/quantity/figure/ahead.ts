import { DIGIT, isDigit, isHan, KIND, Kind, on, type Source, skipSpace } from '../chars.ts';
import { LING } from '../marks.ts';
import type { Units } from '../unit-table.ts';

export const isUnitAhead = (src: Source, at: number, units: Units): boolean =>
  units.trie.match(src.s, skipSpace(src, at), src.n) > at || on(src, at, '万亿千百');

/** Nothing that is counted follows: 半个。 but not 半个身子. */
export const isNounless = (src: Source, at: number): boolean => !isHan(src.s[at]!) || on(src, at, '的以左上');

/** Value of a digit of whatever script, 两 among them; -1 for 〇 and for anything else. */
export const digitOf = (c: number): number => {
  if (isDigit(c)) return c - 48;
  const kind = KIND[c]!;
  return kind & (Kind.digit | Kind.financial) && !(kind & Kind.scale) && c !== LING ? DIGIT[c]! : -1;
};
