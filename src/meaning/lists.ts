import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isMark, isOneOf, type Span, spanText, trim } from './view.ts';

/**
 * Parallel lists: 增加值同比分别增长7.8%、9.2%和3% gives each figure its own measure, in order. The partners are the parts of
 * the list in the first figure's noun phrase, or else as many figures right before (开行5460列，发送54.6万标箱，分别增长29%、22%).
 */
export function pairLists(
  t: Tokens,
  readings: readonly Reading[],
  meanings: readonly Meaning[],
  lexicon: Lexicon,
): void {
  for (let i = 0; i < readings.length; i++) {
    let n = 1;
    while (i + n < readings.length && readings[i + n]!.follows === i + n - 1) n++;
    if (n < 2) continue;
    pairOne(t, readings[i]!, meanings.slice(i, i + n), meanings.slice(Math.max(0, i - n), i), lexicon);
    i += n - 1;
  }
}

function pairOne(t: Tokens, r: Reading, group: readonly Meaning[], before: readonly Meaning[], lexicon: Lexicon): void {
  const n = group.length;
  if (isEmpty(r.noun) && before.length === n && before.every((m) => m.type !== group[0]!.type)) {
    group.forEach((m, k) => {
      m.metric = before[k]!.metric ?? before[k]!.item;
      m.subject = before[k]!.subject;
    });
    return;
  }
  const list = isEmpty(r.noun) ? r.subject : r.noun;
  const parts = splitList(t, list);
  if (parts.length !== n) return;
  const first = splitMeasure(t, parts[0]!, lexicon);
  const last = splitMeasure(t, parts[n - 1]!, lexicon);
  if (parts.every((p) => endsOnHead(t, p)) || isEmpty(last.measure)) {
    // 治理率、消除率和改厕率: each part is a measure; who has them stands before the first
    group.forEach((m, k) => {
      const own = k === 0 && !isEmpty(first.measure) ? first.measure : parts[k]!;
      if (isEmpty(last.measure) && isEmpty(r.measure) && m.metric && !isEmpty(r.subject)) m.subject = spanText(t, own);
      else m.metric = spanText(t, own);
      if (k === 0 && !isEmpty(first.measure) && !isEmpty(first.entity)) m.subject = spanText(t, trim(t, first.entity));
      else if (k > 0 && !isEmpty(first.entity) && !isEmpty(first.measure)) m.subject = group[0]!.subject;
    });
    return;
  }
  // 山东、河南和四川三省产量: the parts own one measure
  group.forEach((m, k) => {
    m.subject = spanText(t, k < n - 1 ? parts[k]! : cutAtFigure(t, trim(t, last.entity)));
    m.metric = spanText(t, last.measure);
  });
}

/** 四川|三省: without the count that sums the list up. */
function cutAtFigure(t: Tokens, s: Span): Span {
  for (let i = s.from + 1; i < s.to; i++) if (has(t.kind[i]!, Kind.figure)) return { from: s.from, to: i };
  return s;
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
