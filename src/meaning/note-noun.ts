import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { isFeeForEach } from './each.ts';
import type { Lexicon } from './lexicon.ts';
import { splitMeasure } from './measure.ts';
import { isNominal } from './nominal.ts';
import { DE } from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isEmpty, isOneOf, NONE } from './view.ts';

const TO = words('至', '到');
const PER_HEAD = words(...phraseWords().perHead);

const BUILDS = words('建成', '新建', '建设', '扩建');

/** 日处理能力, 年产能: a measure by the time. */
const isPerTime = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.head) && isCharacter('年月日', t.text.charCodeAt(t.start[i]!));

export function noteNoun(t: Tokens, r: Reading, end: number, floor: number, lexicon: Lexicon): void {
  r.noun = nounPhraseBefore(t, end, floor, lexicon);
  const head = end - 1;
  if (isOneOf(t, r.noun.from, BUILDS) && head > r.noun.from && head >= 0 && isPerTime(t, r.noun.from + 1))
    r.noun = { from: r.noun.from + 1, to: r.noun.to }; // 建成|日处理能力3万吨的污水处理厂: the verb is of the plant
  const split = splitMeasure(t, r.noun, lexicon);
  r.measure = split.measure;
  r.entity = isEmpty(split.measure) ? NONE : split.entity;
  if (isFeeForEach(t, r.noun)) r.each = true;
  const per = r.noun.from - 1;
  if (
    isOneOf(t, per, TO) &&
    per > floor &&
    !isEmpty(r.entity) &&
    isOneOf(t, r.entity.to, DE) &&
    isNominal(t, per - 1)
  ) {
    const { from } = nounPhraseBefore(t, per, floor, lexicon);
    r.noun = { from, to: r.noun.to }; // 青山|至|河口|的|车程
    r.entity = { from, to: r.entity.to };
    return;
  }
  if (isEmpty(r.noun) || per < floor || !isOneOf(t, per, PER_HEAD) || isEmpty(r.measure)) return;
  r.noun = { from: per, to: r.noun.to }; // 门诊|次均|费用, 人均|公园绿地面积: what stands behind it has nothing
  r.measure = r.noun;
  r.entity = NONE;
}
