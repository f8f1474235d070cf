import { Class, type ClassName } from '../rules/format.ts';
import type { MeaningTable } from '../rules/merge.ts';

/** A trie over UTF-16 code units with open addressing: one probe or two a character, no objects. */
export interface Trie {
  /** The node after `node` by code unit `c`, -1 for none. The root is 0. */
  step(node: number, c: number): number;
  /** The word that ends at a node, -1 for none. */
  wordAt(node: number): number;
  /** 1 for a code unit that begins some word. */
  first: Uint8Array;
}

export function buildTrie(words: Iterable<[string, number]>): Trie {
  const entries = [...words];
  let total = 0;
  for (const [w] of entries) total += w.length;
  let size = 1024;
  while (size < total * 3) size <<= 1;
  const mask = size - 1;
  const keyState = new Int32Array(size).fill(-1);
  const keyChar = new Uint16Array(size);
  const next = new Int32Array(size);
  const first = new Uint8Array(65536);
  const ids: number[] = [-1];
  const slot = (state: number, char: number) => {
    let h = (Math.imul(state, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) >>> 0;
    h = (h ^ (h >>> 15)) & mask;
    while (keyState[h] !== -1 && (keyState[h] !== state || keyChar[h] !== char)) h = (h + 1) & mask;
    return h;
  };
  for (const [word, id] of entries) {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const c = word.charCodeAt(i);
      const h = slot(state, c);
      if (keyState[h] === -1) {
        keyState[h] = state;
        keyChar[h] = c;
        next[h] = ids.length;
        ids.push(-1);
      }
      state = next[h]!;
    }
    ids[state] = id;
    first[word.charCodeAt(0)] = 1;
  }
  const idOf = Int32Array.from(ids);
  return {
    first,
    step(node, c) {
      const h = slot(node, c);
      return keyState[h] === -1 ? -1 : next[h]!;
    },
    wordAt: (node) => idOf[node]!,
  };
}

/** The words that cut clauses, ready for the scanner. */
export interface Lexicon {
  trie: Trie;
  /** Word id → class bits. */
  classes: Int32Array;
  /** Word id → group of a measure's head, or ''. */
  headGroup: string[];
  /** The head of two characters that stands at `at`, -1 for none. */
  headAt(text: string, at: number): number;
  /** Last character of an entity's ending → endings, longest first. */
  entityEndings: Map<string, { ending: string; kind: string }[]>;
}

export function compileLexicon(table: MeaningTable): Lexicon {
  const bits = new Map<string, number>();
  for (const [name, list] of table.words)
    for (const w of list)
      if (!w.includes('…'))
        bits.set(w, (bits.get(w) ?? 0) | Class[name as ClassName] | (name === 'yields' ? Class.strong : 0));
  // 产业集聚区 is one word, whatever verbs it holds
  for (const list of table.entities.values())
    for (const w of list) if (w.length > 1 && !bits.has(w)) bits.set(w, Class.noun);
  const group = new Map<string, string>();
  for (const [name, list] of table.heads) for (const w of list) if (!group.has(w)) group.set(w, name);
  const all = [...bits.keys()];
  const entityEndings = new Map<string, { ending: string; kind: string }[]>();
  for (const [kind, list] of table.entities)
    for (const ending of list) {
      const last = ending.at(-1)!;
      entityEndings.set(last, [...(entityEndings.get(last) ?? []), { ending, kind }]);
    }
  for (const list of entityEndings.values()) list.sort((a, b) => b.ending.length - a.ending.length);
  const trie = buildTrie(all.map((w, i) => [w, i]));
  const classes = Int32Array.from(all, (w) => bits.get(w)!);
  return {
    trie,
    classes,
    headAt(text, at) {
      const first = trie.step(0, text.charCodeAt(at));
      const second = first < 0 ? -1 : trie.step(first, text.charCodeAt(at + 1));
      const word = second < 0 ? -1 : trie.wordAt(second);
      if (word < 0 || (classes[word]! & Class.head) === 0) return -1;
      return group.get(all[word]!) === 'people' && all[word] !== '人口' ? -1 : word; // 教|职工 are counted, and measure nothing
    },
    headGroup: all.map((w) => group.get(w) ?? ''),
    entityEndings,
  };
}
