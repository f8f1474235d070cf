import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { either, words } from './asked.ts';
import { asPlates, countsPlates, nameBareNumber } from './bare-number.ts';
import { dropBases } from './bases.ts';
import { borrowMeasure, saysNothing } from './borrowed.ts';
import type { Draft } from './draft.ts';
import { Kind } from './kind.ts';
import { readLeft } from './left.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { endsOnHead } from './measure.ts';
import { ANY_COMMA, CLOSE_BRACKET, COLON, COMMA, JOINERS, LIST_COMMA, OPEN_BRACKET } from './particles.ts';
import { readRight } from './right.ts';
import type { Tokens } from './tokens.ts';
import { clauseEnd, clauseStart, has, isEmpty, isOneOf, NONE, type Span } from './view.ts';

const AND_OR = words('和', '与', '及', '以及', '或');

/** What stands around one figure in its clause, before any field is decided. Token indexes; -1 for what is not there. */
export interface Reading {
  quantity: Quantity;
  /** The figure's token. */
  at: number;
  /** Its clause. */
  from: number;
  to: number;
  /** First token behind the figure before it, or the clause's first. */
  nearest: number;
  /** The figure stands in a list right behind another (7.8%、9.2%和3%): index of that one's reading, else -1. */
  follows: number;
  /** It goes on from the figure before it in its clause (由11家增加到20家): index of that one's reading, else -1. */
  continues: number;
  /** 增长, 下降 before the figure. */
  change: number;
  /** 同比, 比上年. */
  basis: number;
  /** 占 before the figure or before the whole. */
  share: number;
  /** The whole of a share, what a comparison compares with. */
  whole: Span;
  compared: Span;
  /** 的 stands before the figure: 全省的30%. */
  ofWhole: boolean;
  /** The predicate: 建成 in 建成道路660公里. */
  verb: number;
  /** The noun phrase before the figure, cut in owner and measure. */
  noun: Span;
  entity: Span;
  measure: Span;
  /** Who acts or has, where the clause says. */
  subject: Span;
  /** A place that a preposition brought (在武陟县): second best as a subject. */
  place: Span;
  /** The noun phrase behind the figure, and whether 的 links it. */
  after: Span;
  de: boolean;
  /** The predicate behind the figure and its noun: 入住 in 310户群众将入住. */
  action: number;
  /** 对… stands before the figure: the predicate comes at the clause's end. */
  lateVerb: boolean;
  /** 有, 共有, 现有 before the figure or its noun. */
  having: number;
  /** 每吨, 每平方米 stands before the figure. */
  each: boolean;
  /** What the paragraph's sentences before this one counted last. */
  told: Meaning | null;
  /** What the sentence's 其中 is a part of: the last figure of the sentence before that has a measure. */
  whereof: Draft | null;
}

/** Reads the figures of one sentence. */
export function readSentence(t: Tokens, quantities: readonly Quantity[], lexicon: Lexicon): Reading[] {
  const readings: Reading[] = [];
  if (has(t.kinds, Kind.figure)) dropBases(t, quantities);
  for (let at = 0; at < t.count; at++) {
    if (!has(t.kind[at]!, Kind.figure)) continue;
    const previous = readings.at(-1);
    readings.push(readFigure(t, at, quantities[t.value[at]!]!, previous, readings.length - 1, lexicon));
  }
  elidedPoints(readings);
  elidedActions(t, readings);
  elidedMeasures(t, readings);
  elidedOwners(t, readings);
  return readings;
}

/** 分别快1.4个、2.0个和0.8个百分点: the last of a list says what the others are. */
function elidedPoints(readings: readonly Reading[]): void {
  for (let i = readings.length - 1; i > 0; i--) {
    const { follows, quantity } = readings[i]!;
    const before = readings[i - 1]!;
    if (follows !== i - 1 || quantity.dimension !== 'points' || before.quantity.unit !== '个') continue;
    const { dimension, unit, unitCode } = quantity;
    before.quantity = { ...before.quantity, dimension, unit, unitCode, canonical: null };
  }
}

/** 51个县、1200个村|全部摘帽: the predicate behind a list is that of all its parts. */
function elidedActions(t: Tokens, readings: readonly Reading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const r = readings[i]!;
    const next = readings[i + 1]!;
    if (next.action < 0 || r.action >= 0 || r.verb >= 0 || isEmpty(r.after) || isEmpty(next.after)) continue;
    if (next.at === r.after.to + 1 && isOneOf(t, r.after.to, LIST)) r.action = next.action;
  }
}

