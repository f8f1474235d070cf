import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import { NO_CLASS } from './lexicon.ts';
import type { Cut } from './segment.ts';
import type { Tokens } from './tokens.ts';
import { has, isOneOf, type Span } from './view.ts';

/** Words for people behind which their name stands: 种植户|薛建民, 村民|李大福. */
const TITLES = words(...phraseWords().titles);

const SURNAMES = new Uint8Array(65536);
for (const c of phraseWords().surnames) SURNAMES[c.charCodeAt(0)] = 1;

/** What stands behind a name of two characters, and is no third: 王强|说, 李梅|和丈夫. */
const NO_NAME = new Uint8Array(65536);
for (const c of '说在的和与家是已从把用带正一两等有又就将也都今去前为向对给跟于让被到这那告了着，。、')
  NO_NAME[c.charCodeAt(0)] = 1;

/**
 * Where a name ends that begins at `at`, straight behind a title, -1 for none: a surname and one or two characters, however a dictionary
 * would cut them (种植户|薛|建|民|去年). `cut` begins at `from`.
 */
export function personNameEnd(t: Tokens, cut: Cut, at: number, from: number): number {
  const last = t.count - 1;
  if (last < 0 || SURNAMES[t.text.charCodeAt(at)] === 0 || t.end[last] !== at || !isOneOf(t, last, TITLES)) return -1;
  const i = at - from;
  if (cut.word[i] !== NO_CLASS && cut.to[i]! > i + 1 && cut.to[i]! - i !== 3) return -1; // 村民|高兴
  if (i + 1 >= cut.length) return -1;
  if (cut.to[i]! === i + 1 && isWord(cut, i + 1) && cut.to[i + 1]! - i > 3) return -1;
  const second = i + 2;
  const short =
    second >= cut.length || NO_NAME[t.text.charCodeAt(at + 2)] === 1 || (!isWord(cut, i + 1) && isWord(cut, second));
  return at + (short ? 2 : 3);
}

/** Whether a word of two characters or more begins at a place of the cut. */
const isWord = (cut: Cut, i: number): boolean => cut.word[i] !== NO_CLASS && cut.to[i]! > i + 1;

/** Whether a phrase ends on a person's name behind a title. */
export const isTitledPerson = (t: Tokens, s: Span): boolean =>
  s.to - s.from >= 2 &&
  has(t.kind[s.to - 1]!, Kind.unknown) &&
  isOneOf(t, s.to - 2, TITLES) &&
  SURNAMES[t.text.charCodeAt(t.start[s.to - 1]!)] === 1;
