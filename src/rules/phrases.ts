import table from './phrases.yaml';
import { prepared } from './prepared.ts';

/** Words that the readers of phrases ask for by name (phrases.yaml). */
export interface PhraseWords {
  /** Whether a phrase can name nobody: a time, a circumstance, a way of telling. */
  neverSubject(phrase: string): boolean;
  /** 这台, 本届: the determiner on which a phrase begins, '' for none. */
  determiner(phrase: string): string;
  isPerHead(word: string): boolean;
  isPerson(thing: string): boolean;
  isFirm(thing: string): boolean;
  /** 4.5%以内的|年度目标: the ratio is what the noun stands at, and no part of it. */
  isLevel(noun: string): boolean;
  /** Whether a name is that of a firm, which tells of itself. */
  namesFirm(name: string): boolean;
  isCommonPlace(name: string): boolean;
  causes: readonly string[];
  isExtent(measure: string): boolean;
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

const phraseLists = prepared('phrases', () => table as Lists);

let words: PhraseWords | null = null;

export function phraseWords(): PhraseWords {
  if (words) return words;
  const lists = phraseLists();
  const { is, begins, ends } = lists['never-subject'];
  const whole = new Set(is);
  const beginsOn = affixes(
    begins,
    (w) => w[0]!,
    (phrase, w) => phrase.startsWith(w),
  );
  const endsOn = affixes(
    ends,
    (w) => w.at(-1)!,
    (phrase, w) => phrase.endsWith(w),
  );
  const but = new RegExp(`(?:${lists['never-subject-but'].join('|')})$`);
  const determined = new RegExp(`^(?:${lists.determiners.join('|')})`);
  const persons = new RegExp(`(?:${lists.persons.join('|')})$`);
  const firms = new RegExp(lists.firms.join('|'));
  const levels = new RegExp(`(?:${lists.levels.join('|')})(?:之内|以内|以上|以下|之上|之下)?$`);
  const firmNames = new RegExp(`(?:${lists.firms.join('|')})$`);
  const extents = new Set(lists.extents);
  const commonPlaces = new RegExp(`(?:${lists['common-places'].join('|')})$`);
  const perHead = new Set(lists['per-head']);
  words = {
    neverSubject: (phrase) =>
      (whole.has(phrase) || beginsOn(phrase[0]!, phrase) || endsOn(phrase.at(-1)!, phrase)) && !but.test(phrase),
    determiner: (phrase) => determined.exec(phrase)?.[0] ?? '',
    isPerHead: (word) => perHead.has(word),
    isPerson: (thing) => persons.test(thing),
    isLevel: (noun) => levels.test(noun),
    isFirm: (thing) => firms.test(thing),
    namesFirm: (name) => firmNames.test(name),
    isCommonPlace: (name) => commonPlaces.test(name),
    causes: lists.causes,
    isExtent: (measure) => extents.has(measure),
    tellsTime: lists['tells-time'],
    tellsExtent: lists['tells-extent'],
    introduces: lists.introduces,
    arrives: lists.arrives,
  };
  return words;
}

/** Asked for every clause: the words are found by the character that they begin or end on. */
function affixes(
  list: readonly string[],
  keyOf: (word: string) => string,
  holds: (phrase: string, word: string) => boolean,
): (key: string, phrase: string) => boolean {
  const byCharacter = new Map<string, string[]>();
  for (const w of list) byCharacter.set(keyOf(w), [...(byCharacter.get(keyOf(w)) ?? []), w]);
  return (key, phrase) => byCharacter.get(key)?.some((w) => holds(phrase, w)) ?? false;
}
