import { affixLists, beginsOn, endsOn, isIn, standsIn } from './affixes.ts';
import table from './phrases.yaml';

/** Whether `text[from, to)`, all of the text where no bounds are given, is or holds what a list says. */
type Holds = (text: string, from?: number, to?: number) => boolean;

/** Words that the readers of phrases ask for by name (phrases.yaml). */
export interface PhraseWords {
  /** Whether a phrase can name nobody: a time, a circumstance, a way of telling. */
  neverSubject: Holds;
  /** 这台, 本届: the determiner on which a phrase begins, '' for none. */
  determiner(phrase: string): string;
  /** Length of the determiner on which `text[from, to)` begins, 0 for none. */
  determinerLength(text: string, from: number, to: number): number;
  isPerHead: Holds;
  isPerson: Holds;
  isFirm: Holds;
  /** 4.5%以内的|年度目标: the ratio is what the noun stands at, and no part of it. */
  isLevel: Holds;
  /** Whether a name is that of a firm, which tells of itself. */
  namesFirm: Holds;
  isCommonPlace: Holds;
  causes: readonly string[];
  isExtent: Holds;
  tellsTime: readonly string[];
  tellsExtent: readonly string[];
  introduces: readonly string[];
  arrives: readonly string[];
}

interface Lists {
  'never-subject': { is: string[]; begins: string[]; ends: string[] };
  'never-subject-but': string[];
  determiners: string[];
  'per-head': string[];
  introduces: string[];
  'common-places': string[];
  causes: string[];
  extents: string[];
  'tells-time': string[];
  'tells-extent': string[];
  levels: string[];
  persons: string[];
  firms: string[];
  arrives: string[];
}

let words: PhraseWords | null = null;

export function phraseWords(): PhraseWords {
  if (words) return words;
  const lists = table as Lists;
  const listOf = affixLists();
  const never = listOf(lists['never-subject'].is, 'last');
  const neverBegins = listOf(lists['never-subject'].begins, 'first');
  const neverEnds = listOf(lists['never-subject'].ends, 'last');
  const neverBut = listOf(lists['never-subject-but'], 'last');
  const determiners = listOf(lists.determiners, 'first');
  const perHead = listOf(lists['per-head'], 'last');
  const persons = listOf(lists.persons, 'last');
  const firms = listOf(lists.firms, 'first');
  const firmNames = listOf(lists.firms, 'last');
  const levels = listOf(
    lists.levels.flatMap((level) => BOUNDS.map((bound) => level + bound)),
    'last',
  );
  const commonPlaces = listOf(lists['common-places'], 'last');
  const extents = listOf(lists.extents, 'last');
  words = {
    neverSubject: (text, from = 0, to = text.length) =>
      (endsOn(neverEnds, text, from, to) || beginsOn(neverBegins, text, from, to) > 0 || isIn(never, text, from, to)) &&
      !endsOn(neverBut, text, from, to),
    determiner: (phrase) => phrase.slice(0, beginsOn(determiners, phrase, 0, phrase.length)),
    determinerLength: (text, from, to) => beginsOn(determiners, text, from, to),
    isPerHead: (text, from = 0, to = text.length) => isIn(perHead, text, from, to),
    isPerson: (text, from = 0, to = text.length) => endsOn(persons, text, from, to),
    isLevel: (text, from = 0, to = text.length) => endsOn(levels, text, from, to),
    isFirm: (text, from = 0, to = text.length) => standsIn(firms, text, from, to),
    namesFirm: (text, from = 0, to = text.length) => endsOn(firmNames, text, from, to),
    isCommonPlace: (text, from = 0, to = text.length) => endsOn(commonPlaces, text, from, to),
    causes: lists.causes,
    isExtent: (text, from = 0, to = text.length) => isIn(extents, text, from, to),
    tellsTime: lists['tells-time'],
    tellsExtent: lists['tells-extent'],
    introduces: lists.introduces,
    arrives: lists.arrives,
  };
  return words;
}

/** What may stand behind a level: 目标以内. */
const BOUNDS = ['', '之内', '以内', '以上', '以下', '之上', '之下'];
