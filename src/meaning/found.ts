import { Class } from '../rules/format.ts';
import type { Draft } from './draft.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter } from './view.ts';

/** What the words around a figure say of its measure, thing and owner. */
export interface Fields {
  metric: string | null;
  item: string | null;
  subject: string | null;
  /** Group of the measure's head, '' for none. */
  head: string;
  base: Meaning | null;
  byVerb: boolean;
  inferred: string[];
}

/** Kinds of quantity that read their neighbours alike. */
export interface Kinds {
  ratio: boolean;
  counted: boolean;
  money: boolean;
}

export const kindsOf = (dimension: string): Kinds => ({
  ratio: dimension === 'ratio' || dimension === 'points' || dimension === 'multiple',
  counted: dimension === 'count' || dimension === 'people' || dimension === 'households',
  money: dimension === 'money',
});

export const EXTENTS = ['length', 'mass', 'area', 'volume'];

export const COUNTED = ['count', 'people', 'households'];

/** Units of visits: one who comes twice counts twice. */
export const VISITS = new Set(['人次', '万人次']);

export function setVerb(f: Fields, verb: string): void {
  f.metric = verb;
  f.byVerb = true;
}

/** 14个人, 200人: the unit is the thing. */
export const countsItself = ({ unit }: Reading['quantity']): boolean => unit === '人' || unit === '个人';

/** 增幅, 跌幅: the group of a head that says a change. */
export const isChange = (head: string): boolean => head === 'growth' || head === 'fall';

export const sameKind = (d: Draft, dimension: string): boolean =>
  d.meaning.quantity.dimension === dimension ||
  (COUNTED.includes(d.meaning.quantity.dimension) && COUNTED.includes(dimension));

/** Group of a measure's head: of the rules' word, or 'ratio' for an unknown …率. */
export function headGroup(t: Tokens, i: number, lexicon: Lexicon): string {
  const id = t.value[i]!;
  if (has(t.kind[i]!, Class.head) && id >= 0) return lexicon.headGroup[id]!;
  return isCharacter('率比', t.text.charCodeAt(t.end[i]! - 1)) ? 'ratio' : '';
}
