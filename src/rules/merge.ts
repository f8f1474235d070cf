import type { RuleFile, TypeRule, WordList } from './format.ts';

/** Rules of several files as one: lists joined, a user's type rules first. */
export interface MeaningTable {
  words: Map<string, string[]>;
  heads: Map<string, string[]>;
  entities: Map<string, string[]>;
  types: TypeRule[];
}

const flat = (list: WordList | undefined): string[] => (list ?? []).flat();

const add = (table: Map<string, string[]>, groups: Record<string, WordList> | undefined): void => {
  for (const [name, list] of Object.entries(groups ?? {})) table.set(name, [...(table.get(name) ?? []), ...flat(list)]);
};

/** Joins the built-in files and, before them in rank, the user's. */
export function mergeRules(builtIn: readonly RuleFile[], own: readonly RuleFile[] = []): MeaningTable {
  const table: MeaningTable = { words: new Map(), heads: new Map(), entities: new Map(), types: [] };
  for (const file of [...own, ...builtIn]) {
    add(table.words, file.words);
    add(table.heads, file.measures?.heads);
    add(table.words, file.measures?.modifiers && { modifier: file.measures.modifiers });
    add(table.entities, file.entities);
    table.types.push(...(file.types ?? []));
  }
  table.words.set('head', [...table.heads.values()].flat());
  return table;
}
