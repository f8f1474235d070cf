import type { NotFigureTable } from '../rules/quantity.ts';
import { FOLD, isChineseNumeral, isDigit, isHan, isLatin, KIND, Kind, on, type Source, stands } from './chars.ts';
import { TEN, YUE } from './marks.ts';
import { NEAR, Near } from './near.ts';
import { addPair, hasPair, newPairs, type Pairs } from './pairs.ts';
import { readYearLast } from './time/numeric-date.ts';
import { buildTrie, type Trie } from './trie.ts';
import type { Units } from './unit-table.ts';

/** Words that hold a numeral and are no figure, found by their first numeral. */
export interface NotFigures {
  /** From the first numeral on. */
  trie: Trie;
  /** The first numeral and what follows it; where nothing follows, what stands before and the numeral. */
  pairs: Pairs;
  /** Word id → what must stand before the numeral ('' for nothing), longest first. */
  heads: string[][];
  /** What stands before a bare number that is a name; reversed. */
  names: Trie;
}

export function compileNotFigures(table: NotFigureTable): NotFigures {
  const byTail = new Map<string, string[]>();
  for (const word of table.idioms ?? []) {
    let k = 0;
    while (k < word.length && !isOpening(word.charCodeAt(k))) k++;
    if (k === word.length) continue;
    const tail = word.slice(k);
    byTail.set(tail, [...(byTail.get(tail) ?? []), word.slice(0, k)]);
  }
  const tails = [...byTail.keys()];
  return {
    trie: buildTrie(
      tails.map((w, i) => [w, i] as const),
      FOLD,
    ),
    names: buildTrie(
      (table.namesBefore ?? []).map((w, i) => [w, i] as const),
      FOLD,
      true,
    ),
    pairs: pairsOf(byTail),
    heads: tails.map((w) => byTail.get(w)!.sort((a, b) => b.length - a.length)),
  };
}

function pairsOf(byTail: ReadonlyMap<string, readonly string[]>): Pairs {
  const pairs = newPairs();
  const folded = (word: string, k: number) => FOLD[word.charCodeAt(k)]!;
  for (const [tail, heads] of byTail) {
    if (tail.length > 1) addPair(pairs, folded(tail, 0), folded(tail, 1));
    else
      for (const head of heads) {
        if (head === '') pairs.fill(-1);
        else addPair(pairs, folded(head, head.length - 1), folded(tail, 0));
      }
  }
  return pairs;
}

const isOpening = (c: number): boolean =>
  isChineseNumeral(c) || isDigit(c) || (KIND[c]! & (Kind.opener | Kind.financial)) !== 0;

/** Whether the numeral at `at` may be of a word: one bit says no for nearly all that are of none. */
function mayBeWord({ s }: Source, at: number, { pairs }: NotFigures): boolean {
  return hasPair(pairs, s[at]!, s[at + 1]!) || (at > 0 && hasPair(pairs, s[at - 1]!, s[at]!));
}

/** End of the word that the numeral at `at` is of (一带一路, 12345热线, 唯|一); `at` where it is of none. */
export function readNoiseWord(src: Source, at: number, words: NotFigures, units: Units): number {
  if (!mayBeWord(src, at, words)) return at;
  const end = words.trie.match(src.s, at, src.n);
  if (end > at)
    for (const head of words.heads[words.trie.id]!)
      if (head === '' || (at >= head.length && stands(src, at - head.length, head)))
        return head === '' && isCutShort(src, at, end, units) ? at : end;
  return at;
}

/** 十分|钟, 三公|里, 四季|度, 二月二|十日: the word ends within a longer unit, or within the day of a date. */
function isCutShort({ s, n }: Source, at: number, end: number, { trie }: Units): boolean {
  if (s[end] === TEN && s[at + 1] === YUE) return true;
  return end === at + 2 && trie.match(s, at + 1, n) > end;
}

/** Where to go on past a name, an idiom, a document number, a telephone number, a model; `at` where the numeral is none of them. */
export function readNoise(src: Source, at: number, words: NotFigures, units: Units): number {
  const { s } = src;
  const c = s[at]!;
  if (isDigit(c)) {
    const skip = readLatinNoise(src, at);
    if (skip > at) return skip;
  }
  if (stands(src, at + 1, '分之')) return at; // 万分之五, 十分之七
  return readNoiseWord(src, at, words, units);
}

