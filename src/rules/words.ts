import entitiesTable from './entities.yaml';
import measuresTable from './measures.yaml';
import verbsTable from './verbs.yaml';
import wordsTable from './words.yaml';

/** Classes a word can have beside a figure, as bits: a word may have several (已 is an adverb and tells status). */
export const Class = {
  adverb: 1 << 0,
  conjunction: 1 << 1,
  preposition: 1 << 2,
  share: 1 << 3,
  report: 1 << 4,
  reach: 1 << 5,
  particle: 1 << 6,
  deictic: 1 << 7,
  planned: 1 << 8,
  target: 1 << 9,
  estimated: 1 << 10,
  actual: 1 << 11,
  basis: 1 << 12,
  compare: 1 << 13,
  up: 1 << 14,
  down: 1 << 15,
  noun: 1 << 16,
  strong: 1 << 17,
  weak: 1 << 18,
  pivot: 1 << 19,
  head: 1 << 20,
  modifier: 1 << 21,
  yields: 1 << 22,
} as const;

export type ClassName = keyof typeof Class;

/** The words of the built-in rules: class → words. */
export type WordTable = Partial<Record<ClassName, string[]>>;

const flat = (groups: string[][] | undefined): string[] => (groups ?? []).flat();

/** Class → words, from the built-in tables. */
export function builtInWords(): WordTable {
  const words = wordsTable as Record<string, string[][]>;
  const verbs = verbsTable as Record<string, string[][]>;
  const { heads, modifiers } = measuresTable as { heads: Record<string, string[]>; modifiers: string[][] };
  const table: WordTable = {};
  for (const [name, groups] of Object.entries({ ...words, ...verbs })) table[name as ClassName] = flat(groups);
  table.head = Object.values(heads).flat();
  table.modifier = flat(modifiers);
  return table;
}

/** Measure head → its group (investment, money, area, ratio …). */
export function builtInHeads(): Record<string, string[]> {
  return (measuresTable as { heads: Record<string, string[]> }).heads;
}

/** Endings of names: kind of entity → endings. */
export function builtInEntities(): Record<string, string[]> {
  return entitiesTable as Record<string, string[]>;
}
