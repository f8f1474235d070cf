import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { askedMark, askedWord } from './asked.ts';
import { Kind } from './kind.ts';
import { headAt, type Lexicon, NO_CLASS, RULE_WORDS } from './lexicon.ts';
import { personNameEnd } from './person-names.ts';
import { type Cut, segment } from './segment.ts';

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

/** Tokens for `tokenize` to fill. */
export const newTokens = (): Tokens => ({
  text: '',
  source: '',
  count: 0,
  kind: [],
  kinds: 0,
  start: [],
  end: [],
  value: [],
  asked: [],
});

/** What a character is to the cutting of sentences, as bits. */
const Is = { link: 1, namesEnd: 2, reach: 4, timeTail: 8 } as const;
/** What a character that ends a run of words is, 0 for all others. */
const Break = { mark: 1, space: 2 } as const;

const MARKS = '，。；：！？、“”‘’（）()《》〈〉「」『』【】—…,;:!?"\'/|～~·\n';
const SPACES = ' \u3000\u00a0\t';
const CURRENCIES = ['人民币', '新台币', '台币', '港币', '澳门币'];
const TIME_TAILS = ['份', '末', '底', '初', '时期', '期间', '以来', '”末', '”初', '”时期', '”期间', '”以来'];

const BREAKS = new Uint8Array(65536);
const IS = new Uint8Array(65536);
note(BREAKS, MARKS, Break.mark);
note(BREAKS, SPACES, Break.space);
note(IS, `${SPACES}了着过出起到有不`, Is.link); // between a verb and its figure: 建|了|9座
note(IS, '会能', Is.namesEnd);
note(IS, '为是有在', Is.reach);
note(IS, `${TIME_TAILS.map((tail) => tail[0]).join('')}前`, Is.timeTail);

function note(table: Uint8Array, characters: string, bit: number): void {
  for (const c of characters) table[c.charCodeAt(0)]! |= bit;
}

/** Single characters that are words only straight before a figure (建9座, 高3米): else a part of some name. */
const NEEDS_FIGURE = Class.head | Class.strong | Class.up | Class.down | Class.attribute | Class.yields;

/**
 * Cuts `text` (the page's `source` in Simplified characters) from `start` to `end`. `quantities[from..to)` are those that stand in it, in
 * order. In a headline a blank parts two statements (棉花播种面积3600万亩 机采率超过九成). `into`, where it is given, is filled anew: what it held before is gone.
 */
export function tokenize(
  source: string,
  text: string,
  start: number,
  end: number,
  quantities: readonly Quantity[],
  from: number,
  to: number,
  lexicon: Lexicon,
  into: Tokens = newTokens(),
  isHeadline = false,
): Tokens {
  const t = into;
  const before = t.count;
  t.source = source;
  t.text = text;
  t.count = 0;
  t.kinds = 0;
  let q = nextFigure(quantities, from, to);
  let figureAt = q < to ? quantities[q]!.outerStart : -1;
  let i = start;
  while (i < end) {
    if (q < to && i >= figureAt) {
      const quantity = quantities[q]!;
      const time = isTime(quantity);
      if (quantity.dimension === 'money') dropCurrency(t, figureAt);
      const stop = time ? timeEnd(text, quantity.outerEnd, end) : quantity.outerEnd;
      push(t, time ? Kind.time : Kind.figure, Math.max(i, figureAt), stop, q);
      i = Math.max(stop, i + 1);
      q = nextFigure(quantities, q + 1, to);
      figureAt = q < to ? quantities[q]!.outerStart : -1;
      continue;
    }
    const c = text.charCodeAt(i);
    const ends = BREAKS[c]!;
    if (ends !== 0) {
      if (ends === Break.mark) push(t, Kind.punctuation, i, i + 1, c);
      else if ((c === WIDE_SPACE || (isHeadline && c === SPACE)) && to > from && parts(text, i, start, end))
        push(t, Kind.punctuation, i, i + 1, FULL_COMMA);
      i++;
      continue;
    }
    i = pushWords(t, i, q < to ? Math.min(end, figureAt) : end, figureAt, lexicon);
  }
  forget(t, before);
  return t;
}

/** 沪指得而复失　美股大涨4%: a wide blank between words of a headline parts them as a comma does; not one that opens a line, is one of a row, or sets in the labels of a table. */
const parts = (text: string, at: number, start: number, end: number): boolean =>
  at > start + 3 &&
  at + 4 < end &&
  isHan(text.charCodeAt(at + 1)) &&
  (isHan(text.charCodeAt(at - 1)) || text[at - 1] === '%'); // 第二产业　1530275　增长7.3% is a row

const EACH = '每'.charCodeAt(0);

const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const WIDE_SPACE = 0x3000;
const SPACE = 0x20;
const FULL_COMMA = '，'.charCodeAt(0);

