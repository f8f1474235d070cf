import { buildTrie, type Trie } from '../quantity/trie.ts';
import { Class, type ClassName, Entity, type EntityName } from '../rules/format.ts';
import type { MeaningTable } from '../rules/merge.ts';

/** The words that cut clauses, ready for the scanner. */
export interface Lexicon {
  trie: Trie;
  /** Word id → class bits. */
  classes: Int32Array;
  /** Word id → group of a measure's head, or ''. */
  headGroup: string[];
  /** The head of two characters that stands at `at`, -1 for none. */
  headAt(text: string, at: number): number;
  /** Last code unit of an entity's ending → endings, longest first. */
  entityEndings: ReadonlyMap<number, readonly EntityEnding[]>;
}

/** An ending that names of a kind have (a bit of `Entity`). */
interface EntityEnding {
  ending: string;
  kind: number;
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
  const entityEndings = new Map<number, EntityEnding[]>();
  for (const [kind, list] of table.entities)
    for (const ending of list) {
      const last = ending.charCodeAt(ending.length - 1);
      entityEndings.set(last, [...(entityEndings.get(last) ?? []), { ending, kind: Entity[kind as EntityName] }]);
    }
  for (const list of entityEndings.values()) list.sort((a, b) => b.ending.length - a.ending.length);
  const trie = buildTrie(
    all.map((w, i) => [w, i] as const),
    null,
  );
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
