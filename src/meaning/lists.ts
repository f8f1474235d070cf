import type { Meaning } from './meaning.ts';
import { isMark, isOneOf, type Span, spanText } from './phrases.ts';
import { isEmpty, type Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';

/**
 * Parallel lists: 增加值同比分别增长7.8%、9.2%和3% gives each figure its own measure, in order. The partners are the parts of
 * the list in the first figure's noun phrase, or else as many figures right before (开行5460列，发送54.6万标箱，分别增长29%、22%).
 */
export function pairLists(t: Tokens, readings: readonly Reading[], meanings: readonly Meaning[]): void {
  for (let i = 0; i < readings.length; i++) {
    let n = 1;
    while (i + n < readings.length && readings[i + n]!.follows === i + n - 1) n++;
    if (n < 2) continue;
    pairOne(t, readings, meanings, i, n);
    i += n - 1;
  }
}

function pairOne(
  t: Tokens,
  readings: readonly Reading[],
  meanings: readonly Meaning[],
  first: number,
  n: number,
): void {
  const r = readings[first]!;
  const owner = meanings[first]!;
  const before = meanings.slice(Math.max(0, first - n), first);
  if (isEmpty(r.noun) && before.length === n && before.every((m) => m.type !== owner.type)) {
    for (let k = 0; k < n; k++) {
      const m = meanings[first + k]!;
      m.metric = before[k]!.metric ?? before[k]!.item;
      m.subject = before[k]!.subject;
    }
    return;
  }
  const parts = splitList(t, isEmpty(r.noun) ? r.subject : r.noun);
  if (parts.length === n) for (let k = 0; k < n; k++) meanings[first + k]!.metric = spanText(t, parts[k]!);
}

/** The parts of a noun list: A、B和C. */
export function splitList(t: Tokens, s: Span): Span[] {
  const parts: Span[] = [];
  let from = s.from;
  for (let i = s.from; i < s.to; i++)
    if (isMark(t, i, '、') || isOneOf(t, i, ['和', '与', '及', '以及'])) {
      if (i > from) parts.push({ from, to: i });
      from = i + 1;
    }
  if (s.to > from) parts.push({ from, to: s.to });
  return parts;
}
