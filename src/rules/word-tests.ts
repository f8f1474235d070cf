/**
 * Whether a stretch of text begins on, ends on or holds one of a list's words, found without making a string of it. Asked several times a figure:
 * nearly always one character says no.
 */
export type WordTest = (text: string, from: number, to: number) => boolean;

/** The words by the character that they are found by, and whether any word has a character of that low byte. */
interface Index {
  words: ReadonlyMap<number, readonly string[]>;
  low: Uint8Array;
}

function indexBy(list: readonly string[], at: (word: string) => number): Index {
  const words = new Map<number, string[]>();
  const low = new Uint8Array(256);
  for (const w of list) {
    const c = w.charCodeAt(at(w));
    const known = words.get(c);
    if (known) known.push(w);
    else words.set(c, [w]);
    low[c & 255] = 1;
  }
  return { words, low };
}

/** `text[from, to)` ends on one of the words. */
export function endsOn(list: readonly string[]): WordTest {
  const { words, low } = indexBy(list, (w) => w.length - 1);
  return (text, from, to) => {
    if (to <= from) return false;
    const c = text.charCodeAt(to - 1);
    if (low[c & 255] === 0) return false;
    const found = words.get(c);
    if (found) for (const w of found) if (to - w.length >= from && text.startsWith(w, to - w.length)) return true;
    return false;
  };
}

/** End of the first of the words in the list's order on which `text[from, to)` begins, `from` for none. */
export function beginning(list: readonly string[]): (text: string, from: number, to: number) => number {
  const { words, low } = indexBy(list, () => 0);
  return (text, from, to) => {
    if (to <= from) return from;
    const c = text.charCodeAt(from);
    if (low[c & 255] === 0) return from;
    const found = words.get(c);
    if (found) for (const w of found) if (from + w.length <= to && text.startsWith(w, from)) return from + w.length;
    return from;
  };
}

/** One of the words stands somewhere in `text[from, to)`. */
export function holdsOneOf(list: readonly string[]): WordTest {
  const { words, low } = indexBy(list, () => 0);
  return (text, from, to) => {
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i);
      if (low[c & 255] === 0) continue;
      const found = words.get(c);
      if (found) for (const w of found) if (i + w.length <= to && text.startsWith(w, i)) return true;
    }
    return false;
  };
}
