import { code, isDigit, isHan, isLatin, on, type Source, skipSpace } from '../chars.ts';
import type { Units } from '../unit.ts';

const unitAheadOf =
  (units: Units) =>
  (src: Source, at: number): boolean => {
    const end = units.trie.match(src.s, at, src.n);
    if (end === at) return false;
    const unit = units.list[units.trie.id]!;
    return !unit.counter && !(isLatin(src.s[end - 1]!) && isLatin(src.s[end]!));
  };

const aheads = new WeakMap<Units, (src: Source, at: number) => boolean>();

export function aheadOf(units: Units): (src: Source, at: number) => boolean {
  const known = aheads.get(units);
  if (known) return known;
  const made = unitAheadOf(units);
  aheads.set(units, made);
  return made;
}

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
