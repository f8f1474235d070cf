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

/** The signs that a type rule may ask for (docs/rules.md says when each is seen). */
export const CUES = [
  'change',
  'basis',
  'share',
  'reached',
  'of-whole',
  'de-noun',
  'noun-after',
  'money-per',
  'each-unit',
  'per-time',
  'firms',
  'persons',
  'level-noun',
  'compared',
  'noun-investment',
  'after-growth',
  'after-investment',
] as const;

export type Cue = (typeof CUES)[number];

/** Kinds of names that `entities` may list endings of. */
export const ENTITY_KINDS = ['place', 'body', 'brand', 'project', 'sector', 'person'] as const;

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
