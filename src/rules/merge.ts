import type { RuleFile, TypeRule, WordList } from './format.ts';
import type { QuantityRules } from './quantity.ts';

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

/** The scanner's rules with a user's units and counters added. */
export function mergeQuantityRules(builtIn: QuantityRules, own: readonly RuleFile[]): QuantityRules {
  const rules: QuantityRules = { ...builtIn, units: { ...builtIn.units }, counters: { ...builtIn.counters } };
  for (const file of own) {
    for (const [dimension, rows] of Object.entries(file.units ?? {})) {
      const table = rules.units[dimension]!;
      const known = new Set(rows.map((r) => r.unit));
      rules.units[dimension] = { ...table, units: [...rows, ...table.units.filter((r) => !known.has(r.unit))] };
    }
    for (const [kind, words] of Object.entries(file.counters ?? {})) {
      const row = rules.counters[kind as 'count'];
      rules.counters[kind as 'count'] = { ...row, plain: [...(row.plain ?? []), ...words] };
    }
  }
  return rules;
}
