import { Class } from '../rules/format.ts';
import type { Dictionary } from './dictionary.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';

/** What a part of speech of the dictionary is beside a figure; the order is that of scripts/build-dictionary.mjs. */
const KIND_OF_PART = Int32Array.of(
  Class.noun,
  Class.strong | Class.weak,
  Class.weak,
  Class.adverb,
  Class.preposition,
  Class.conjunction,
  Class.noun | Kind.name,
  Class.noun | Kind.name,
);

/** Weight (natural logarithm) of a word of the rules that the dictionary does not have, and of a character that nothing has. */
const RULE_WORD = -10;
const UNKNOWN = -18;
const LONGEST = 24;

/** The words of a run of text, the last one first. */
export interface Cut {
  count: number;
  /** Kind bits; `Kind.unknown` for a run of characters that no word claims. */
  kind: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** Word id of the rules, -1 for others. */
  id: Int32Array;
}

let best = new Float64Array(256);
let back = new Int32Array(256);
let kinds = new Int32Array(256);
let ids = new Int32Array(256);
let cut: Cut = newCut(256);

function newCut(size: number): Cut {
  const array = () => new Int32Array(size);
  return { count: 0, kind: array(), from: array(), to: array(), id: array() };
}

/**
 * Cuts `text[start, end)` into words by the likeliest path through the dictionary and the rules' words. What it gives holds until the
 * next call: sentences are cut by the million, and their words are read at once.
 */
export function segment(text: string, start: number, end: number, lexicon: Lexicon, dictionary: Dictionary): Cut {
  const n = end - start;
  if (n + 1 > best.length) {
    best = new Float64Array(2 * (n + 1));
    back = new Int32Array(2 * (n + 1));
    kinds = new Int32Array(2 * (n + 1));
    ids = new Int32Array(2 * (n + 1));
    cut = newCut(2 * (n + 1));
  }
  best.fill(-Infinity, 0, n + 1);
  best[0] = 0;
  const { trie, classes } = lexicon;
  const { nodes, weight, code } = dictionary;
  for (let i = 0; i < n; i++) {
    const base = best[i]!;
    // a character on its own
    if (base + UNKNOWN > best[i + 1]!) {
      best[i + 1] = base + UNKNOWN;
      back[i + 1] = i;
      kinds[i + 1] = Kind.unknown;
      ids[i + 1] = -1;
    }
    let node = 0;
    let ruleNode = trie.first[text.charCodeAt(start + i)] === 1 ? 0 : -1;
    const limit = Math.min(n, i + LONGEST);
    for (let j = i; j < limit; j++) {
      const c = text.charCodeAt(start + j);
      let w = 0;
      let kind = 0;
      let id = -1;
      if (node >= 0) {
        const next = (nodes[2 * node]! >> 3) + code[c]!;
        if (nodes[2 * next + 1] === node) {
          node = next;
          w = weight[next]!;
          if (w !== 0) kind = j === i ? Kind.unknown : KIND_OF_PART[nodes[2 * next]! & 7]!;
        } else node = -1;
      }
      if (ruleNode >= 0) {
        ruleNode = trie.step(ruleNode, c);
        if (ruleNode >= 0) {
          const word = trie.wordAt(ruleNode);
          if (word >= 0) {
            kind = classes[word]!;
            id = word;
            if (w === 0 || w < RULE_WORD) w = RULE_WORD;
          }
        }
      }
      if (kind !== 0 && base + w > best[j + 1]!) {
        best[j + 1] = base + w;
        back[j + 1] = i;
        kinds[j + 1] = kind;
        ids[j + 1] = id;
      }
      if (node < 0 && ruleNode < 0) break;
    }
  }
  let count = 0;
  let unknownTo = -1;
  for (let to = n; to > 0; to = back[to]!) {
    const from = back[to]!;
    const kind = kinds[to]!;
    // characters that stand alone side by side are one run
    if (kind === Kind.unknown && unknownTo === to) {
      cut.from[count - 1] = start + from;
      unknownTo = from;
      continue;
    }
    cut.kind[count] = kind;
    cut.from[count] = start + from;
    cut.to[count] = start + to;
    cut.id[count] = kind === Kind.unknown ? -1 : ids[to]!;
    count++;
    unknownTo = kind === Kind.unknown ? from : -1;
  }
  cut.count = count;
  return cut;
}
