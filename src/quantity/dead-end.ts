import { isNumeral, KIND, Kind, type Source } from './chars.ts';
import { BAN, GE } from './marks.ts';
import { NEAR, Near } from './near.ts';
import type { Units } from './unit.ts';

/**
 * A Chinese digit alone, before a character that it makes nothing with (一般, 统一的, 三方), and 上, 几, 数 before anything but a scale
 * (上海, 数据; 上百, 几个亿). Most of those in a text are such.
 */
export function isDeadEnd({ s }: Source, at: number, units: Units): boolean {
  const kind = KIND[s[at]!]!;
  const next = s[at + 1]!;
  if (kind & Kind.opener) return s[at] !== BAN && !(KIND[next]! & Kind.scale) && next !== GE;
  if (!(kind & Kind.digit)) return false;
  return !isNumeral(next) && !(NEAR[next]! & Near.behind) && units.trie.first[next] === 0;
}
