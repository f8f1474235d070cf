import { Class } from '../rules/format.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { isGoverned } from './nominal.ts';
import { noteOwner } from './owner.ts';
import { DE, HAVING, LE } from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { CHANGE, has, isOneOf, isVerb } from './view.ts';

const COMPARES = words('比', '较', '相比');

/** Verbs that say nothing of their own between a measure and its figure. */
export const LIGHT = words(
  '完成',
  '实现',
  '取得',
  '创造',
  '到位',
  '录得',
  '收获',
  '贡献',
  '突破',
  '获得',
  '形成',
  '新增',
);

export const FROM = words('由', '从', '自', '在');
export const FORMER = words(
  '原来',
  '原先',
  '过去',
  '此前',
  '最初',
  '当初',
  '原',
  '目前',
  '现在',
  '如今',
  '当时',
  '一年前',
  '两年前',
  '三年前',
  '四年前',
  '五年前',
  '十年前',
  '多年前',
  '几年前',
);

export const UP_TO = words('到', '至', '于', '往');
export const ASPECT_OR_ALL = words('了', '着', '过', '起', '全部', '所有', '整个');
export const OPEN_QUOTE = marksOf('“‘');

/** 占 before a ratio and its whole, which may hold verbs and times (占|募集总额|的86%); -1 for none. */
export function shareBefore(t: Tokens, r: Reading): number {
  if (r.quantity.dimension !== 'ratio' || !isOneOf(t, r.at - 1, DE)) return -1;
  if (has(t.kind[r.at - 2] ?? 0, Kind.time) || isOneOf(t, r.at - 2, FORMER)) return -1; // 占比由2015年|的45.2%
  for (let i = r.at - 2; i >= r.from && !has(t.kind[i]!, Kind.figure); i--) {
    if (isOneOf(t, i, FROM)) return -1;
    if (has(t.kind[i]!, Class.share)) return i;
  }
  return -1;
}

/** 减少|二氧化碳|排放: the verb that ends the object of another one; 完成|人工|造林 is done itself. */
export function isObjectsEnd(t: Tokens, i: number, floor: number): boolean {
  if (i <= floor || !has(t.kind[i]!, Class.weak) || isVerb(t.kind[i - 1]!) || !isGoverned(t, i)) return false;
  for (let k = i - 1; k >= floor; k--) if (isOneOf(t, k, LIGHT)) return false;
  return true;
}

/** 出动一辆救援车|和|7名官兵: the figure goes on a list of things with the verb before them. */
export function goesOn(t: Tokens, r: Reading, joint: number, lexicon: Lexicon): boolean {
  const thing = nounPhraseBefore(t, joint, r.from, lexicon);
  let left = thing.from - 1;
  const done = isOneOf(t, left, LE);
  while (left >= r.from && (isOneOf(t, left, ASPECT_OR_ALL) || isOneOf(t, left, OPEN_QUOTE))) left--; // 解决|了|21.6万居民和1.4万师生的饮水问题
  if (thing.to <= thing.from || left < r.from) return false;
  if (!has(t.kind[left]!, Class.strong) || (has(t.kind[left]!, Class.weak) && !done)) return false;
  if (isOneOf(t, left, HAVING)) r.having = left;
  else r.verb = left;
  noteOwner(t, r, left - 1, r.from, lexicon);
  return true;
}

/** 较 or 比 that opens what the change before token `change` is compared with, -1 for none: nothing but words between. */
export function comparedFrom(t: Tokens, change: number, floor: number): number {
  for (let i = change - 1; i >= floor; i--) {
    if (has(t.kind[i]!, Kind.figure | Kind.punctuation)) return -1;
    if (isOneOf(t, i, COMPARES)) return has(t.kind[i + 1]!, Kind.time) ? -1 : i;
  }
  return -1;
}

/** A verb before 到 that stands straight behind a measure says how the measure got there. */
export function reachesMeasure(t: Tokens, verb: number): boolean {
  if (has(t.kind[verb]!, Class.head) || !isVerb(t.kind[verb]!)) return false;
  let m = verb - 1;
  while (m > 0 && has(t.kind[m]!, Class.adverb) && !has(t.kind[m]!, Class.head)) m--;
  return has(t.kind[m]!, Class.head) && !has(t.kind[m]!, Class.strong | Class.up | Class.down | Class.reach);
}

/** A verb before 到 and a count: who does it gets there, and its noun, where it has one (出口, 投资), is not meant. */
export function reachesPlaces(t: Tokens, r: Reading, verb: number): boolean {
  const counted = ['count', 'people', 'households'].includes(r.quantity.dimension);
  return counted && has(t.kind[verb]!, Class.strong) && !has(t.kind[verb]!, CHANGE | Class.reach);
}
