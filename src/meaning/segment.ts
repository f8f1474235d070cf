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

let best = new Float64Array(256);
let back = new Int32Array(256);
let kinds = new Int32Array(256);
let ids = new Int32Array(256);

/**
 * Cuts `text[start, end)` into words by the likeliest path through the dictionary and the rules' words, and hands each to
 * `emit` in order: kind bits, start, end, word id of the rules or -1. Characters that no word claims come as `Kind.unknown`,
 * one run at a time.
 */
export function segment(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  dictionary: Dictionary,
  emit: (kind: number, from: number, to: number, id: number) => void,
): void {
  const n = end - start;
  if (n + 1 > best.length) {
    best = new Float64Array(2 * (n + 1));
    back = new Int32Array(2 * (n + 1));
    kinds = new Int32Array(2 * (n + 1));
    ids = new Int32Array(2 * (n + 1));
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
  // walk back, then hand out forwards; `best` is free to hold the cuts
  let cuts = 0;
  for (let j = n; j > 0; j = back[j]!) best[cuts++] = j;
  let from = 0;
  let unknownFrom = -1;
  for (let k = cuts - 1; k >= 0; k--) {
    const to = best[k]!;
    if (kinds[to] === Kind.unknown) {
      if (unknownFrom < 0) unknownFrom = from;
    } else {
      if (unknownFrom >= 0) emit(Kind.unknown, start + unknownFrom, start + from, -1);
      unknownFrom = -1;
      emit(kinds[to]!, start + from, start + to, ids[to]!);
    }
    from = to;
  }
  if (unknownFrom >= 0) emit(Kind.unknown, start + unknownFrom, start + n, -1);
}
