import { Class } from '../rules/format.ts';
import { Kind } from './kind.ts';
import type { Tokens } from './tokens.ts';

/** A run of tokens, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

export const JOINERS = ['和', '与', '及', '以及', '暨'];

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

export const isMark = (t: Tokens, i: number, marks: string): boolean =>
  i >= 0 && i < t.count && has(t.kind[i]!, Kind.punctuation) && holds(marks, t.value[i]!);

function holds(marks: string, c: number): boolean {
  for (let k = 0; k < marks.length; k++) if (marks.charCodeAt(k) === c) return true;
  return false;
}

export const isWord = (t: Tokens, i: number, w: string): boolean =>
  i >= 0 && i < t.count && t.end[i]! - t.start[i]! === w.length && standsAt(t.text, t.start[i]!, w);

/** Asked some hundred times a sentence: nearly always the length or the first character says no. */
export function isOneOf(t: Tokens, i: number, words: readonly string[]): boolean {
  if (i < 0 || i >= t.count) return false;
  const start = t.start[i]!;
  const length = t.end[i]! - start;
  for (let k = 0; k < words.length; k++) {
    const w = words[k]!;
    if (w.length === length && standsAt(t.text, start, w)) return true;
  }
  return false;
}

function standsAt(text: string, at: number, w: string): boolean {
  for (let k = 0; k < w.length; k++) if (text.charCodeAt(at + k) !== w.charCodeAt(k)) return false;
  return true;
}

/** Without the joints at its ends. */
export function trim(t: Tokens, s: Span): Span {
  let { from, to } = s;
  while (
    from < to &&
    (isMark(t, from, '、，：”’）)·') || isWord(t, from, '的') || isWord(t, from, '等') || isOneOf(t, from, JOINERS))
  )
    from++;
  while (to > from && (isMark(t, to - 1, '、，：“‘（(·') || isWord(t, to - 1, '的') || isOneOf(t, to - 1, JOINERS)))
    to--;
  return { from, to };
}

/** Words that say nothing of the measure between it and its figure. */
export const isConnector = (t: Tokens, i: number): boolean => {
  const k = t.kind[i]!;
  if (has(k, Class.share) || (has(k, Class.strong) && has(k, STATUS))) return false;
  if (has(k, Class.adverb | Class.reach | Class.basis | STATUS | Class.actual | Kind.time))
    return !has(k, CHANGE) || has(k, Class.reach | Class.basis);
  return isOneOf(t, i, ['了', '着', '过', '起', '出', '共同']);
};

export const isVerb = (k: number): boolean => has(k, VERB);

/** Start of the clause that token `at` stands in. */
export function clauseStart(t: Tokens, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (!has(t.kind[i]!, Kind.punctuation)) continue;
    if (isMark(t, i, '）)')) depth++;
    else if (isMark(t, i, '（(')) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && isMark(t, i, '，。；：！？—…,;:!?【】|')) return i + 1;
  }
  return 0;
}

export function clauseEnd(t: Tokens, at: number): number {
  let depth = 0;
  for (let i = at + 1; i < t.count; i++) {
    if (!has(t.kind[i]!, Kind.punctuation)) continue;
    if (isMark(t, i, '（(')) depth++;
    else if (isMark(t, i, '）)')) {
      if (depth === 0) return i;
      depth--;
    } else if (depth === 0 && isMark(t, i, '，。；：！？—…,;:!?【】|')) return i;
  }
  return t.count;
}