/** The first quantity from `q` on that is a token of its own: 第六届 is a part of the name that it stands in. */
function nextFigure(quantities: readonly Quantity[], q: number, to: number): number {
  let next = q;
  while (next < to && quantities[next]!.dimension === 'ordinal') next++;
  return next;
}

/** The words from `from` to a mark, a space or `limit`; the next figure stands at `figureAt`. Where they end. */
function pushWords(t: Tokens, from: number, limit: number, figureAt: number, lexicon: Lexicon): number {
  const { text } = t;
  const cut = segment(text, from, limit, lexicon, BREAKS);
  const to = from + cut.length;
  let at = from;
  while (at < to) {
    const named = personNameEnd(t, cut, at, from);
    if (named > 0) {
      push(t, Kind.unknown, at, named, -1);
      return named;
    }
    const word = cut.word[at - from]!;
    let end = from + cut.to[at - from]!;
    if (word === NO_CLASS) {
      // characters that stand alone side by side are one run
      while (end < to && cut.word[end - from] === NO_CLASS && text.charCodeAt(end) !== EACH) end++; // 后腿肉|每斤
      push(t, Kind.unknown, at, end, -1);
    } else if (word < RULE_WORDS) {
      const kind = lexicon.kinds[word]!;
      const head = end - at > 2 && (kind & Class.noun) !== 0 ? headAt(text, end - 2, lexicon) : -1;
      push(t, head < 0 ? kind : kind | Class.head, at, end, head); // 老年|人口: an everyday word that ends on a measure
    } else {
      const kind = lexicon.kinds[word]!;
      const bits = end - at > 1 ? kind : beginsPlace(t, cut, end, from) ? 0 : singleCharacter(t, kind, at, figureAt);
      push(t, bits || Kind.unknown, at, end, word - RULE_WORDS);
    }
    at = end;
  }
  return to;
}

function push(t: Tokens, kind: number, start: number, end: number, value: number): void {
  const i = t.count++;
  t.kind[i] = kind;
  t.start[i] = start;
  t.end[i] = end;
  t.value[i] = value;
  t.kinds |= kind;
  t.asked[i] = kind === Kind.punctuation ? askedMark(value) : askedWord(t.text, start, end);
}

/** Readers that look behind the last token find undefined there, as they do at the end of a list. */
function forget(t: Tokens, before: number): void {
  for (const list of [t.kind, t.start, t.end, t.value] as (number | undefined)[][])
    for (let i = t.count; i < before; i++) list[i] = undefined;
}

export const isTime = (q: Quantity): boolean => q.dimension === 'date' || q.dimension === 'time';

/** 共计|人民币|86.5万元: a currency named before its amount is a part of the figure. */
function dropCurrency(t: Tokens, at: number): void {
  const last = t.count - 1;
  if (last < 0 || t.end[last] !== at || t.text[at - 1] !== '币') return;
  if (CURRENCIES.includes(t.text.slice(t.start[last], at))) t.count--;
}

/** Where a time ends with the words that belong to it: 6月|份, “十二五”|末. */
function timeEnd(text: string, at: number, end: number): number {
  if (at >= text.length || (IS[text.charCodeAt(at)]! & Is.timeTail) === 0) return at;
  for (const tail of TIME_TAILS) if (text.startsWith(tail, at) && at + tail.length <= end) return at + tail.length;
  return text[at] === '前' &&
    /[底末月日]/.test(text[at - 1] ?? '') &&
    !/[\d一二三四五六七八九十两几]/.test(text[at + 1] ?? '')
    ? at + 1
    : at;
}

/** 花|沟村, 打|鼓镇: a verb's character before a word of two that no list knows and that names a village is the name's first. */
function beginsPlace(t: Tokens, { word, length }: Cut, end: number, from: number): boolean {
  const next = end - from;
  if (next + 1 >= length || word[next] !== NO_CLASS || word[next + 1] !== NO_CLASS) return false;
  return (next + 2 >= length || word[next + 2] !== NO_CLASS) && PLACES.includes(t.text[end + 1]!);
}

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

/** Kind bits of the one-character word at `at`, without those that need a figure behind them where none stands. */
function singleCharacter(t: Tokens, bits: number, at: number, figureAt: number): number {
  const { text } = t;
  const is = IS[text.charCodeAt(at)]!;
  if ((is & Is.namesEnd) !== 0 && endsUnknown(t, at)) return 0; // 省运|会, 蓄|能: the end of a name
  let next = at + 1;
  while (next < text.length && (IS[text.charCodeAt(next)]! & Is.link) !== 0) next++;
  if (next === figureAt) return bits;
  const kept = bits & (opensPredicate(t) ? ~NEEDS_FIGURE | Class.strong : ~NEEDS_FIGURE);
  return (kept & Class.reach) !== 0 && (is & Is.reach) === 0 ? kept & ~Class.reach : kept;
}
