/**
 * A list of words that texts are asked for at their begin or end. They are asked for every clause, and nearly always the answer is no: one
 * look at the character on which a word would begin or end is enough for that.
 */
export interface Affixes {
  /** Code unit → bits of the lists that have a word with it; shared, as the same characters are asked for again and again. */
  table: Uint32Array;
  bit: number;
  /** Code unit → the list's words with it, in its order. */
  words: Map<number, string[]>;
}

/** Makes lists that share a table, 32 at most: of words found by their first character, or by their last. */
export function affixLists(): (words: readonly string[], by: 'first' | 'last') => Affixes {
  const table = new Uint32Array(65536);
  let lists = 0;
  return (words, by) => {
    const list: Affixes = { table, bit: 1 << lists++, words: new Map() };
    for (const w of words) {
      const key = w.charCodeAt(by === 'first' ? 0 : w.length - 1);
      table[key]! |= list.bit;
      list.words.set(key, [...(list.words.get(key) ?? []), w]);
    }
    return list;
  };
}

/** Length of the first word of the list (by first characters) with which `text[from, to)` begins, 0 for none. */
export function beginsOn(list: Affixes, text: string, from: number, to: number): number {
  if (from >= to) return 0;
  const c = text.charCodeAt(from);
  return (list.table[c]! & list.bit) === 0 ? 0 : firstAt(list.words.get(c)!, text, from, to);
}

function firstAt(words: readonly string[], text: string, from: number, to: number): number {
  for (const w of words) if (w.length <= to - from && text.startsWith(w, from)) return w.length;
  return 0;
}

/** Whether `text[from, to)` ends on a word of the list (by last characters). */
export function endsOn(list: Affixes, text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const c = text.charCodeAt(to - 1);
  return (list.table[c]! & list.bit) !== 0 && oneEnds(list.words.get(c)!, text, from, to);
}

function oneEnds(words: readonly string[], text: string, from: number, to: number): boolean {
  for (const w of words) if (w.length <= to - from && text.startsWith(w, to - w.length)) return true;
  return false;
}

/** Whether `text[from, to)` is a word of the list (by last characters). */
export function isIn(list: Affixes, text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  const c = text.charCodeAt(to - 1);
  return (list.table[c]! & list.bit) !== 0 && oneIs(list.words.get(c)!, text, from, to);
}

function oneIs(words: readonly string[], text: string, from: number, to: number): boolean {
  for (const w of words) if (w.length === to - from && text.startsWith(w, from)) return true;
  return false;
}

/** Whether a word of the list (by first characters) stands in `text[from, to)`. */
export function standsIn(list: Affixes, text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (beginsOn(list, text, at, to) > 0) return true;
  return false;
}
