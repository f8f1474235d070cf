import type { QuantityRules } from '../rules/quantity.ts';
import { code, FOLD, isDigit, isLatin, isNumeral, on, type Source, skipSpace } from './chars.ts';
import { buildTrie, type Trie } from './trie.ts';
import type { Modifier } from './types.ts';

/** The words that stand outside a figure and bound or blur it. */
export interface Modifiers {
  before: Trie;
  after: Trie;
  list: (Modifier | null)[];
  /** Character → BEFORE where it may end a bound before a figure, BEHIND where it may begin one behind it. */
  beside: Uint8Array;
}

const BEFORE = 1;
const BEHIND = 2;

export function compileModifiers(rules: QuantityRules): Modifiers {
  const list: (Modifier | null)[] = [];
  const words = (groups: Record<string, string[]>): [string, number][] =>
    Object.entries(groups).flatMap(([name, ws]) => {
      list.push(name === 'none' ? null : (name as Modifier));
      const id = list.length - 1;
      return ws.map((w): [string, number] => [w, id]);
    });
  const before = buildTrie(words(rules.modifiers.before), FOLD, true);
  const after = buildTrie(words(rules.modifiers.after), FOLD);
  const beside = new Uint8Array(65536);
  for (const c of [...before.starts, ...[...' 过破'].map(code)]) beside[c]! |= BEFORE;
  for (const c of [...after.starts, ...[...' +内'].map(code)]) beside[c]! |= BEHIND;
  return { before, after, list, beside };
}

export interface Outside {
  modifier: Modifier | null;
  outerStart: number;
  outerEnd: number;
}

const LONGEST = 8;
const PLUS = 43;

/** Reads what stands around [start, end): 近…, …以上, 约…左右. `floor` is the end of the figure before. */
export function readOutside(src: Source, start: number, end: number, floor: number, m: Modifiers): Outside {
  const out: Outside = { modifier: null, outerStart: start, outerEnd: end };
  if (start > floor && m.beside[src.s[start - 1]!]! & BEFORE) readBefore(src, start, end, floor, m, out);
  if (m.beside[src.s[end]!]! & BEHIND) readBehind(src, end, m, out);
  return out;
}

function readBefore(src: Source, start: number, end: number, floor: number, m: Modifiers, out: Outside): void {
  let at = start;
  if (at > floor && src.s[at - 1] === 32) at--;
  const before = m.before.matchBack(src.s, at, Math.max(floor, at - LONGEST));
  if (before < at) {
    const found = m.list[m.before.id]!;
    if (found) {
      out.modifier = found;
      out.outerStart = before;
    }
  } else if (
    on(src, at - 1, '过破') &&
    at - 1 >= floor &&
    isThreshold(src, start, end) &&
    !on(src, at - 2, '通经超不胜打突击看透侦爆')
  ) {
    // 进度过七成, 票房破10亿: but 开过三次会
    out.modifier = 'moreThan';
    out.outerStart = at - 1;
  }
}

function readBehind(src: Source, end: number, m: Modifiers, out: Outside): void {
  const next = skipSpace(src, end);
  if (on(src, end, '+') && !isDigit(src.s[end + 1]!) && !isLatin(src.s[end + 1]!) && isHanScale(src, end - 1)) {
    out.outerEnd = end + 1; // 100万+
    out.modifier ??= 'moreThan';
    return;
  }
  if (on(src, next, '内') && !on(src, next + 1, '容部外在资需地') && isShortTime(src, end)) {
    // 30分钟内, 48小时内, 90日内; 半个月内 says when, not how long
    out.outerEnd = next + 1;
    out.modifier ??= 'atMost';
    return;
  }
  if (src.s[next] === PLUS && !isDigit(src.s[next + 1]!) && !isLatin(src.s[next + 1]!)) {
    out.outerEnd = next + 1; // 10万+
    out.modifier ??= 'moreThan';
    return;
  }
  const after = m.after.match(src.s, next, src.n);
  if (after > next && !isWordAfter(src, next, after)) {
    out.outerEnd = after;
    if (!out.modifier) out.modifier = m.list[m.after.id]!;
  }
}

const isHanScale = (src: Source, at: number): boolean => on(src, at, '万亿千百');

const isShortTime = (src: Source, end: number): boolean =>
  on(src, end - 1, '钟秒天') ||
  (on(src, end - 1, '时') && on(src, end - 2, '小')) ||
  (on(src, end - 1, '日') && (on(src, end - 2, '作易') || isNumeral(src.s[end - 2]!)));

/** Whether the figure ends on a ratio, or on a round scale with at most its unit behind: 七成, 10亿元, 百亿. */
function isThreshold(src: Source, start: number, end: number): boolean {
  for (let i = end - 1; i >= start; i--) {
    if (on(src, i, '成%万亿')) return true;
    if (on(src, i, '百千') && i === start) return true;
    if (end - i > 3) return false;
  }
  return false;
}

/** 10日起, 3天内部: the word goes on and is another. */
function isWordAfter(src: Source, from: number, to: number): boolean {
  const word = src.text.slice(from, to);
  if (word === '起') return !on(src, to, '，。；、）)元') && to < src.n;
  if (word === '许') return on(src, to, '可多诺愿昌');
  if (word === '前后') return false;
  if (word === '左右') return on(src, to, '手两为各');
  if (word === '上下') return on(src, to, '游班级一水');
  if (word === '不到' || word === '不足') return !on(src, to, '，。；、的）)');
  return false;
}
