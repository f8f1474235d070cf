/** What a trie is made of: data that can be kept in a file. */
interface TrieTables {
  /** The hash table: cells of four numbers (see below); there are a power of two of them. */
  cells: Int32Array;
  /** Node → id of the word that ends there, -1 for none. */
  ids: Int32Array;
  /** The code units that begin some word. */
  starts: number[];
}

/** A cell: the node + 1 (0: empty), the code unit that leads on from it, the node behind, the word that ends there (-1: none). */
const CELL = 4;
const CODE = 1;
const NEXT = 2;
const WORD = 3;
const EMPTY = 0;

/** A trie over UTF-16 code units with open addressing: one probe or two a character, no objects; a cell lies on one cache line. */
export class Trie implements TrieTables {
  readonly cells: Int32Array;
  readonly ids: Int32Array;
  readonly starts: number[];
  /** 1 for a code unit that begins some word. */
  readonly first: Uint8Array;
  readonly mask: number;
  /** Of the word that was matched last. */
  id = -1;

  constructor({ cells, ids, starts }: TrieTables) {
    this.cells = cells;
    this.ids = ids;
    this.starts = starts;
    this.first = new Uint8Array(65536);
    for (const c of starts) this.first[c] = 1;
    this.mask = cells.length / CELL - 1;
  }

  /** What it is made of. */
  toJSON(): TrieTables {
    const { cells, ids, starts } = this;
    return { cells, ids, starts };
  }

  /** The node after `node` by a code unit, -1 for none; the root is 0. For readers that go on from several places at once. */
  step(node: number, code: number): number {
    const cell = cellOf(this.cells, this.mask, node, code);
    return this.cells[cell] === EMPTY ? -1 : this.cells[cell + NEXT]!;
  }

  /** Id of the word that ends at a node, -1 for none. */
  wordAt(node: number): number {
    return this.ids[node]!;
  }

  /** Longest word that begins at `at` and ends at or before `limit`: its end, or `at` where there is none; its id is then in `id`. */
  match(codes: Uint16Array, at: number, limit: number): number {
    if (this.first[codes[at]!] === 0) return at;
    const { cells, mask } = this;
    let end = at;
    let node = 0;
    for (let i = at; i < limit; i++) {
      const cell = cellOf(cells, mask, node, codes[i]!);
      if (cells[cell] === EMPTY) break;
      node = cells[cell + NEXT]!;
      const word = cells[cell + WORD]!;
      if (word >= 0) {
        end = i + 1;
        this.id = word;
      }
    }
    return end;
  }

  /** The same read leftwards: words that end at `at` (exclusive) and begin at or after `floor`. The trie was built of reversed words. */
  matchBack(codes: Uint16Array, at: number, floor: number): number {
    if (at <= floor || this.first[codes[at - 1]!] === 0) return at;
    const { cells, mask } = this;
    let start = at;
    let node = 0;
    for (let i = at - 1; i >= floor; i--) {
      const cell = cellOf(cells, mask, node, codes[i]!);
      if (cells[cell] === EMPTY) break;
      node = cells[cell + NEXT]!;
      const word = cells[cell + WORD]!;
      if (word >= 0) {
        start = i;
        this.id = word;
      }
    }
    return start;
  }
}

/** `fold`, where there is one, is applied to the words; the codes given to `match` are folded already. */
export function buildTrie(
  words: Iterable<readonly [string, number]>,
  fold: Uint16Array | null,
  reversed = false,
): Trie {
  const entries = [...words];
  let size = 256;
  while (size < 2 * nodesOf(entries, reversed)) size <<= 1;
  const cells = new Int32Array(size * CELL);
  const starts = new Set<number>();
  const ids: number[] = [-1];
  for (const [word, id] of entries) {
    let node = 0;
    for (let k = 0; k < word.length; k++) {
      const written = word.charCodeAt(reversed ? word.length - 1 - k : k);
      const c = fold ? fold[written]! : written;
      if (k === 0) starts.add(c);
      const cell = cellOf(cells, size - 1, node, c);
      if (cells[cell] === EMPTY) {
        cells.set([node + 1, c, ids.length, -1], cell);
        ids.push(-1);
      }
      node = cells[cell + NEXT]!;
      if (k === word.length - 1 && ids[node] === -1) ids[node] = cells[cell + WORD] = id;
    }
  }
  return new Trie({ cells, ids: Int32Array.from(ids), starts: [...starts] });
}

/** How many nodes the words make at most: fewer where folding makes two of them one. */
function nodesOf(entries: readonly (readonly [string, number])[], reversed: boolean): number {
  const nodes = new Set<string>();
  for (const [w] of entries) for (let k = 1; k <= w.length; k++) nodes.add(reversed ? w.slice(-k) : w.slice(0, k));
  return nodes.size;
}

/** The cell of a step from a node, or the empty one where it would be. */
function cellOf(cells: Int32Array, mask: number, node: number, code: number): number {
  let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  h = (h ^ (h >>> 15)) & mask;
  for (;;) {
    const cell = h * CELL;
    const owner = cells[cell]!;
    if (owner === EMPTY || (owner === node + 1 && cells[cell + CODE] === code)) return cell;
    h = (h + 1) & mask;
  }
}
