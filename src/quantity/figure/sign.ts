import { code, isDigit, isHan, isLatin, on, type Source, stands } from '../chars.ts';
import { NEAR, Near } from '../near.ts';
import type { Dimension } from '../types.ts';
import type { Figure } from './types.ts';

const [MINUS, HYPHEN, SPACE, BRACKET, PLUS] = [...'负- )+'].map(code) as [number, number, number, number, number];

/** Words that a signed number stands right behind: 增长-3.2, 为-5. Behind other words the hyphen is a dash (北京-3). */
const CARRIERS = '长增降为至到达率速幅比约是于度了价额升跌涨温在值润';

/** +15.2% has a sign and stays as it is. */
const isPlus = (src: Source, at: number): boolean => src.s[at] === PLUS || stands(src, at, '零上');

/**
 * Where the sign before the numeral at `at` begins (零下, 负, -); `at` where there is none. `sure`: the unit is one that
 * takes signs (%, ℃), so that a hyphen behind any word is a minus.
 */
export function signStart(src: Source, at: number, floor: number, sure: boolean): number {
  const { s } = src;
  const i = at > floor && s[at - 1] === SPACE ? at - 1 : at;
  if (i - 2 >= floor && (stands(src, i - 2, '零下') || stands(src, i - 2, '零上'))) return i - 2;
  if (i - 1 >= floor && s[i - 1] === MINUS) return on(src, i - 2, '担抱肩欺胜') ? at : i - 1;
  if (i - 1 < floor) return at;
  const plus = s[i - 1] === PLUS;
  // － is folded into a dash, but before a numeral that begins something it is a minus
  if (s[i - 1] !== HYPHEN && !plus && src.text.charCodeAt(i - 1) !== 0xff0d) return at;
  const before = i >= 2 ? s[i - 2]! : 10;
  if (isDigit(before) || isLatin(before) || before === HYPHEN || before === 0x2014 || before === BRACKET) return at;
  if (isHan(before) && !sure && !on(src, i - 2, CARRIERS)) return at;
  return i - 1;
}

/** What takes signs, so that a hyphen before it is a minus. */
export const isSigned = (f: { dimension: Dimension }): boolean =>
  f.dimension === 'ratio' || f.dimension === 'temperature' || f.dimension === 'points';

/** 零下25.3℃, 负3%, -3.2%: the sign before the numeral, which a range has read already. */
export function applySign(src: Source, f: Figure, floor: number): void {
  if (f.signed || f.start === 0 || !(NEAR[src.s[f.start - 1]!]! & Near.sign)) return;
  const start = signStart(src, f.start, floor, isSigned(f));
  if (start === f.start) return;
  f.start = start;
  if (isPlus(src, start)) return;
  if (f.value !== null) f.value = -f.value || 0;
  if (f.min !== null && f.max !== null) [f.min, f.max] = [-f.max, -f.min];
}
