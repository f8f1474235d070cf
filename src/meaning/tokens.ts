import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { askedMark, askedWord } from './asked.ts';
import { dictionary } from './dictionary.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { segment } from './segment.ts';

/** A sentence cut into words, figures, times and marks. Parallel arrays; offsets into the repaired text. */
export interface Tokens {
  /** The page's text in Simplified characters, for matching; `source` is as it stands, for what is shown. Same offsets. */
  text: string;
  source: string;
  count: number;
  kind: number[];
  /** All kinds together: what stands nowhere in the sentence need not be looked for. */
  kinds: number;
  start: number[];
  end: number[];
  /** Index of the quantity for figures and times, of the word for words, the character for punctuation. */
  value: number[];
  /** Number of the word or mark among those that readers ask for by name, 0 for others (see asked.ts). */
  asked: number[];
}

const MARKS = '，。；：！？、“”‘’（）()《》〈〉「」『』【】—…,;:!?"\'/|～~·\n';
const isMark = new Uint8Array(65536);
for (const c of MARKS) isMark[c.charCodeAt(0)] = 1;

const isSpace = (c: number) => c === 0x20 || c === 0x3000 || c === 0xa0 || c === 9;

/** Single characters that are words only straight before a figure (建9座, 高3米): else a part of some name. */
const NEEDS_FIGURE = Class.head | Class.strong | Class.up | Class.down | Class.attribute | Class.yields;

/** Cuts `text` (the page's `source` in Simplified characters) from `start` to `end`. `quantities[from..to)` are those that stand in it, in order. */
export function tokenize(
  source: string,
  text: string,
  start: number,
  end: number,
  quantities: readonly Quantity[],
  from: number,
  to: number,
  lexicon: Lexicon,
): Tokens {
  const t: Tokens = { text, source, count: 0, kinds: 0, kind: [], start: [], end: [], value: [], asked: [] };
  const words = dictionary();
  let q = from;
  let i = start;
  while (i < end) {
    while (q < to && quantities[q]!.dimension === 'ordinal') q++; // 第六届 is a part of the name that it stands in
    if (q < to && i >= quantities[q]!.outerStart) {
      const quantity = quantities[q]!;
      const time = isTime(quantity);
      if (quantity.dimension === 'money') dropCurrency(t, quantity.outerStart);
      const stop = time ? timeEnd(text, quantity.outerEnd, end) : quantity.outerEnd;
      push(t, time ? Kind.time : Kind.figure, Math.max(i, quantity.outerStart), stop, q);
      i = Math.max(stop, i + 1);
      q++;
      continue;
    }
    const c = text.charCodeAt(i);
    if (isSpace(c)) {
      i++;
      continue;
    }
    if (isMark[c]) {
      push(t, Kind.punctuation, i, i + 1, c);
      i++;
      continue;
    }
    const limit = q < to ? Math.min(end, quantities[q]!.outerStart) : end;
    let stop = i + 1;
    while (stop < limit && !isMark[text.charCodeAt(stop)] && !isSpace(text.charCodeAt(stop))) stop++;
    const figureAt = q < to ? quantities[q]!.outerStart : -1;
    const cut = segment(text, i, stop, lexicon, words);
    for (let k = cut.count - 1; k >= 0; k--) {
      const kind = cut.kind[k]!;
      const s = cut.from[k]!;
      const e = cut.to[k]!;
      const id = cut.id[k]!;
      const named =
        e - s === 1 && id >= 0 && k > 0 && cut.kind[k - 1] === Kind.unknown && endsPlace(text, e, cut.to[k - 1]!);
      const bits = named
        ? 0
        : e - s === 1 && id >= 0
          ? singleCharacter(kind, text, e, figureAt, opensPredicate(t), t)
          : kind;
      const head = id < 0 && e - s > 2 && (bits & Class.noun) !== 0 ? lexicon.headAt(text, e - 2) : -1;
      if (head >= 0)
        push(t, bits | Class.head, s, e, head); // 老年|人口: an everyday word that ends on a measure
      else push(t, bits || Kind.unknown, s, e, id);
    }
    i = stop;
  }
  return t;
}

function push(t: Tokens, kind: number, start: number, end: number, value: number): void {
  t.kind.push(kind);
  t.kinds |= kind;
  t.start.push(start);
  t.end.push(end);
  t.value.push(value);
  t.asked.push(kind === Kind.punctuation ? askedMark(value) : askedWord(t.text, start, end));
  t.count++;
}

export const isTime = (q: Quantity): boolean => q.dimension === 'date' || q.dimension === 'time';

/** 共计|人民币|86.5万元: a currency named before its amount is a part of the figure. */
function dropCurrency(t: Tokens, at: number): void {
  const last = t.count - 1;
  if (last < 0 || t.end[last] !== at || !CURRENCIES.includes(t.text.slice(t.start[last], at))) return;
  for (const list of [t.kind, t.start, t.end, t.value, t.asked]) list.pop();
  t.count--;
}

const CURRENCIES = ['人民币', '新台币', '台币', '港币', '澳门币'];

const TIME_TAILS = ['份', '末', '底', '初', '时期', '期间', '以来', '”末', '”初', '”时期', '”期间', '”以来'];

/** Where a time ends with the words that belong to it: 6月|份, “十二五”|末. */
function timeEnd(text: string, at: number, end: number): number {
  for (const tail of TIME_TAILS) if (text.startsWith(tail, at) && at + tail.length <= end) return at + tail.length;
  return /[底末月日]/.test(text[at - 1] ?? '') &&
    text[at] === '前' &&
    !/[\d一二三四五六七八九十两几]/.test(text[at + 1] ?? '')
    ? at + 1
    : at;
}

/** 花|沟村, 打|鼓镇: a verb's character before a word that no list knows and that names a village is the name's first. */
const endsPlace = (text: string, from: number, to: number): boolean => {
  const length = to - from;
  return length === 2 && PLACES.includes(text[to - 1]!);
};

const PLACES = '村镇乡县屯寨旗';

/** Whether a verb can come next: at the start, behind a mark, an adverb, a time or a word of status (，打|机井, 再|建|粮田). */
const opensPredicate = (t: Tokens): boolean =>
  t.count === 0 ||
  (t.kind[t.count - 1]! &
    (Kind.punctuation | Kind.time | Class.adverb | Class.planned | Class.target | Class.estimated)) !==
    0;

/** Whether a word that no list knows ends straight before `at`. */
const endsUnknown = (t: Tokens, at: number): boolean =>
  t.count > 0 && t.kind[t.count - 1] === Kind.unknown && t.end[t.count - 1] === at;

/** Class bits of a one-character word at `next - 1`, without those that need a figure behind them where none stands. */
function singleCharacter(
  bits: number,
  text: string,
  next: number,
  figureAt: number,
  opens: boolean,
  t: Tokens,
): number {
  if ('会能'.includes(text[next - 1]!) && endsUnknown(t, next - 1)) return 0; // 省运|会, 蓄|能: the end of a name
  let at = next;
  while (at < text.length && (isSpace(text.charCodeAt(at)) || '了着过出起到有'.includes(text[at]!))) at++;
  if (at === figureAt) return bits;
  let kept = bits & (opens ? ~NEEDS_FIGURE | Class.strong : ~NEEDS_FIGURE);
  if (kept & Class.reach && !'为是有在'.includes(text[next - 1]!)) kept &= ~Class.reach;
  return kept;
}
