import { Class } from '../rules/format.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Tokens } from './tokens.ts';
import { CHANGE, has, isCharacter, isEmpty, isOneOf, isVerb, type Span } from './view.ts';

export const SELLS = words('卖', '卖到', '卖出', '售', '卖得');

const PERSONS_AND_TIMES = '人户名位月年天日周季次';

/** 每亩收割费: a fee is a price, whatever else is paid for each (每亩收入) is an amount. */
export const isFeeForEach = (t: Tokens, s: Span): boolean =>
  s.to - s.from > 1 &&
  t.text.charCodeAt(t.start[s.from]!) === EACH &&
  !has(t.kind[s.to - 1]!, Class.head) &&
  isCharacter('费', t.text.charCodeAt(t.end[s.to - 1]! - 1)) &&
  !isPerPerson(t, s.from);

const ONE = '一'.charCodeAt(0);

const EACH = '每'.charCodeAt(0);

/** Where 每吨, 每平方米 straight before a figure begins, -1 for none. */
export function eachFrom(t: Tokens, at: number, floor: number): number {
  for (let i = at - 1; i >= floor && i >= at - 3; i--) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation | Kind.figure)) return -1;
    if (isVerb(k) && !has(k, CHANGE | Class.head) && !isOneOf(t, i, SELLS)) return -1; // 每人|获得|5000元, but 每箱能|卖到|98元
    if (i < at - 1 && has(t.kind[i + 1]!, Class.head) && !has(t.kind[i + 1]!, CHANGE | Class.reach)) return -1; // 每辆|价格|46万元
    if (
      (t.text.charCodeAt(t.start[i]!) === EACH || isOfGoods(t, i)) &&
      !has(k, Class.head) &&
      t.end[at - 1]! - t.start[i]! <= 5
    )
      return i;
  }
  return -1;
}

/** 一斤|卖1.6元, of which dropBases has made a word: 一 and a measure of goods. */
const isOfGoods = (t: Tokens, i: number): boolean =>
  t.kind[i] === Class.adverb &&
  t.text.charCodeAt(t.start[i]!) === ONE &&
  isCharacter('斤亩公吨箱', t.text.charCodeAt(t.start[i]! + 1));

/** 每人, 每月: an amount for a person or a time is no price. */
export const isPerPerson = (t: Tokens, each: number): boolean =>
  isCharacter(PERSONS_AND_TIMES, t.text.charCodeAt(t.start[each]! + 1));

/** 青江菜|每公斤: where 每 and a unit end a noun phrase, -1 for nowhere. */
export function eachWithin(t: Tokens, s: Span): number {
  for (let i = s.to - 1; i > s.from && i >= s.to - 2; i--)
    if (has(t.kind[i]!, Class.head))
      return -1; // 财政|每部|补贴10万元
    else if (t.text.charCodeAt(t.start[i]!) === EACH) return isEachUnit(t, { from: i, to: s.to }) ? i : -1;
  return -1;
}

/** 每公斤: 每 and a word of up to four characters. */
export function isEachUnit(t: Tokens, s: Span): boolean {
  if (isEmpty(s) || t.source.charCodeAt(t.start[s.from]!) !== EACH || isVerb(t.kind[s.to - 1]!)) return false; // 每公顷|补偿
  const length = t.end[s.to - 1]! - t.start[s.from]!;
  return length >= 2 && length <= 5;
}
