import { Class } from '../rules/format.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { endsOnHead } from './measure.ts';
import { isNominal } from './nominal.ts';
import { noteNoun } from './note-noun.ts';
import { COMMA } from './particles.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { clauseStart, has, isEmpty, isOneOf, trim } from './view.ts';

export const saysNothing = (r: Reading): boolean =>
  isEmpty(r.noun) && r.verb < 0 && r.change < 0 && r.share < 0 && r.continues < 0 && r.follows < 0;

/** 成交均价最高，|为23400元: the measure opens the clause before, which has no figure. */
export function borrowMeasure(t: Tokens, r: Reading, lexicon: Lexicon): void {
  const mark = r.from - 1;
  if (!isOneOf(t, mark, COMMA)) return;
  const start = clauseStart(t, mark);
  let to = start;
  while (to < mark && has(t.kind[to]!, Class.adverb | Kind.time)) to++;
  const from = to;
  while (to < mark && isNominal(t, to)) to++;
  for (let i = to; i < mark; i++) if (has(t.kind[i]!, Kind.figure)) return;
  while (to > from && !endsOnHead(t, { from, to })) to--;
  if (to === from) return;
  noteNoun(t, r, to, from, lexicon);
  if (isEmpty(r.subject)) r.subject = trim(t, r.entity);
}
