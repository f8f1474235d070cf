import { Class, Cue } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { endsOn, holdsOneOf } from '../rules/word-tests.ts';
import type { Draft } from './draft.ts';
import type { Fields } from './found.ts';
import { LIGHT } from './predicate-before.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isOneOf, spanIs } from './view.ts';

/** The signs around a figure that its type may depend on, as bits of `Cue`; only those in `asked` are looked for. */
export function cuesOf(
  t: Tokens,
  r: Reading,
  earlier: readonly Draft[],
  like: Draft | undefined,
  fields: Fields,
  asked: number,
): number {
  let cues = 0;
  const isAfter = !isEmpty(r.after);
  if (r.change >= 0) cues |= Cue.change;
  if (r.basis >= 0) cues |= Cue.basis;
  if (r.share >= 0) cues |= Cue.share;
  if (r.ofWhole) cues |= Cue['of-whole'];
  if (!isEmpty(r.compared)) cues |= Cue.compared;
  if (isAfter) cues |= r.de ? Cue['de-noun'] : Cue['noun-after'];
  if (has(t.kind[r.at - 1] ?? 0, Class.reach)) cues |= Cue.reached;
  if (r.each) cues |= Cue['each-unit'];
  if (asked & (Cue['money-per'] | Cue['per-time'])) cues |= unitCues(r.quantity);
  if (asked & (Cue['level-noun'] | Cue.firms | Cue.persons | Cue['noun-investment']))
    cues |= nounCues(t, r, isAfter, isEmpty(r.noun) ? fields.item : null);
  if (like) {
    if (like.meaning.type === 'growth') cues |= Cue['after-growth'] | Cue.change;
    else if (like.reading.change >= 0 && r.quantity.dimension === 'ratio') cues |= Cue.change; // 跌103点或3.06%
    if (like.meaning.type === 'investment') cues |= Cue['after-investment'];
    if (like.meaning.type === 'share') cues |= Cue.share;
    if (like.reading.each) cues |= Cue['each-unit']; // 每公斤由32元涨到75元
  } else if (isEmpty(r.measure) && goesOnInvestment(t, r, earlier)) cues |= Cue['after-investment'];
  if (fields.base?.type === 'growth' && r.change < 0) cues |= Cue['after-growth'];
  return cues & asked;
}

/** 完成投资41.7亿元，占46.3%，其中今年|完成|14.2亿元: the amount before, shares apart, is what it is a part of. */
function goesOnInvestment(t: Tokens, r: Reading, earlier: readonly Draft[]): boolean {
  if (r.verb >= 0 && !isOneOf(t, r.verb, LIGHT)) return false; // 农资投入400元，一季净|赚|3万元
  if ((earlier.at(-1) ?? r.whereof)?.meaning.type === 'investment') return true;
  if (r.verb < 0 && !isEmpty(r.noun)) return false;
  return earlier.findLast((d) => d.meaning.quantity.dimension !== 'ratio')?.meaning.type === 'investment';
}

/** What a unit says that is a rate: 元/吨 is a price, 20万吨/年 what a plant can do. */
export function unitCues({ unit, unitCode }: { unit: string | null; unitCode: string | null }): number {
  let cues = 0;
  if (unitCode !== null && MONEY_PER.test(unitCode)) cues |= Cue['money-per'];
  if (unit !== null && PER_TIME.test(unit)) cues |= Cue['per-time'];
  return cues;
}

const MONEY_PER = /^[A-Z]{3}\//;
const PER_TIME = /[吨克方米瓦件台辆套只头箱桶块片支张次]\/[年月日天]$/;

/** What the nouns behind and before the figure are. */
function nounCues(t: Tokens, r: Reading, isAfter: boolean, item: string | null): number {
  const { isLevel, isFirm, isPerson } = phraseWords();
  let cues = 0;
  if (spanIs(t, r.after, isLevel) || (r.ofWhole && spanIs(t, r.noun, isPlanned))) cues |= Cue['level-noun']; // 完成招生|计划|的104%
  if (spanIs(t, isAfter ? r.after : r.noun, isFirm) || (item !== null && isFirm(item, 0, item.length)))
    cues |= Cue.firms;
  if (spanIs(t, r.after, isPerson) || (!isAfter && spanIs(t, r.noun, isPerson))) cues |= Cue.persons;
  if (spanIs(t, r.after, isInvested)) cues |= Cue['noun-investment'];
  return cues;
}

const isPlanned = endsOn(['计划', '任务', '目标', '预算']);
const isInvested = holdsOneOf(['投资', '投入']);
