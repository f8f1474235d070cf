import { isNumeral, KIND, Kind, type Source } from './chars.ts';
import { NEAR, Near } from './near.ts';
import type { Units } from './unit.ts';

/** A Chinese digit alone, before a character that it makes nothing with: 一般, 统一的, 第三方. Most Chinese digits of a text are such. */
export function isDeadEnd({ s }: Source, at: number, units: Units): boolean {
  if (!(KIND[s[at]!]! & Kind.digit)) return false;
  const next = s[at + 1]!;
  return !isNumeral(next) && !(NEAR[next]! & Near.behind) && units.trie.first[next] === 0;
}
