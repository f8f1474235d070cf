import { buildTrie, type Trie } from '../quantity/trie.ts';
import { Class, type ClassName } from '../rules/format.ts';
import type { MeaningTable } from '../rules/merge.ts';

/** The words that cut clauses, ready for the scanner. */
export interface Lexicon {
  trie: Trie;
  /** Word id → class bits. */
  classes: Int32Array;
  /** Word id → group of a measure's head, or ''. */
  headGroup: string[];
  /** Id of 人口, the one word for people that is a measure: 教|职工 are counted, and measure nothing. */
  population: number;
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
  const trie = buildTrie(
    all.map((w, i) => [w, i] as const),
    null,
  );
  return {
    trie,
    classes: Int32Array.from(all, (w) => bits.get(w)!),
    headGroup: all.map((w) => group.get(w) ?? ''),
    population: all.indexOf('人口'),
    entityEndings,
  };
}

/** The head of two characters that stands at `at`, -1 for none. */
export function headAt(text: string, at: number, { trie, classes, headGroup, population }: Lexicon): number {
  const first = trie.step(0, text.charCodeAt(at));
  const second = first < 0 ? -1 : trie.step(first, text.charCodeAt(at + 1));
  const word = second < 0 ? -1 : trie.wordAt(second);
  if (word < 0 || (classes[word]! & Class.head) === 0) return -1;
  return headGroup[word] === 'people' && word !== population ? -1 : word;
}
