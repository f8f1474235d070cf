/** A trie over UTF-16 code units with open addressing: one probe or two a character, no objects. */
export interface Trie {
  /** Longest word that begins at `at` and ends at or before `limit`: its end, or `at` where there is none; its id is then in `id`. */
  match(codes: Uint16Array, at: number, limit: number): number;
  /** The same read leftwards: words that end at `at` (exclusive) and begin at or after `floor`. The trie was built of reversed words. */
  matchBack(codes: Uint16Array, at: number, floor: number): number;
  id: number;
  /** The node after `node` by a code unit, -1 for none; the root is 0. For readers that go on from several places at once. */
  step(node: number, code: number): number;
  /** Id of the word that ends at a node, -1 for none. */
  wordAt(node: number): number;
  /** 1 for a code unit that begins some word. */
  first: Uint8Array;
  /** The same as a list. */
  starts: number[];
}

/** `fold`, where there is one, is applied to the words; the codes given to `match` are folded already. */
export function buildTrie(
  words: Iterable<readonly [string, number]>,
  fold: Uint16Array | null,
  reversed = false,
): Trie {
  const entries = [...words];
  let total = 0;
  for (const [w] of entries) total += w.length;
  let size = 256;
  while (size < total * 3) size <<= 1;
  const mask = size - 1;
  const keyState = new Int32Array(size).fill(-1);
  const keyChar = new Uint16Array(size);
  const next = new Int32Array(size);
  const first = new Uint8Array(65536);
  const starts: number[] = [];
  const ids: number[] = [-1];
  const slot = (state: number, char: number) => {
    let h = (Math.imul(state, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) >>> 0;
    h = (h ^ (h >>> 15)) & mask;
    while (keyState[h] !== -1 && (keyState[h] !== state || keyChar[h] !== char)) h = (h + 1) & mask;
    return h;
  };
  for (const [word, id] of entries) {
    let state = 0;
    for (let k = 0; k < word.length; k++) {
      const written = word.charCodeAt(reversed ? word.length - 1 - k : k);
      const c = fold ? fold[written]! : written;
      if (k === 0 && first[c] === 0) {
        first[c] = 1;
        starts.push(c);
      }
      const h = slot(state, c);
      if (keyState[h] === -1) {
        keyState[h] = state;
        keyChar[h] = c;
        next[h] = ids.length;
        ids.push(-1);
      }
      state = next[h]!;
    }
    if (ids[state] === -1) ids[state] = id;
  }
  const idOf = Int32Array.from(ids);
  const trie: Trie = {
    first,
    starts,
    id: -1,
    step(node, code) {
      const h = slot(node, code);
      return keyState[h] === -1 ? -1 : next[h]!;
    },
    wordAt: (node) => idOf[node]!,
    match(codes, at, limit) {
      let end = at;
      if (first[codes[at]!] === 0) return end;
      let state = 0;
      for (let i = at; i < limit; i++) {
        const h = slot(state, codes[i]!);
        if (keyState[h] === -1) break;
        state = next[h]!;
        if (idOf[state]! >= 0) {
          end = i + 1;
          trie.id = idOf[state]!;
        }
      }
      return end;
    },
    matchBack(codes, at, floor) {
      let start = at;
      if (at <= floor || first[codes[at - 1]!] === 0) return start;
      let state = 0;
      for (let i = at - 1; i >= floor; i--) {
        const h = slot(state, codes[i]!);
        if (keyState[h] === -1) break;
        state = next[h]!;
        if (idOf[state]! >= 0) {
          start = i;
          trie.id = idOf[state]!;
        }
      }
      return start;
    },
  };
  return trie;
}
