/** A trie over UTF-16 code units with open addressing: one probe or two a character, no objects; a cell lies on one cache line. */
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

/** A cell of the hash table: the node + 1 (0: empty), the code unit that leads on from it, the node behind, the word that ends there (-1: none). */
const CELL = 4;
const CODE = 1;
const NEXT = 2;
const WORD = 3;
const EMPTY = 0;

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
  while (size < total * 2) size <<= 1;
  const mask = size - 1;
  const table = new Int32Array(size * CELL);
  const first = new Uint8Array(65536);
  const starts: number[] = [];
  const ids: number[] = [-1];
  const cellOf = (node: number, code: number) => {
    let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
    h = (h ^ (h >>> 15)) & mask;
    for (;;) {
      const cell = h * CELL;
      const owner = table[cell]!;
      if (owner === EMPTY || (owner === node + 1 && table[cell + CODE] === code)) return cell;
      h = (h + 1) & mask;
    }
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
      const cell = cellOf(state, c);
      if (table[cell] === EMPTY) {
        table[cell] = state + 1;
        table[cell + CODE] = c;
        table[cell + NEXT] = ids.length;
        table[cell + WORD] = -1;
        ids.push(-1);
      }
      state = table[cell + NEXT]!;
      if (k === word.length - 1 && ids[state] === -1) ids[state] = table[cell + WORD] = id;
    }
  }
  const idOf = Int32Array.from(ids);
  const trie: Trie = {
    first,
    starts,
    id: -1,
    step(node, code) {
      const cell = cellOf(node, code);
      return table[cell] === EMPTY ? -1 : table[cell + NEXT]!;
    },
    wordAt: (node) => idOf[node]!,
    match(codes, at, limit) {
      let end = at;
      if (first[codes[at]!] === 0) return end;
      let node = 0;
      for (let i = at; i < limit; i++) {
        const cell = cellOf(node, codes[i]!);
        if (table[cell] === EMPTY) break;
        node = table[cell + NEXT]!;
        const word = table[cell + WORD]!;
        if (word >= 0) {
          end = i + 1;
          trie.id = word;
        }
      }
      return end;
    },
    matchBack(codes, at, floor) {
      let start = at;
      if (at <= floor || first[codes[at - 1]!] === 0) return start;
      let node = 0;
      for (let i = at - 1; i >= floor; i--) {
        const cell = cellOf(node, codes[i]!);
        if (table[cell] === EMPTY) break;
        node = table[cell + NEXT]!;
        const word = table[cell + WORD]!;
        if (word >= 0) {
          start = i;
          trie.id = word;
        }
      }
      return start;
    },
  };
  return trie;
}
