/** What a trie is made of: data that can be kept in a file. */
interface TrieTables {
  /** Two numbers a node: where its children begin (they end where those of the next node begin), and the word that ends at it, -1 for none. */
  nodes: Int32Array;
  /** Node → the code unit that leads to it; a node's children by their code units. */
  labels: Uint16Array;
}

/** Numbers a node. */
const SIZE = 2;
const WORD = 1;
/** Up to so many children are looked at one by one, more are halved. */
const FEW = 8;

/** A trie over UTF-16 code units whose nodes lie in breadth-first order: the children of a node side by side, so that a few cache lines hold a walk. */
export class Trie implements TrieTables {
  readonly nodes: Int32Array;
  readonly labels: Uint16Array;
  /** The code units that begin some word. */
  readonly starts: readonly number[];
  /** 1 for each of them. */
  readonly first: Uint8Array;
  /** Code unit → the node behind the root, 0 for none. */
  private readonly root: Uint16Array;
  /** Of the word that was matched last. */
  id = -1;

  constructor({ nodes, labels }: TrieTables) {
    this.nodes = nodes;
    this.labels = labels;
    this.starts = [...labels.subarray(1, nodes[SIZE]!)];
    this.first = new Uint8Array(65536);
    this.root = new Uint16Array(65536);
    for (const [k, c] of this.starts.entries()) {
      this.first[c] = 1;
      this.root[c] = k + 1;
    }
  }

  /** What it is made of. */
  toJSON(): TrieTables {
    const { nodes, labels } = this;
    return { nodes, labels };
  }

  /** The node after `node` by a code unit, -1 for none; the root is 0. For readers that go on from several places at once. */
  step(node: number, code: number): number {
    return node > 0 ? childOf(this.nodes, this.labels, node, code) : this.root[code]! || -1;
  }

  /** Id of the word that ends at a node, -1 for none. */
  wordAt(node: number): number {
    return this.nodes[node * SIZE + WORD]!;
  }

  /** Longest word that begins at `at` and ends at or before `limit`: its end, or `at` where there is none; its id is then in `id`. */
  match(codes: Uint16Array, at: number, limit: number): number {
    let end = at;
    let node: number = this.root[codes[at]!]!;
    if (node === 0 || at >= limit) return end;
    const { nodes, labels } = this;
    for (let i = at + 1; ; i++) {
      const word = nodes[node * SIZE + WORD]!;
      if (word >= 0) {
        end = i;
        this.id = word;
      }
      if (i >= limit) return end;
      node = childOf(nodes, labels, node, codes[i]!);
      if (node < 0) return end;
    }
  }

  /** The same read leftwards: words that end at `at` (exclusive) and begin at or after `floor`. The trie was built of reversed words. */
  matchBack(codes: Uint16Array, at: number, floor: number): number {
    let start = at;
    if (at <= floor) return start;
    let node: number = this.root[codes[at - 1]!]!;
    if (node === 0) return start;
    const { nodes, labels } = this;
    for (let i = at - 1; ; i--) {
      const word = nodes[node * SIZE + WORD]!;
      if (word >= 0) {
        start = i;
        this.id = word;
      }
      if (i <= floor) return start;
      node = childOf(nodes, labels, node, codes[i - 1]!);
      if (node < 0) return start;
    }
  }
}

/** The child of a node by a code unit, -1 for none. */
function childOf(nodes: Int32Array, labels: Uint16Array, node: number, code: number): number {
  let low = nodes[node * SIZE]!;
  let end = nodes[(node + 1) * SIZE]!;
  while (end - low > FEW) {
    const middle = (low + end) >>> 1;
    if (labels[middle]! <= code) low = middle;
    else end = middle;
  }
  for (; low < end; low++) if (labels[low] === code) return low;
  return -1;
}

/** `fold`, where there is one, is applied to the words; the codes given to `match` are folded already. */
export const buildTrie = (
  words: Iterable<readonly [string, number]>,
  fold: Uint16Array | null,
  reversed = false,
): Trie => new Trie(inBreadth(growTree(words, fold, reversed)));

/** A tree of linked children, as the words come. Node 0 is the root; 0 as a child or sibling is none. */
interface Tree {
  label: number[];
  word: number[];
  child: number[];
  sibling: number[];
}

function growTree(words: Iterable<readonly [string, number]>, fold: Uint16Array | null, reversed: boolean): Tree {
  const tree: Tree = { label: [0], word: [-1], child: [0], sibling: [0] };
  const { label, word, child, sibling } = tree;
  const ofRoot = new Uint16Array(65536);
  for (const [text, id] of words) {
    let node = 0;
    for (let k = 0; k < text.length; k++) {
      const written = text.charCodeAt(reversed ? text.length - 1 - k : k);
      const c = fold ? fold[written]! : written;
      let next: number = k === 0 ? ofRoot[c]! : child[node]!;
      if (k > 0) while (next > 0 && label[next] !== c) next = sibling[next]!;
      if (next === 0) {
        next = label.length;
        label.push(c);
        word.push(-1);
        child.push(0);
        sibling.push(child[node]!);
        child[node] = next;
        if (k === 0) ofRoot[c] = next;
      }
      node = next;
    }
    if (word[node] === -1) word[node] = id;
  }
  return tree;
}

/** The tree as arrays in breadth-first order, siblings by their labels. A last node closes the children of the one before. */
function inBreadth({ label, word, child, sibling }: Tree): { labels: Uint16Array; nodes: Int32Array } {
  const count = label.length;
  const labels = new Uint16Array(count);
  const nodes = new Int32Array((count + 1) * SIZE);
  const order = new Int32Array(count);
  let filled = 1;
  for (let node = 0; node < count; node++) {
    const old = order[node]!;
    nodes[node * SIZE] = filled;
    nodes[node * SIZE + WORD] = word[old]!;
    const from = filled;
    for (let kid = child[old]!; kid > 0; kid = sibling[kid]!) order[filled++] = kid;
    if (filled - from > 1) order.subarray(from, filled).sort((a, b) => label[a]! - label[b]!);
    for (let k = from; k < filled; k++) labels[k] = label[order[k]!]!;
  }
  nodes[count * SIZE] = filled;
  return { labels, nodes };
}