/** Models (A320), addresses, versions (3.1.2), telephone and document numbers. */
function readLatinNoise(src: Source, at: number): number {
  const { s } = src;
  const before = at > 0 ? s[at - 1]! : 10;
  const named = (NEAR[before]! & Near.noiseBefore) !== 0;
  if (named && isNamed(src, at, before)) return tokenEnd(src, at);
  let i = at;
  while (isDigit(s[i]!)) i++;
  if (!named && !(NEAR[s[i]!]! & Near.noiseBehind)) return at;
  const length = i - at;
  if (s[i] === 0xb7 && isDigit(s[i + 1]!) && length !== 4) return tokenEnd(src, i + 1); // “3·15”, but 2012·2·1
  // 〔2012〕15号
  if (length === 4 && on(src, at - 1, '〔[［【(') && on(src, i, '〕]］】)')) {
    let j = i + 1;
    if (on(src, j, '第')) j++;
    const from = j;
    while (isDigit(s[j]!)) j++;
    if (j > from && on(src, j, '号')) return j + 1;
  }
  if (s[i] === 46 && isDigit(s[i + 1]!)) {
    // 3.1.2, 192.168.0.1: but 2012.2.1 is a date
    let j = i + 1;
    while (isDigit(s[j]!)) j++;
    if (s[j] === 46 && isDigit(s[j + 1]!)) return length === 4 || isYearLast(src, at, i) ? at : tokenEnd(src, at);
  }
  if ((s[i] === 45 || s[i] === 0x2014) && isDigit(s[i + 1]!)) {
    let j = i + 1;
    while (isDigit(s[j]!)) j++;
    const second = j - i - 1;
    // 0391-3909123, 400-800-1234
    if (c0(s[at]!) && length >= 3 && length <= 4 && second >= 7 && second <= 8) return j;
    if (s[j] === 45 && isDigit(s[j + 1]!) && length !== 4) return isYearLast(src, at, i) ? at : tokenEnd(src, at);
  }
  // 5G, 4S店, 3D: a letter that is no unit
  if (
    length <= 2 &&
    isLatin(s[i]!) &&
    !isLatin(s[i + 1]!) &&
    (on(src, i, 'GSDBPQCFEX') || (s[i] === 65 && on(src, i + 1, '级股景'))) &&
    !isDigit(s[i + 1]!) &&
    !on(src, i + 1, '内存流量')
  )
    return i + 1;
  if (isCircled(before)) return i;
  return at;
}

/** 13.5.2015, 3-7-2017: a date, no version or telephone number. */
const isYearLast = (src: Source, at: number, end: number): boolean =>
  end - at <= 2 && readYearLast(src, at, end) !== null;

/** A320, COVID-19, PM2.5, G20, T3; www.a.cn/12, ?id=5. */
function isNamed(src: Source, at: number, before: number): boolean {
  if (isLatin(before) || before === 95 || before === 64) return true;
  if (at < 2 || !isLatin(src.s[at - 2]!)) return false;
  if (before === 47) return !isUnitBefore(src, at - 2);
  return before === 45 || before === 46 || before === 61 || before === 38 || before === 63;
}

/** 200MW/400MWh: the letters before the slash are a unit, those of www.a.cn/12 are none. */
function isUnitBefore(src: Source, at: number): boolean {
  let i = at;
  while (i >= 0 && isLatin(src.s[i]!)) i--;
  return i >= 0 && isDigit(src.s[i]!) && at - i <= 3;
}

const c0 = (c: number): boolean => c === 48 || c === 52;
const isCircled = (c: number): boolean => (c >= 0x2460 && c <= 0x24ff) || c === 0x2116;

/** End of a run of Latin letters, digits and the marks of addresses and versions. */
function tokenEnd(src: Source, at: number): number {
  const { s, n } = src;
  let i = at;
  while (
    i < n &&
    (isDigit(s[i]!) ||
      isLatin(s[i]!) ||
      (on(src, i, '-._/:=&?%+@~') && !isHan(s[i + 1]!) && (isDigit(s[i + 1]!) || isLatin(s[i + 1]!))))
  )
    i++;
  return i;
}
