import type { Rows } from '../rules/pack.ts';
import type { QuantityRules } from '../rules/quantity.ts';
import { FOLD, isLatin } from './chars.ts';
import type { UnitAhead } from './numeral/types.ts';
import { buildTrie, type Trie } from './trie.ts';
import type { Dimension } from './types.ts';

/** A unit or counter, compiled. */
export interface Unit {
  name: string;
  dimension: Dimension;
  code: string | null;
  base: string;
  factor: number;
  offset: number;
  counter: boolean;
  /** May stand after a single Chinese digit; after 一. */
  chinese: boolean;
  one: boolean;
  /** A counter that says which, where a rank is meant (号, 级, 等). */
  ordinal: boolean;
  never: boolean;
  before: string[] | null;
  /** Its meaning hangs on what stands around the figure: 30度, 8节, 一等. */
  contextual: boolean;
  /** Of a counter that is told by the word behind it (个|体育), how many characters it has itself; 0 for all others. */
  extent: number;
}

/** The units as they are compiled: data that can be kept in a file. */
export interface UnitTables {
  /** Words behind 一人, 一名 that make it a count. */
  oneBefore: readonly string[];
  list: Rows<Unit>;
  trie: Trie;
  /** Word of the trie → index of its unit. */
  unitOfWord: Int32Array;
  /** Word of the trie → its text, '' where a record does not give it as written (％, a space). */
  surfaces: string[];
}

/** The units as they are read. */
export interface Units extends UnitTables {
  /** Whether a unit of measure stands at a place: 千瓦 there takes its 千 from the numeral before. */
  ahead: UnitAhead;
}

const DIMENSIONS_OF_OWN: Record<string, Dimension> = {
  force: 'number',
  radiation: 'number',
  resistance: 'number',
  substance: 'number',
  light: 'number',
};

/** Units that other readers than the one of plain figures know: of angles or temperature or energy, of speed or counted, a mark or money. */
const CONTEXTUAL = new Set(['度', '节', '分', '等']);

/** 2000/3 or a number. */
export function factorOf(factor: number | string): number {
  if (typeof factor === 'number') return factor;
  const [a, b] = factor.split('/').map(Number);
  return b === undefined ? a! : a! / b;
}

export function compileUnits(rules: QuantityRules): UnitTables {
  const list: Unit[] = [];
  const words: [string, number][] = [];
  for (const [dimension, { base, units }] of Object.entries(rules.units))
    for (const row of units) {
      for (const w of [row.unit, ...(row.also ?? [])]) words.push([w, list.length]);
      list.push({
        name: row.unit,
        dimension: DIMENSIONS_OF_OWN[dimension] ?? (dimension as Dimension),
        code: row.code ?? null,
        base: row.base ?? base,
        factor: factorOf(row.factor),
        offset: row.offset ?? 0,
        counter: false,
        chinese: row.chinese ?? true,
        one: row.one ?? true,
        ordinal: false,
        never: row.only === 'never',
        before: row.before ?? null,
        contextual: CONTEXTUAL.has(row.unit),
        extent: 0,
      });
    }
  const counter = (name: string, dimension: Dimension, unitCode: string, flags: Partial<Unit>) => {
    words.push([name, list.length]);
    list.push({
      name,
      dimension,
      code: unitCode,
      base: unitCode,
      factor: 1,
      offset: 0,
      counter: true,
      chinese: true,
      one: false,
      ordinal: false,
      never: false,
      before: null,
      contextual: CONTEXTUAL.has(name),
      extent: 0,
      ...flags,
    });
  };
  for (const w of rules.counters.ordinal) counter(w, 'count', '1', { ordinal: true, contextual: true });
  for (const dimension of ['people', 'households', 'count'] as const) {
    const row = rules.counters[dimension];
    for (const w of row.counted ?? []) counter(w, dimension, row.code, { one: true });
    for (const w of row.plain ?? []) counter(w, dimension, row.code, {});
    for (const w of row.arabic ?? []) counter(w, dimension, row.code, { chinese: false });
  }
  for (const w of rules.counters.words) counter(w, 'count', '', { never: true });
  for (const [name, behind] of Object.entries(rules.counters.parted)) {
    const unit = list.find((u) => u.counter && u.name === name)!;
    for (const w of behind) counter(name + w, unit.dimension, unit.code!, { ...unit, name, extent: name.length });
  }
  // a word that stands in two tables has its first reading: 度 is energy only after 电 (see `before`), else an angle
  const ordered = withoutGuarded(words, list);
  return {
    oneBefore: rules.counters.oneBefore,
    list,
    trie: buildTrie(
      ordered.map(([w], k) => [w, k] as const),
      FOLD,
    ),
    unitOfWord: Int32Array.from(ordered, ([, id]) => id),
    surfaces: ordered.map(([w]) => (/[ \uff00-\uffef]/.test(w) ? '' : w)),
  };
}

/** Compiled units made ready to be read. */
export function readyUnits(tables: UnitTables): Units {
  return { ...tables, ahead: aheadOf(tables) };
}

/** The unit of the word that the trie matched last. */
export const unitMatched = ({ trie, list, unitOfWord }: UnitTables): Unit => list.at(unitOfWord[trie.id]!)!;

/** The first unit of that name. */
export function unitByName({ list }: UnitTables, name: string): Unit | null {
  for (let i = 0; i < list.length; i++) if (list.at(i)!.name === name) return list.at(i)!;
  return null;
}

const aheadOf =
  (units: UnitTables): UnitAhead =>
  (src, at) => {
    const end = units.trie.match(src.s, at, src.n);
    if (end === at) return false;
    return !unitMatched(units).counter && !(isLatin(src.s[end - 1]!) && isLatin(src.s[end]!));
  };

const withoutGuarded = (words: [string, number][], list: Unit[]): [string, number][] => [
  ...words.filter(([, id]) => !list[id]!.before),
  ...words.filter(([, id]) => list[id]!.before),
];
