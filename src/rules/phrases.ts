import table from './phrases.yaml';

/** Words that the readers of phrases ask for by name (phrases.yaml). */
export interface PhraseWords {
  /** Whether a phrase can name nobody: a time, a circumstance, a way of telling. */
  neverSubject(phrase: string): boolean;
  /** 这台, 本届: the determiner on which a phrase begins, '' for none. */
  determiner(phrase: string): string;
  isPerHead(word: string): boolean;
  introduces: readonly string[];
  arrives: readonly string[];
}

interface Lists {
  'never-subject': { is: string[]; begins: string[]; ends: string[] };
  'never-subject-but': string[];
  determiners: string[];
  'per-head': string[];
  introduces: string[];
  arrives: string[];
}

let words: PhraseWords | null = null;

export function phraseWords(): PhraseWords {
  if (words) return words;
  const lists = table as Lists;
  const { is, begins, ends } = lists['never-subject'];
  const never = new RegExp(`^(?:${is.join('|')})$|^(?:${begins.join('|')})|(?:${ends.join('|')})$`);
  const but = new RegExp(`(?:${lists['never-subject-but'].join('|')})$`);
  const determined = new RegExp(`^(?:${lists.determiners.join('|')})`);
  const perHead = new Set(lists['per-head']);
  words = {
    neverSubject: (phrase) => never.test(phrase) && !but.test(phrase),
    determiner: (phrase) => determined.exec(phrase)?.[0] ?? '',
    isPerHead: (word) => perHead.has(word),
    introduces: lists.introduces,
    arrives: lists.arrives,
  };
  return words;
}
