// Packs the everyday words of jieba's dictionary (MIT) into dist/dictionary.bin: a double-array trie with part of speech and weight. The
// words of the built-in rules have their slots in it too, so that they are not made at each start; src/meaning/lexicon.ts says what they are.
// The layout is read by src/meaning/dictionary.ts; all numbers little-endian:
//   Int32 ×2          slots, characters
//   4 × slots         of each slot:
//     Int32             base
//     Int32             the slot it is reached from, -1 for an empty one
//     Float32           natural logarithm of the share that the word which ends here has of all words, -Infinity where none ends
//     Int32             part of speech of that word: 1 + index into PARTS, 0 for a single character
//   Uint16 × chars    the characters; their codes count from 1 in this order. The first stands for all that are in no word
// From slot s the character with code c leads to slot base(s) + c, if that slot says that it is reached from s. Slot 0 is the root; it leads
// on with every code, so that each character is a word.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** Parts of speech that the engine tells apart, and the tags of the dictionary that are each. */
const PARTS = [
  ['noun', ['n', 'nz', 'ng', 'l', 'j', 's', 'f', 'g', 'b', 'a', 'an', 'ag', 'z', 'q', 'i', 't', 'r', 'o', 'mq']],
  ['verb', ['v', 'vg']],
  ['nominalVerb', ['vn', 'vd']],
  ['adverb', ['d', 'ad']],
  ['preposition', ['p']],
  ['conjunction', ['c']],
  ['place', ['ns']],
  ['body', ['nt']],
];
const MIN_COUNT = 10;
/** Weight of a character that is no word by itself. */
const NO_WORD = -18;
/** How often the rules' words are taken to stand in texts; it only says which slots lie close. */
const RULES_COUNT = 2000;

export function buildDictionary(outfile) {
  const require = createRequire(import.meta.url);
  const path = join(dirname(require.resolve('@node-rs/jieba/package.json')), 'dict.txt');
  const partOf = new Map(PARTS.flatMap(([, tags], i) => tags.map((t) => [t, i])));
  const words = [];
  let total = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, count, tag] = line.split(' ');
    if (!tag) continue;
    total += Number(count);
    const part = partOf.get(tag.trim());
    if (part === undefined || Number(count) < MIN_COUNT || word.length > 5 || !/^\p{Script=Han}+$/u.test(word))
      continue;
    words.push({ word, count: Number(count), part });
  }
  const all = withCharacters([...words, ...wordsOfRules()]);
  const { children, nodeOf, countOf } = trieOf(all);
  const { chars, code } = codesOf(all);
  const { base, check, slotOf, slots } = layOut(children, countOf, code);
  const nodes = new Int32Array(4 * slots);
  const weights = new Float32Array(nodes.buffer);
  for (let slot = 0; slot < slots; slot++) {
    nodes.set([base[slot], check[slot], 0, 0], 4 * slot);
    weights[4 * slot + 2] = check[slot] === 0 ? NO_WORD : -Infinity;
  }
  words.forEach(({ word, count, part }, id) => {
    const slot = slotOf[nodeOf[id]];
    weights[4 * slot + 2] = Math.log(count / total);
    nodes[4 * slot + 3] = word.length === 1 ? 0 : 1 + part;
  });
  const bytes = (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(
    outfile,
    Buffer.concat([
      bytes(Int32Array.of(slots, chars.length)),
      bytes(nodes),
      bytes(Uint16Array.from(chars, (c) => c.charCodeAt(0))),
    ]),
  );
  return { words: words.length, nodes: children.length, slots };
}

/** All words of the rules that cut sentences; one more or less is no harm, as the program adds what it misses. */
function wordsOfRules() {
  const stringsOf = (x) => (typeof x === 'string' ? [x] : Object.values(x).flatMap(stringsOf));
  const files = ['words', 'verbs', 'measures', 'entities'].map(
    (name) => new URL(`../src/rules/${name}.yaml`, import.meta.url),
  );
  const strings = files.flatMap((file) => stringsOf(parse(readFileSync(file, 'utf8'))));
  return strings.filter((word) => !word.includes('…')).map((word) => ({ word, count: RULES_COUNT }));
}

/** Each character by itself as well; and one, the most frequent, that stands for all others. */
function withCharacters(words) {
  const chars = new Set(words.flatMap(({ word }) => [...word]));
  const single = [...chars].map((word) => ({ word, count: 0 }));
  return [...words, ...single, { word: '\uffff', count: Number.MAX_SAFE_INTEGER }];
}

/** A plain trie: of each node its children by character, and how often it is reached; of each word the node at which it ends. */
function trieOf(words) {
  const children = [new Map()];
  const countOf = [Infinity];
  const nodeOf = words.map(({ word, count }) => {
    let node = 0;
    for (const c of word) {
      let next = children[node].get(c);
      if (next === undefined) {
        next = children.length;
        children.push(new Map());
        children[node].set(c, next);
        countOf.push(0);
      }
      node = next;
      countOf[node] += count;
    }
    return node;
  });
  return { children, nodeOf, countOf };
}

/** Characters by how often they stand in texts: frequent ones get small codes, so that their slots lie close. */
function codesOf(words) {
  const counts = new Map();
  for (const { word, count } of words) for (const c of word) counts.set(c, (counts.get(c) ?? 0) + count);
  const chars = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
  return { chars, code: new Map(chars.map((c, i) => [c, i + 1])) };
}

/** Which slots are free; the next free one is found without a walk over those that are not. */
function freeSlots() {
  let next = new Int32Array(1 << 18); // of a slot that is taken one behind it, nearer to the next free one; 0 of a free one
  const from = (slot) => {
    let free = slot;
    while (next[free] > 0) free = next[free];
    for (let s = slot; s !== free; ) {
      const further = next[s];
      next[s] = free;
      s = further;
    }
    return free;
  };
  /** The lowest base at which all codes, in their order, find free slots. */
  const baseFor = (codes) => {
    const lowest = codes[0];
    for (let first = from(lowest); ; first = from(first + 1)) {
      let k = 1;
      while (k < codes.length && !(next[first - lowest + codes[k]] > 0)) k++;
      if (k === codes.length) return first - lowest;
    }
  };
  const take = (slot) => {
    while (slot + 1 >= next.length) {
      const longer = new Int32Array(2 * next.length);
      longer.set(next);
      next = longer;
    }
    next[slot] = slot + 1;
  };
  return { baseFor, take };
}

/** Places the nodes, those first that texts reach most: each gets the lowest base at which all of its children find free slots. */
function layOut(children, countOf, code) {
  const base = [0];
  const check = [-2];
  const slotOf = [0];
  const free = freeSlots();
  free.take(0);
  const most = code.size + 1;
  let slots = 1;
  // a node is reached as often as its children at least: it has its own slot when they are placed
  const order = children.map((_, node) => node).sort((a, b) => countOf[b] - countOf[a] || a - b);
  for (const node of order) {
    const codes = [...children[node].keys()].map((c) => code.get(c)).sort((a, b) => a - b);
    if (codes.length === 0) continue;
    const b = free.baseFor(codes);
    const from = slotOf[node];
    base[from] = b;
    for (const [c, child] of children[node]) {
      const slot = b + code.get(c);
      check[slot] = from;
      free.take(slot);
      base[slot] = 0;
      slotOf[child] = slot;
    }
    slots = Math.max(slots, b + most + 1);
  }
  for (let slot = 0; slot < slots; slot++) {
    base[slot] ??= 0;
    check[slot] ??= -1;
  }
  return { base, check, slotOf, slots };
}
