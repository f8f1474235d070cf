import type { FigureType } from '../record/schema.ts';
import { Class } from '../rules/format.ts';
import type { Context } from './context.ts';
import { cuesOf } from './cues.ts';
import { fallOf } from './fall.ts';
import { fieldsOf } from './fields.ts';
import { type Holding, holdingOf } from './holding.ts';
import { isIndexLevel } from './index-level.ts';
import type { Meaning } from './meaning.ts';
import { OPEN_BRACKET } from './particles.ts';
import { type PeriodFound, periodOf } from './period.ts';
import type { Reading } from './reading.ts';
import { isToldInClause, type Status, statusAround, tellsWeather } from './status.ts';
import type { SentenceTime } from './times.ts';
import type { Tokens } from './tokens.ts';
import { decideType, type TypeFacts } from './type.ts';
import { has, isEmpty, isOneOf } from './view.ts';
import { isFuture, isPast } from './when.ts';

/** One figure on its way to a record. */
export interface Draft {
  reading: Reading;
  meaning: Meaning;
  /** Group of the measure's head, '' for none. */
  head: string;
  /** The figure whose measure it took over (1370亿元，同比增长39%). */
  base: Meaning | null;
  /** The metric is a verb, or came from one: a list behind it goes on with it (新建卫生室41个、敬老院3所). */
  byVerb: boolean;
  /** Its subject is that of a plain lead (蔬菜长势良好，亩产…), which does nothing. */
  isOfThing: boolean;
  /** Token at which the phrase stands that its subject is, -1 for none of the sentence. */
  ownerAt: number;
  /** It tells a fall, or goes on from a figure that does. */
  falls: boolean;
}

/** Decides every field that the figure's own clause and the figures before it tell. */
export function draftFigure(
  t: Tokens,
  r: Reading,
  earlier: readonly Draft[],
  times: readonly SentenceTime[],
  context: Context,
): Draft {
  const { quantity } = r;
  const chained = r.follows >= 0 ? r.follows : r.continues;
  const before = chained >= 0 ? earlier[chained] : undefined;
  // 产量连续十五年|稳定在35亿斤: a time is no earlier state of what is measured
  const like =
    before?.meaning.quantity.dimension === 'duration' && quantity.dimension !== 'duration' ? undefined : before;
  const fields = fieldsOf(t, r, earlier, like, context.rules.lexicon);
  const { types } = context.rules;
  const dimension = isIndexLevel(quantity) ? 'index' : quantity.dimension;
  const facts: TypeFacts = {
    dimension,
    unit: quantity.unit,
    head: fields.head,
    cues: cuesOf(t, r, earlier, like, fields, types.of(dimension, fields.head).cues),
    text: t.text,
    from: t.start[r.nearest]!,
    to: t.start[r.at]!,
    item: fields.item ?? '',
  };
  const rule = decideType(facts, types);
  const falls = fallsAt(t, r, fields.head, like);
  // 将|李某（男，24岁）|抓获: an age in brackets holds now
  const told = quantity.dimension === 'age' && isOneOf(t, r.from - 1, OPEN_BRACKET) ? null : statusAround(t, r.at);
  const holding = holdingOf(t, r, fields, rule.type);
  const period = periodOf(t, r, holding, told, times, context);
  if (period?.carried) fields.inferred.push('period');
  if (quantity.rule.endsWith('+money-noun') || quantity.rule.endsWith('shared-unit')) fields.inferred.push('unit');
  const signed = rule.type === 'growth' && falls ? fallOf(quantity) : quantity; // the value of a fall is negative
  const meaning: Meaning = {
    quantity: signed,
    type: rule.type as FigureType,
    subject: fields.subject || null,
    metric: fields.metric || null,
    item: fields.item || null,
    period: period && { text: period.text, edtf: period.edtf },
    status: statusOf(t, r, told, period, holding, context),
    value: signed.value,
    unit: quantity.unit,
    inferred: fields.inferred,
    rule: rule.rule,
    sentence: context.sentence,
    own: {},
  };
  context.trace?.({ tokens: t, reading: r, facts, meaning });
  return {
    reading: r,
    meaning,
    head: fields.head,
    base: fields.base,
    byVerb: fields.byVerb,
    isOfThing: false,
    ownerAt: fields.subject && !isEmpty(r.subject) ? r.subject.from : -1,
    falls,
  };
}

/** The status that words tell, else the time: one to come is planned, one that is over actual; else that of the section. */
function statusOf(
  t: Tokens,
  r: Reading,
  told: Status | null,
  period: PeriodFound | null,
  holding: Holding,
  context: Context,
): Status {
  const { date } = context;
  const edtf = period && !period.elsewhere ? period.edtf : null;
  if (told) {
    // 预测2030年突破2万亿元，而去年这一数字为6702亿元: what is over is foretold by no other clause
    const isOver = edtf && date && !period!.carried && isPast(edtf, date) && !isToldInClause(t, r.from, r.at);
    if (isOver) return 'actual';
    return told === 'planned' && tellsWeather(t) ? 'estimated' : told;
  }
  if (edtf && date) {
    if (isFuture(edtf, date) || period!.due) return 'planned';
    if (isPast(edtf, date)) return 'actual';
  }
  return context.isPlan && (holding === 'happens' || (holding === 'is' && isRaised(t, r))) ? 'planned' : 'actual';
}

/** …补助标准|由450元|提高到|490元: in a plan it is to be raised. */
function isRaised(t: Tokens, r: Reading): boolean {
  for (let i = r.at - 1; i >= r.from; i--) if (has(t.kind[i]!, Class.reach) && t.end[i]! - t.start[i]! > 1) return true;
  return false;
}

/** Whether the figure tells a fall: 下降5%, 跌幅为5%, 5%的跌幅; figures in a list fall with the first (下降0.2%和0.4%). */
function fallsAt(t: Tokens, r: Reading, head: string, like: Draft | undefined): boolean {
  // 降幅收窄1.5个百分点: the verb says which way, not the noun
  if (r.change >= 0) return has(t.kind[r.change]!, Class.down);
  return head === 'fall' || (like?.falls ?? false);
}
