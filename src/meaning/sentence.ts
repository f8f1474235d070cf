import type { Quantity } from '../quantity/types.ts';
import type { ReadSentence } from './ahead.ts';
import { words } from './asked.ts';
import type { Context } from './context.ts';
import { type Draft, draftFigure } from './draft.ts';
import { noteTimes } from './frame.ts';
import { Kind } from './kind.ts';
import type { Lead } from './leads.ts';
import { pairLists } from './lists.ts';
import type { Meaning } from './meaning.ts';
import { ownFields } from './own.ts';
import type { Reading } from './reading.ts';
import { type Status, statusBefore, tellsWeather } from './status.ts';
import { carrySubject } from './subject.ts';
import { isComparedTime, timesOf } from './times.ts';
import type { Tokens } from './tokens.ts';
import { noteTopic } from './topic.ts';
import { has, isOneOf, spanText } from './view.ts';
import { isFuture } from './when.ts';

/**
 * The records of one sentence, appended to `out` in the text's order; then what the sentence tells those after it.
 * `from` and `to` bound its quantities in the context's list.
 */
export function interpretSentence(
  { tokens: t, readings, leads }: ReadSentence,
  from: number,
  to: number,
  context: Context,
  out: Meaning[],
): void {
  const { quantities, rules } = context;
  const drafts: Draft[] = [];
  const times = timesOf(t, context);
  const isPart = isOneOf(t, 0, AMONG) || isOneOf(t, 1, AMONG);
  for (const reading of readings) {
    reading.told = context.told;
    if (isPart) reading.whereof = wholeBefore(reading, context);
  }
  for (const reading of readings) drafts.push(draftFigure(t, reading, drafts, times, context));
  pairLists(
    t,
    readings,
    drafts.map((d) => d.meaning),
    rules.lexicon,
  );
  let whole: Meaning['own'][string] = null;
  for (const d of drafts) {
    carrySubject(t, d, drafts, leads, context);
    fillFromBrackets(d, context);
    d.meaning.own = ownFields(t, d.reading, d.meaning, d.base);
    // 占全市人口的16%；16—59岁人口568万人，占61.3%: of the same whole
    if (d.meaning.type === 'share' && d.reading.share >= 0 && d.meaning.own.whole === null) d.meaning.own.whole = whole;
    if (d.meaning.type === 'share') whole = d.meaning.own.whole ?? whole;
  }
  const meanings = drafts.map((d) => d.meaning);
  for (let i = 0; has(t.kinds, Kind.time) && i < t.count; i++) {
    const q = has(t.kind[i]!, Kind.time) ? quantities[t.value[i]!]! : null;
    if (q?.figure && q.dimension === 'date') meanings.push(dateMeaning(t, i, q, context));
  }
  for (let q = from; q < to; q++)
    if (quantities[q]!.dimension === 'ordinal')
      meanings.push(plainMeaning(quantities[q]!, 'ordinal', 'ordinal/written', context));
  // figures come in the text's order; dates and ordinals behind them have to be put between
  if (meanings.length > drafts.length) meanings.sort((a, b) => a.quantity.start - b.quantity.start);
  for (const meaning of meanings) out.push(meaning);

  noteTopic(t, hasPrices(drafts) ? leads.filter((l) => !isPriced(t, l, drafts)) : leads, context);
  context.told =
    drafts.findLast((d) => COUNTS.includes(d.meaning.type) && d.reading.change < 0)?.meaning ?? context.told;
  context.before = drafts;
  context.lastRead = context.sentence;
  noteTimes(t, times, context);
}

/** 居民消费价格上涨0.2%。其中，|农村上涨0.4%: the last measured figure of its kind in the sentence before. */
const wholeBefore = ({ quantity }: Reading, { before }: Context): Draft | null =>
  before.findLast(
    (d) => d.head !== '' && d.meaning.metric !== null && (quantity.dimension !== 'money' || isLevel(d, quantity)),
  ) ?? null;

const isLevel = ({ meaning, reading }: Draft, { unit }: Quantity): boolean =>
  meaning.unit === unit && reading.change < 0;

const AMONG = words('其中');
const hasPrices = (drafts: readonly Draft[]): boolean => drafts.some((d) => d.reading.each);

/** 黄瓜每公斤3.6元: goods have prices in their own sentence, and a text is not about them. */
const isPriced = (t: Tokens, { span }: Lead, drafts: readonly Draft[]): boolean =>
  drafts.some((d) => d.reading.each && d.meaning.type === 'price' && d.meaning.subject === spanText(t, span));

const COUNTS: readonly string[] = ['count', 'people'];

/** A number behind a unit in brackets has its measure and owner from there. */
function fillFromBrackets({ meaning: m, reading }: Draft, context: Context): void {
  const cell = context.cells.get(reading.quantity);
  if (!cell) return;
  m.inferred.push('unit');
  if (cell.metric) {
    m.metric = cell.metric;
    m.subject = cell.subject;
    m.item = null;
  }
}

function dateMeaning(t: Tokens, i: number, q: Quantity, context: Context): Meaning {
  return {
    ...plainMeaning(q, 'date', 'date/written', context),
    period: { text: q.text, edtf: q.time?.edtf ?? null },
    status: dateStatus(t, i, q, context),
    inferred: q.time?.inferred ? ['period'] : [],
  };
}

/** A date to come is planned, or what the words make it (预计到2025年底), and so is one that the words plan where nobody has told what day it is. */
function dateStatus(t: Tokens, i: number, q: Quantity, context: Context): Status {
  const edtf = q.time?.edtf;
  const isToCome = edtf && context.date !== null && isFuture(edtf, context.date);
  if (!isToCome && isComparedTime(t, i)) return 'actual'; // 目标：排放比2005年下降65%
  const told = statusBefore(t, i);
  if (isToCome) return told === 'estimated' || tellsWeather(t) ? 'estimated' : 'planned';
  if (told === 'estimated' && tellsWeather(t)) return told; // 气象台预计，7月21日至23日…
  return told === 'planned' || (!context.date && (told === 'target' || told === 'estimated')) ? 'planned' : 'actual';
}

/** A record that says no more than its figure. */
const plainMeaning = (quantity: Quantity, type: 'date' | 'ordinal', rule: string, context: Context): Meaning => ({
  quantity,
  type,
  subject: null,
  metric: null,
  item: null,
  period: null,
  status: 'actual',
  value: quantity.value,
  unit: quantity.unit,
  inferred: [],
  rule,
  sentence: context.sentence,
  own: {},
});
