/**
 * Words and marks that the readers of phrases ask for by name (的, 由, ，). Each has a number, which a token carries: whether a token is one of
 * a list is one look into the list's table. Readers ask this some hundred times a sentence.
 */

/** Word number → 1 where the list holds it. */
export type Asked = Uint8Array;

/** More words than code asks for by name; raise it when `numberOf` says so. */
const MOST = 1536;
const SLOTS = 4 * MOST;

const numbers = new Map<string, number>();
/** Hash of a word → its number, 0 for none; the words by their numbers. */
const table = new Uint16Array(SLOTS);
const written: string[] = [''];
/** Mark → its number, 0 for none. */
const marks = new Uint16Array(65536);

/** A list of words to ask for with `isOneOf`. */
export function words(...list: readonly string[]): Asked {
  const asked = new Uint8Array(MOST);
  for (const w of list) asked[numberOf(w)] = 1;
  return asked;
}

/** A list of punctuation marks, written side by side, to ask for with `isOneOf`. */
export function marksOf(list: string): Asked {
  const asked = new Uint8Array(MOST);
  for (const mark of list) {
    const number = numberOf(mark);
    marks[mark.charCodeAt(0)] = number;
    asked[number] = 1;
  }
  return asked;
}

/** Tokens that are in one of the lists. */
export function either(...lists: readonly Asked[]): Asked {
  const asked = new Uint8Array(MOST);
  for (const list of lists)
    list.forEach((is, number) => {
      if (is) asked[number] = 1;
    });
  return asked;
}

function numberOf(word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    number = written.length;
    if (number >= MOST) throw new Error('more words are asked for than there are numbers');
    numbers.set(word, number);
    written.push(word);
    let slot = slotOf(word, 0, word.length);
    while (table[slot] !== 0) slot = (slot + 1) % SLOTS;
    table[slot] = number;
  }
  return number;
}

function slotOf(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 37 + text.charCodeAt(end - 1) * 101 + (end - start) * 7) % SLOTS;
}

/** Number of the word `text[start, end)`, 0 for one that no reader asks for. */
export function askedWord(text: string, start: number, end: number): number {
  for (let slot = slotOf(text, start, end); table[slot] !== 0; slot = (slot + 1) % SLOTS) {
    const number = table[slot]!;
    const word = written[number]!;
    if (word.length === end - start && text.startsWith(word, start)) return number;
  }
  return 0;
}

/** Number of a punctuation mark, 0 for one that no reader asks for. */
export const askedMark = (code: number): number => marks[code]!;
