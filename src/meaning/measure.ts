import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { endsAsMeasure, entityLength, isMeasureNoun, isNominal } from './nominal.ts';
import { CLOSE_BRACKET, DE, JOINERS, LIST_COMMA, OPEN_BRACKET } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isOneOf, isVerb, type Span, trim } from './view.ts';

const REGIONS = words(...phraseWords().regions);
const INVESTS = words('投资', '出资', '融资');
const MEASURE_EDGE = marksOf('、”）');
const QUOTED_END = marksOf('”’》');

const PER_HEAD = words(...phraseWords().perHead);
const EXTENTS = words(...phraseWords().extents);
const OWNERS = Entity.place | Entity.body | Entity.project | Entity.person;
const BODIES = words('单位');
const COVERS = words(...phraseWords().covers);

/** Whether a noun phrase ends on a measure: a known head, or an unknown word on an ending that measures have (签约率). */
export function endsOnHead(t: Tokens, s: Span): boolean {
  if (s.to <= s.from) return false;
  let last = s.to - 1;
  if (isOneOf(t, last, CLOSE_BRACKET)) {
    while (last > s.from && !isOneOf(t, last, OPEN_BRACKET)) last--;
    last--;
    if (last < s.from) return false;
  }
  if (isOneOf(t, last, QUOTED_END)) return false;
  if (isMeasureNoun(t, last)) return true;
  return (
    endsAsMeasure(t, last) &&
    last > s.from &&
    (isNominal(t, last - 1) || isVerb(t.kind[last - 1]!)) &&
    t.end[last - 1] === t.start[last]
  );
}

/** A province or country. */
export const isRegion = (t: Tokens, i: number): boolean => isOneOf(t, i, REGIONS);

export interface MeasureSplit {
  /** Who has the measure: 全市产业集聚区 of 全市产业集聚区建成面积. Empty where none stands there. */
  entity: Span;
  /** Modifiers and head: 建成面积. Empty where the phrase ends on no measure. */
  measure: Span;
}

/** Cuts a noun phrase into the entity that stands first and the measure that ends it. */
export function splitMeasure(t: Tokens, s: Span, lexicon: Lexicon): MeasureSplit {
  if (!endsOnHead(t, s)) return { entity: s, measure: { from: s.to, to: s.to } };
  let from = s.to - 1;
  if (isOneOf(t, from, CLOSE_BRACKET)) {
    while (from > s.from && !isOneOf(t, from, OPEN_BRACKET)) from--;
    from--;
  }
  while (from > s.from) {
    const i = from - 1;
    const k = t.kind[i]!;
    if (isOneOf(t, i, DE)) {
      // X的Y: the owner stands before 的, unless a measure does (投资的完成率)
      return { entity: { from: s.from, to: i }, measure: { from, to: s.to } };
    }
    if (has(k, Class.deictic | Kind.figure | Kind.time)) break;
    if (isOneOf(t, i, LIST_COMMA) || isOneOf(t, i, JOINERS)) {
      const before = { from: s.from, to: i };
      if (endsOnHead(t, before) || has(t.kind[i - 1]!, Class.modifier | Class.weak | Kind.unknown)) {
        from = i;
        continue;
      }
      break;
    }
    if (isOneOf(t, i, CLOSE_BRACKET)) {
      while (from > s.from && !isOneOf(t, from, OPEN_BRACKET)) from--;
      continue;
    }
    if (i === s.from && isRegion(t, i)) break; // 河南|小麦单产
    if (isOneOf(t, i, BODIES) && t.text[t.start[i]! - 1] === '业') break; // 企（事）业|单位|贷款, but 单位|能耗
    if (ownsMeasures(t, i) || determinerLength(t, i) > 0 || (i > s.from && isDeterminer(t, i - 1))) break; // 本届|车展|成交量
    if (from === s.to - 1 && invests(t, s.to)) break; // 东方重工|投资|3亿元|建设…
    if (has(k, Class.modifier | Class.head | Class.weak)) {
      from = i;
      continue;
    }
    if (
      from === s.to - 1 &&
      (isVerb(t.kind[from]!) || isOneOf(t, from, EXTENTS)) &&
      !has(k, Class.weak) &&
      !isEconomy(t, i) &&
      entityLength(t, i, lexicon, Entity.sector) === 0 // 民生类|支出
    )
      break; // 兴隆纺织|投资: a name before a measure that is as well its verb
    if (
      entityLength(t, i, lexicon, isOneOf(t, s.to - 1, COVERS) ? Entity.place : OWNERS) > 0 &&
      !isPerHead(t, s.from, i)
    )
      break;
    from = i; // an unknown word before a measure: what it is a measure of (怀药|产值)
  }
  if (from === s.to - 1 && isPart(t, s.from, from)) from = s.from; // 路基|宽, 塔|高: a part of what has the measure
  while (from < s.to && (isOneOf(t, from, MEASURE_EDGE) || isOneOf(t, from, JOINERS))) from++;
  return { entity: trim(t, { from: s.from, to: from }), measure: { from, to: s.to } };
}

/** Whether 投资 before token `at` is a verb: what the money is for follows the figure. */
const invests = (t: Tokens, at: number): boolean =>
  isOneOf(t, at - 1, INVESTS) &&
  at + 1 < t.count &&
  has(t.kind[at]!, Kind.figure) &&
  has(t.kind[at + 1]!, Class.strong) &&
  t.value[at + 1]! >= 0;

/** 集体经济|收入, 民营经济|投资: what is measured, and no name. */
const isEconomy = (t: Tokens, i: number): boolean => t.text.startsWith('经济', t.end[i]! - 2);

const determinerLength = (t: Tokens, i: number): number =>
  phraseWords().determinerEnd(t.text, t.start[i]!, t.end[i]!) - t.start[i]!;

const isDeterminer = (t: Tokens, i: number): boolean => determinerLength(t, i) === t.end[i]! - t.start[i]!;

/** 人均公园绿地面积: what stands behind 人均 is measured, it has nothing. */
function isPerHead(t: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isOneOf(t, i, PER_HEAD)) return true;
  return false;
}

/** A short everyday noun before 长, 宽, 高 …: 路基, 墩; a name or what points (该桥) is no part. */
function isPart(t: Tokens, from: number, head: number): boolean {
  if (t.end[head]! - t.start[head]! > 1 || head - from !== 1 || !isOneOf(t, head, EXTENTS)) return false;
  if (isCharacter('一两数几各每', t.text.charCodeAt(t.start[from]!))) return false; // 一条|长
  return (
    t.end[from]! - t.start[from]! <= 2 &&
    !has(t.kind[from]!, Class.deictic | Kind.name | Kind.figure) &&
    determinerLength(t, from) === 0
  );
}

/** Words for bodies and works that have measures of their own: 项目|总投资, 民营企业|进出口. */
function ownsMeasures(t: Tokens, i: number): boolean {
  return phraseWords().hasMeasures(t.text, t.start[i]!, t.end[i]!);
}
