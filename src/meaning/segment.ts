import type { Lexicon } from './lexicon.ts';

/** A run of text cut into words. */
export interface Cut {
  /** How many characters it has. */
  length: number;
  /** Where the word that begins at a place ends, counted from the run's begin; of use only where a word of the cut begins. */
  to: Int32Array;
  /** Index of that word into the lexicon's `kinds`. */
  word: Int32Array;
}

let codes = new Uint16Array(256);
/** Weight of the likeliest cut from a place to the run's end. */
let best = new Float64Array(256);
let cut: Cut = { length: 0, to: new Int32Array(256), word: new Int32Array(256) };

/**
 * Cuts the text from `start` to the first of `ends` (characters that no word holds), or to `limit`, into words by the likeliest path
 * through the dictionary and the rules' words. What it gives holds until the next call: sentences are cut by the million, and their words
 * are read at once.
 */
export function segment(text: string, start: number, limit: number, { words }: Lexicon, ends: Uint8Array): Cut {
  if (limit - start >= codes.length) makeRoom(2 * (limit - start));
  const { nodes, weights, code } = words;
  let n = 0;
  for (let at = start; at < limit; at++) {
    const c = text.charCodeAt(at);
    if (ends[c] !== 0) break;
    codes[n++] = code[c]!;
  }
  codes[n] = 0; // no word goes on with it
  cut.length = n;
  best[n] = 0;
  const root = nodes[0]!;
  const { to, word } = cut;
  // from the end, so that all that a word can be followed by is known when it is found
  for (let i = n - 1; i >= 0; i--) {
    let node = root + codes[i]!; // each character is a word, if only one that no list knows
    let most = weights[4 * node + 2]! + best[i + 1]!;
    let last = i + 1;
    let found = node;
    for (let j = i + 1; ; ) {
      const next = nodes[4 * node]! + codes[j]!;
      if (nodes[4 * next + 1] !== node) break;
      node = next;
      j++;
      const sum = weights[4 * node + 2]! + best[j]!;
      if (sum >= most && (sum > most || endsLonger(j, last, to))) {
        most = sum;
        last = j;
        found = node;
      }
    }
    best[i] = most;
    to[i] = last;
    word[i] = nodes[4 * found + 3]!;
  }
  return cut;
}

/**
 * Of two cuts that are as likely the one is taken whose last words are longer (新能源|汽车保有量, not 新能源汽车|保有量): whether that is the cut that goes
 * on from `a`, not the one from `b`. The one that has the last boundary of its own has the shorter words there.
 */
function endsLonger(a: number, b: number, to: Int32Array): boolean {
  let first = a;
  let second = b;
  let lastIsOfFirst = false;
  while (first !== second) {
    lastIsOfFirst = first < second;
    if (lastIsOfFirst) first = to[first]!;
    else second = to[second]!;
  }
  return !lastIsOfFirst;
}

function makeRoom(size: number): void {
  codes = new Uint16Array(size);
  best = new Float64Array(size);
  cut = { length: 0, to: new Int32Array(size), word: new Int32Array(size) };
}
