import { isNumeral, KIND, Kind, type Source } from './chars.ts';
import { BAN, GE, MEI, MIDDLE_DOT, ONE } from './marks.ts';
import { NEAR, Near } from './near.ts';
import { type Units, unitMatched } from './unit-table.ts';

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

/** Behind 一 and a counter that it does not count with (一个部门, 一项工作): an article, as the readers of figures would find; `at` otherwise. */
export function skipArticle({ s, n }: Source, at: number, units: Units): number {
  const next = s[at + 1]!;
  if (s[at] !== ONE || NEAR[next]! & Near.behind || isNumeral(next)) return at;
  let end = units.trie.match(s, at + 1, n);
  if (end === at + 1) return at;
  const unit = unitMatched(units);
  if (unit.extent > 0) end = at + 1 + unit.extent;
  if (!unit.counter || unit.one || unit.never || unit.contextual || unit.dimension === 'people') return at;
  // 一个半小时, 一个亿, 一盒/人, 一家至三家
  const behind = s[end]!;
  const goesOn = (NEAR[behind]! & (Near.scale | Near.special | Near.join)) !== 0;
  return goesOn || isNumeral(behind) || behind === MEI || behind === MIDDLE_DOT ? at : end;
}
