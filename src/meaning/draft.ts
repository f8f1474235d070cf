import type { FigureType } from '../record/schema.ts';
import { Class } from '../rules/format.ts';
import type { Context } from './context.ts';
import { cuesOf } from './cues.ts';
import { fallOf } from './fall.ts';
import { fieldsOf } from './fields.ts';
import type { Meaning } from './meaning.ts';
import { periodOf } from './period.ts';
import type { Reading } from './reading.ts';
import { isFuture, type Status, statusAround } from './status.ts';
import type { Tokens } from './tokens.ts';
import { decideType, type TypeFacts } from './type.ts';
import { has } from './view.ts';

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
  /** It tells a fall, or goes on from a figure that does. */
  falls: boolean;
}

/** Decides every field that the figure's own clause and the figures before it tell. */
export function draftFigure(t: Tokens, r: Reading, earlier: readonly Draft[], context: Context): Draft {
  const { quantity } = r;
  const chained = r.follows >= 0 ? r.follows : r.continues;
  const before = chained >= 0 ? earlier[chained] : undefined;
  // 产量连续十五年|稳定在35亿斤: a time is no earlier state of what is measured
  const like =
    before?.meaning.quantity.dimension === 'duration' && quantity.dimension !== 'duration' ? undefined : before;
  const fields = fieldsOf(t, r, earlier, like, context.rules.lexicon);
  const { types } = context.rules;
  const facts: TypeFacts = {
    dimension: quantity.dimension,
    unit: quantity.unit,
    head: fields.head,
    cues: cuesOf(t, r, earlier, like, fields, types.of(quantity.dimension, fields.head).cues),
    text: t.text,
    from: t.start[r.nearest]!,
    to: t.start[r.at]!,
    item: fields.item ?? '',
  };
  const rule = decideType(facts, types);
  const falls = fallsAt(t, r, fields.head, like);
  const period = periodOf(t, r.at, context);
  if (period?.carried) fields.inferred.push('period');
  if (quantity.rule.endsWith('+money-noun') || quantity.rule.endsWith('shared-unit')) fields.inferred.push('unit');
  const told = rule.type === 'growth' && falls ? fallOf(quantity) : quantity; // the value of a fall is negative
  const meaning: Meaning = {
    quantity: told,
    type: rule.type as FigureType,
    subject: fields.subject || null,
    metric: fields.metric || null,
    item: fields.item || null,
    period: period && { text: period.text, edtf: period.edtf },
    status: statusOf(t, r.at, period?.elsewhere ? null : (period?.edtf ?? null), context),
    value: told.value,
    unit: quantity.unit,
    inferred: fields.inferred,
    rule: rule.rule,
    sentence: context.sentence,
    own: {},
  };
  context.trace?.({ tokens: t, reading: r, facts, meaning });
  return { reading: r, meaning, head: fields.head, base: fields.base, byVerb: fields.byVerb, falls };
}

function statusOf(t: Tokens, at: number, edtf: string | null, context: Context): Status {
  return statusAround(t, at) ?? (edtf && context.date && isFuture(edtf, context.date) ? 'planned' : 'actual');
}

/** Whether the figure tells a fall: 下降5%, 跌幅为5%, 5%的跌幅; figures in a list fall with the first (下降0.2%和0.4%). */
function fallsAt(t: Tokens, r: Reading, head: string, like: Draft | undefined): boolean {
  // 降幅收窄1.5个百分点: the verb says which way, not the noun
  if (r.change >= 0) return has(t.kind[r.change]!, Class.down);
  return head === 'fall' || (like?.falls ?? false);
}
