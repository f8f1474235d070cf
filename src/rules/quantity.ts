import countersTable from './counters.yaml';
import modifiersTable from './modifiers.yaml';
import notFiguresTable from './not-figures.yaml';
import numeralsTable from './numerals.yaml';
import { prepared } from './prepared.ts';
import timesTable from './times.yaml';
import unitsTable from './units.yaml';
import variantsTable from './variants.yaml';

/** A unit of measure as units.yaml has it. */
export interface UnitRow {
  unit: string;
  also?: string[];
  /** UCUM or ISO 4217. */
  code?: string;
  /** Base unit, where it is not the dimension's own (USD, bit). */
  base?: string;
  /** One of it in the base unit; a fraction may be written as 2000/3. */
  factor: number | string;
  offset?: number;
  one?: boolean;
  chinese?: boolean;
  /** Words that must stand before the figure in its clause. */
  before?: string[];
  /** `never`: only known to other readers (3月, 5分). */
  only?: string;
}

export type UnitTable = Record<string, { base: string; units: UnitRow[] }>;
export interface CounterRow {
  code: string;
  plain?: string[];
  arabic?: string[];
  counted?: string[];
}
export interface CounterTable {
  people: CounterRow;
  households: CounterRow;
  count: CounterRow;
  ordinal: string[];
  /** Behind 一 and a counter of people these say that one is counted. */
  oneBefore: string[];
  /** Words that begin with a counter or unit and are none. */
  words: string[];
  /** Counter → beginnings of words behind it that make it a counter after all: 3个|体育馆. */
  parted: Record<string, string[]>;
}
export interface NumeralTable {
  digits: Record<string, number>;
  tens: Record<string, number>;
  financial: Record<string, number>;
  financialScales: Record<string, number>;
  scales: Record<string, number>;
}
export interface ModifierTable {
  before: Record<string, string[]>;
  after: Record<string, string[]>;
}
export interface TimeTable {
  years: Record<string, number>;
  months: Record<string, number>;
  days: Record<string, number>;
  weeks: Record<string, number>;
  weekdays: Record<string, number>;
  holidays: Record<string, string>;
  quarters: Record<string, number>;
  parts: Record<string, string>;
  eras: Record<string, number>;
  since: string[];
  sinceMonth: string[];
  now: string[];
  vague: string[];
  samePeriod: Record<string, number>;
}
export type NotFigureTable = Record<string, string[]>;

/** Everything the scanner is made of. */
export interface QuantityRules {
  units: UnitTable;
  counters: CounterTable;
  modifiers: ModifierTable;
  times: TimeTable;
  notFigures: NotFigureTable;
}

export const builtInQuantityRules = (): QuantityRules => ({
  units: unitsTable as UnitTable,
  counters: countersTable as unknown as CounterTable,
  modifiers: modifiersTable as ModifierTable,
  times: timesTable as TimeTable,
  notFigures: notFiguresTable as NotFigureTable,
});
export const builtInNumerals = prepared('numerals', () => numeralsTable as NumeralTable);
/** Pairs of characters, the variant first. */
export const builtInVariants = (): string[] => (variantsTable as { pairs: string }).pairs.split(/\s+/).filter(Boolean);
