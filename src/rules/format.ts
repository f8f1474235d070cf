import type { UnitRow } from './quantity.ts';

/**
 * The one format of rules. The built-in rules are files of it (src/rules/*.yaml); a user's own stand beside them
 * (`--rules FILE`). Every section may be left out.
 */
export interface RuleFile {
  /** Class → words that cut clauses (classes: see `ClassName`). */
  words?: Record<string, WordList>;
  /** Measures: group → heads, and what may stand before a head. */
  measures?: { heads?: Record<string, WordList>; modifiers?: WordList };
  /** Kind of entity → endings of its names. */
  entities?: Record<string, WordList>;
  /** What type a figure has; tried in order, a user's before the built-in ones. */
  types?: TypeRule[];
  /** Units: dimension → rows as in units.yaml. */
  units?: Record<string, UnitRow[]>;
  /** Counters that may follow any numeral: what they count → words. */
  counters?: Partial<Record<'people' | 'households' | 'count', string[]>>;
  /** Texts and what they must give: run by `extract rules check`. */
  examples?: RuleExample[];
}

/** Words, in rows for the reader's sake. */
export type WordList = (string | string[])[];

/** A figure has the type of the first rule whose conditions all hold. */
export interface TypeRule {
  /** Shown in the record. */
  rule: string;
  type: string;
  dimension?: string[];
  cue?: string[];
  notCue?: string[];
  head?: string[];
  notHead?: string[];
  unit?: string[];
  /** A word that stands in the clause before the figure. */
  near?: string[];
  /** An ending of the thing counted. */
  item?: string[];
}

export interface RuleExample {
  text: string;
  date?: string;
  /** Each names its surface and any fields of the record. */
  figures: ({ text: string } & Record<string, unknown>)[];
}

/** The signs that a type rule may ask for (docs/rules.md says when each is seen), a bit each. */
export const Cue = {
  change: 1 << 0,
  basis: 1 << 1,
  share: 1 << 2,
  reached: 1 << 3,
  'of-whole': 1 << 4,
  'de-noun': 1 << 5,
  'noun-after': 1 << 6,
  'money-per': 1 << 7,
  'each-unit': 1 << 8,
  'per-time': 1 << 9,
  firms: 1 << 10,
  persons: 1 << 11,
  'level-noun': 1 << 12,
  compared: 1 << 13,
  'noun-investment': 1 << 14,
  'after-growth': 1 << 15,
  'after-investment': 1 << 16,
} as const;

export type CueName = keyof typeof Cue;
export const CUES = Object.keys(Cue) as CueName[];

/** The bits of signs named in a rule; none for none. Names must have been checked. */
export const cueBits = (names: readonly string[] | undefined): number =>
  (names ?? []).reduce((bits, name) => bits | Cue[name as CueName], 0);

/** Kinds of names that `entities` may list endings of, a bit each. */
export const Entity = {
  place: 1 << 0,
  body: 1 << 1,
  brand: 1 << 2,
  project: 1 << 3,
  sector: 1 << 4,
  person: 1 << 5,
} as const;

export type EntityName = keyof typeof Entity;
export const ENTITY_KINDS = Object.keys(Entity) as EntityName[];

/** Bits of the classes a word can have beside a figure: a word may have several (已 is an adverb and tells status). */
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
  attribute: 1 << 23,
} as const;

export type ClassName = keyof typeof Class;
