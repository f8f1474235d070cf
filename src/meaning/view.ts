import { Class } from '../rules/format.ts';
import type { WordTest } from '../rules/word-tests.ts';
import { type Asked, either, marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import { CLOSE_BRACKET, DE, DENG, JOINERS, OPEN_BRACKET } from './particles.ts';
import type { Tokens } from './tokens.ts';

const CLAUSE_MARK = marksOf('，。；：！？—…,;:!?【】|');
const JOINT_BEFORE = either(marksOf('、，：”’）)·'), DE, DENG, JOINERS);
const JOINT_BEHIND = either(marksOf('、，：“‘（(·'), DE, JOINERS);
const ASPECT = words('了', '着', '过', '起', '出', '共同');

/** A run of tokens, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Whether a code unit is one of a few characters. */
export function isCharacter(list: string, code: number): boolean {
  for (let k = 0; k < list.length; k++) if (list.charCodeAt(k) === code) return true;
  return false;
}

export const CHANGE = Class.up | Class.down;

const STATUS = Class.planned | Class.target | Class.estimated;
const VERB = Class.strong | Class.weak;

export const NONE: Span = { from: 0, to: 0 };
export const isEmpty = (s: Span): boolean => s.to <= s.from;

export const has = (kind: number, bits: number): boolean => (kind & bits) !== 0;

/** The token as it stands in the text. */
export const word = (t: Tokens, i: number): string => t.source.slice(t.start[i], t.end[i]);

/** The token in Simplified characters, for matching. */
export const plainWord = (t: Tokens, i: number): string => t.text.slice(t.start[i], t.end[i]);

/** The text of a span, as it stands; '' for an empty one. */
export const spanText = (t: Tokens, s: Span | null): string =>
  s && s.to > s.from ? t.source.slice(t.start[s.from], t.end[s.to - 1]) : '';

/** Whether a span passes a test, as it stands; not for an empty one. */
export const spanIs = (t: Tokens, s: Span, test: WordTest): boolean =>
  s.to > s.from && test(t.source, t.start[s.from]!, t.end[s.to - 1]!);

/** Whether a span passes a test in Simplified characters. */
export const plainSpanIs = (t: Tokens, s: Span, test: WordTest): boolean =>
  test(t.text, t.start[s.from]!, t.end[s.to - 1]!);

/** Whether a token is a word or mark of a list. */
export const isOneOf = (t: Tokens, i: number, list: Asked): boolean => i >= 0 && i < t.count && list[t.asked[i]!] === 1;

/** Without the joints at its ends. */
export function trim(t: Tokens, s: Span): Span {
  let { from, to } = s;
  while (from < to && isOneOf(t, from, JOINT_BEFORE)) from++;
  while (to > from && isOneOf(t, to - 1, JOINT_BEHIND)) to--;
  return { from, to };
}

/** Words that say nothing of the measure between it and its figure. */
export const isConnector = (t: Tokens, i: number): boolean => {
  const k = t.kind[i]!;
  if (has(k, Class.share) || (has(k, Class.strong) && has(k, STATUS))) return false;
  if (has(k, Class.adverb | Class.reach | Class.basis | STATUS | Class.actual | Kind.time))
    return !has(k, CHANGE) || has(k, Class.reach | Class.basis);
  return isOneOf(t, i, ASPECT);
};

export const isVerb = (k: number): boolean => has(k, VERB);

/** Start of the clause that token `at` stands in. */
export function clauseStart(t: Tokens, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (!has(t.kind[i]!, Kind.punctuation)) continue;
    if (isOneOf(t, i, CLOSE_BRACKET)) depth++;
    else if (isOneOf(t, i, OPEN_BRACKET)) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && isOneOf(t, i, CLAUSE_MARK)) return i + 1;
  }
  return 0;
}

export function clauseEnd(t: Tokens, at: number): number {
  let depth = 0;
  for (let i = at + 1; i < t.count; i++) {
    if (!has(t.kind[i]!, Kind.punctuation)) continue;
    if (isOneOf(t, i, OPEN_BRACKET)) depth++;
    else if (isOneOf(t, i, CLOSE_BRACKET)) {
      if (depth === 0) return i;
      depth--;
    } else if (depth === 0 && isOneOf(t, i, CLAUSE_MARK)) return i;
  }
  return t.count;
}