/** 形成碳酸锂3万吨、电池5亿安时的|年生产能力: the measure behind a list is that of all its parts. */
function elidedMeasures(t: Tokens, readings: readonly Reading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const r = readings[i]!;
    const next = readings[i + 1]!;
    if (!next.de || !isEmpty(r.after) || !isEmpty(r.measure) || !endsOnHead(t, next.after)) continue;
    const joint = isEmpty(next.noun) ? next.at - 1 : next.noun.from - 1;
    if (r.at !== joint - 1 || !isOneOf(t, joint, LIST)) continue;
    r.de = true;
    r.after = next.after;
  }
}

/** 投资8600万元、建筑面积2.3万平方米的|医院新楼: whom the last measure of a list is told of has the others too. */
function elidedOwners(t: Tokens, readings: readonly Reading[]): void {
  for (let i = readings.length - 2; i >= 0; i--) {
    const r = readings[i]!;
    const next = readings[i + 1]!;
    if (!next.de || isEmpty(next.after) || !isEmpty(r.after) || r.de || r.follows >= 0) continue;
    if (!isOneOf(t, r.at + 1, ANY_COMMA) || !isEmpty(r.subject) || !opensAttribute(t, r, r.from)) continue;
    if (!opensAttribute(t, next, r.at + 2)) continue;
    r.de = true;
    r.after = next.after;
  }
}

/** Whether what is measured, and nothing else, stands from token `from` to the figure. */
function opensAttribute(t: Tokens, r: Reading, from: number): boolean {
  const first =
    r.verb >= 0 && has(t.kind[r.verb]!, Class.attribute) ? r.verb : isEmpty(r.measure) ? -1 : r.measure.from;
  return first === from || (first > from && t.text[t.end[first - 1]! - 1] === '讯'); // 本报讯 投资8600万元、…
}

const LIST = either(LIST_COMMA, JOINERS);

function readFigure(
  t: Tokens,
  at: number,
  quantity: Quantity,
  previous: Reading | undefined,
  previousIndex: number,
  lexicon: Lexicon,
): Reading {
  const from = behindColon(t, at) ? clauseStart(t, at - 1) : clauseStart(t, at);
  const to = clauseEnd(t, at);
  const r: Reading = {
    quantity,
    at,
    from,
    to,
    nearest: previous && previous.at >= from ? previous.at + 1 : from,
    follows: -1,
    continues: -1,
    change: -1,
    basis: -1,
    share: -1,
    whole: NONE,
    compared: NONE,
    ofWhole: false,
    verb: -1,
    noun: NONE,
    entity: NONE,
    measure: NONE,
    subject: NONE,
    place: NONE,
    after: NONE,
    de: false,
    action: -1,
    each: false,
    having: -1,
    lateVerb: false,
    told: null,
    whereof: null,
  };
  if (previous && previous.at < at && isList(t, previous.at, at) && isLike(t, previous, r)) r.follows = previousIndex;
  readLeft(t, r, previousIndex, lexicon);
  readRight(t, r);
  if (saysNothing(r) && at > from && has(t.kind[at - 1]!, Class.reach)) borrowMeasure(t, r, lexicon);
  if (quantity.unit === '块' && countsPlates(t, r)) r.quantity = asPlates(quantity);
  if (quantity.dimension === 'number') r.quantity = nameBareNumber(t, r, lexicon);
  return r;
}

/** 总投资：|25亿元, 财政收入（亿元）：|3.5: a measure that a colon ends. */
function behindColon(t: Tokens, at: number): boolean {
  if (!isOneOf(t, at - 1, COLON) || at < 2) return false;
  let last = at - 2;
  while (last > 0 && isOneOf(t, at - 2, CLOSE_BRACKET) && !isOneOf(t, last + 1, OPEN_BRACKET)) last--;
  return has(t.kind[last]!, Class.head);
}

/** 改造小区42个，|1.3万户居民受益: behind a comma a figure in another unit that goes on is another statement. */
const isLike = (t: Tokens, a: Reading, b: Reading): boolean =>
  !isOneOf(t, b.at - 1, COMMA) || a.quantity.unit === b.quantity.unit || b.at + 1 >= b.to;

/** Nothing but 、和及 (or a comma in a list of like figures) between two figures. */
function isList(t: Tokens, a: number, b: number): boolean {
  if (b - a > 3) return false;
  for (let i = a + 1; i < b; i++) if (!isOneOf(t, i, ANY_COMMA) && !isOneOf(t, i, AND_OR)) return false;
  return b - a > 1;
}
