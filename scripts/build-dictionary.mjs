// Packs the everyday words of jieba's dictionary (MIT) into dist/dictionary.bin: words, part of speech, weight.
// The layout is read by src/meaning/dictionary.ts; all numbers little-endian:
//   Int32 ×3          slots (a power of two), nodes, words
//   Int32 × slots     parent node of the slot's edge, -1 for an empty slot
//   Int32 × slots     node that the edge leads to
//   Int32 × nodes     word that ends at the node, -1 for none
//   Float32 × words   natural logarithm of the word's share of all words
//   Uint16 × slots    character of the edge
//   Uint8 × words     part of speech: index into PARTS
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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
  let characters = 0;
  for (const w of words) characters += w.word.length;
  let slots = 1024;
  while (slots < characters) slots <<= 1;
  const parent = new Int32Array(slots).fill(-1);
  const target = new Int32Array(slots);
  const edge = new Uint16Array(slots);
  const wordAt = [-1];
  words.forEach(({ word }, id) => {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const c = word.charCodeAt(i);
      // the same hash as `slotOf` in src/meaning/dictionary.ts
      let h = (Math.imul(node, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b)) >>> 0;
      h = (h ^ (h >>> 15)) & (slots - 1);
      while (parent[h] !== -1 && (parent[h] !== node || edge[h] !== c)) h = (h + 1) & (slots - 1);
      if (parent[h] === -1) {
        parent[h] = node;
        edge[h] = c;
        target[h] = wordAt.length;
        wordAt.push(-1);
      }
      node = target[h];
    }
    wordAt[node] = id;
  });
  const bytes = (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(
    outfile,
    Buffer.concat([
      bytes(Int32Array.of(slots, wordAt.length, words.length)),
      bytes(parent),
      bytes(target),
      bytes(Int32Array.from(wordAt)),
      bytes(Float32Array.from(words, (w) => Math.log(w.count / total))),
      bytes(edge),
      bytes(Uint8Array.from(words, (w) => w.part)),
    ]),
  );
  return { words: words.length, nodes: wordAt.length, slots };
}
