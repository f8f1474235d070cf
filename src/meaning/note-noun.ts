import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { isFeeForEach } from './each.ts';
import type { Lexicon } from './lexicon.ts';
import { splitMeasure } from './measure.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { isEmpty, isOneOf, NONE } from './view.ts';

const PER_HEAD = words(...phraseWords().perHead);

export function noteNoun(t: Tokens, r: Reading, end: number, floor: number, lexicon: Lexicon): void {
  r.noun = nounPhraseBefore(t, end, floor, lexicon);
  const split = splitMeasure(t, r.noun, lexicon);
  r.measure = split.measure;
  r.entity = isEmpty(split.measure) ? NONE : split.entity;
  if (isFeeForEach(t, r.noun)) r.each = true;
  const per = r.noun.from - 1;
  if (isEmpty(r.noun) || per < floor || !isOneOf(t, per, PER_HEAD) || isEmpty(r.measure)) return;
  r.noun = { from: per, to: r.noun.to }; // 门诊|次均|费用, 人均|公园绿地面积: what stands behind it has nothing
  r.measure = r.noun;
  r.entity = NONE;
}
