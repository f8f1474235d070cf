import { Class, type ClassName, Entity, type EntityName } from '../rules/format.ts';
import type { MeaningTable } from '../rules/merge.ts';
import { addWord } from './add-words.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';
import { Kind } from './kind.ts';

/** The words that cut clauses, those of the rules and the everyday ones of the dictionary, ready for the scanner. */
export interface Lexicon {
  /** All words in one trie; a slot's last number is the word's index into `kinds`. */
  words: Dictionary;
  /** Kind bits: first those of a word without a class (`NO_CLASS`) and of the dictionary's parts of speech, from `RULE_WORDS` on those of the rules' words. */
  kinds: Int32Array;
  /** Word id of the rules → group of a measure's head, or ''. */
  headGroup: string[];
  /** Word id of the rules → 1 for a measure's head; 教|职工 are counted, and measure nothing. */
  isHead: Uint8Array;
  /** Last code unit of an entity's ending → endings, longest first. */
  entityEndings: ReadonlyMap<number, readonly EntityEnding[]>;
}

/** An ending that names of a kind have (a bit of `Entity`). */
interface EntityEnding {
  ending: string;
  kind: number;
}

/** What the dictionary tells apart beside a figure; the order is that of scripts/build-dictionary.mjs. The first are single characters. */
const KIND_OF_PART = [
  Kind.unknown,
  Class.noun,
  Class.strong | Class.weak,
  Class.weak,
  Class.adverb,
  Class.preposition,
  Class.conjunction,
  Class.noun | Kind.name,
  Class.noun | Kind.name,
];

/** Index into `kinds` of a character that is no word by itself. */
export const NO_CLASS = 0;
/** Index into `kinds` of the rules' first word: from here on, less this, they are the words' ids. */
export const RULE_WORDS = KIND_OF_PART.length;

/** Weight (natural logarithm) of a word of the rules that the dictionary does not have, or has as a rarer one. */
const RULE_WORD = -10;
/** No word is longer. */
const LONGEST = 24;

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
  const entityEndings = new Map<number, EntityEnding[]>();
  for (const [kind, list] of table.entities)
    for (const ending of list) {
      const last = ending.charCodeAt(ending.length - 1);
      entityEndings.set(last, [...(entityEndings.get(last) ?? []), { ending, kind: Entity[kind as EntityName] }]);
    }
  for (const list of entityEndings.values()) list.sort((a, b) => b.ending.length - a.ending.length);
  const words = withRules(readDictionary(), all);
  const isHead = (w: string) => (bits.get(w)! & Class.head) !== 0 && (group.get(w) !== 'people' || w === '人口');
  return {
    words,
    kinds: Int32Array.of(...KIND_OF_PART, ...bits.values()),
    isHead: Uint8Array.from(all, (w) => (isHead(w) ? 1 : 0)),
    headGroup: all.map((w) => group.get(w) ?? ''),
    entityEndings,
  };
}

/** Id of the head of two characters that stands at `at`, -1 for none. */
export function headAt(text: string, at: number, { words, isHead }: Lexicon): number {
  const { nodes, code } = words;
  const first = nodes[0]! + code[text.charCodeAt(at)]!;
  const second = nodes[4 * first]! + code[text.charCodeAt(at + 1)]!;
  if (nodes[4 * first + 1] !== 0 || nodes[4 * second + 1] !== first) return -1;
  const word = nodes[4 * second + 3]! - RULE_WORDS;
  return word >= 0 && isHead[word] === 1 ? word : -1;
}

/** The dictionary with the rules' words, which count for more than what it says of them. */
function withRules(dictionary: Dictionary, words: readonly string[]): Dictionary {
  words.forEach((word, id) => {
    if (word.length > LONGEST) return;
    const slot = addWord(dictionary, word);
    if (dictionary.weights[4 * slot + 2]! < RULE_WORD) dictionary.weights[4 * slot + 2] = RULE_WORD;
    dictionary.nodes[4 * slot + 3] = RULE_WORDS + id;
  });
  return dictionary;
}
