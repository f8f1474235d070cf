import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { entityLength, isNominal } from './nominal.ts';
import type { Tokens } from './tokens.ts';
import { has, isMark, isOneOf, isVerb, isWord, JOINERS, plainWord, type Span, trim } from './view.ts';

const HEAD_ENDINGS = '率额量值价费款税数金度比';

/** Whether a noun phrase ends on a measure: a known head, or an unknown word on an ending that measures have (签约率). */
export function endsOnHead(t: Tokens, s: Span): boolean {
  if (s.to <= s.from) return false;
  let last = s.to - 1;
  if (isMark(t, last, '）)')) {
    while (last > s.from && !isMark(t, last, '（(')) last--;
    last--;
    if (last < s.from) return false;
  }
  if (isMark(t, last, '”’》')) return false;
  if (has(t.kind[last]!, Class.head)) return true;
  if (!has(t.kind[last]!, Kind.unknown | Class.noun) || !HEAD_ENDINGS.includes(t.text[t.end[last]! - 1]!)) return false;
  return (
    t.end[last]! - t.start[last]! >= 2 || (last > s.from && isNominal(t, last - 1) && t.end[last - 1] === t.start[last])
  );
}

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
  if (isMark(t, from, '）)')) {
    while (from > s.from && !isMark(t, from, '（(')) from--;
    from--;
  }
  while (from > s.from) {
    const i = from - 1;
    const k = t.kind[i]!;
    if (isWord(t, i, '的')) {
      // X的Y: the owner stands before 的, unless a measure does (投资的完成率)
      return { entity: { from: s.from, to: i }, measure: { from, to: s.to } };
    }
    if (has(k, Class.deictic | Kind.figure | Kind.time)) break;
    if (isMark(t, i, '、') || isOneOf(t, i, JOINERS)) {
      const before = { from: s.from, to: i };
      if (endsOnHead(t, before) || has(t.kind[i - 1]!, Class.modifier | Class.weak | Kind.unknown)) {
        from = i;
        continue;
      }
      break;
    }
    if (isMark(t, i, '）)')) {
      while (from > s.from && !isMark(t, from, '（(')) from--;
      continue;
    }
    const { determiner } = phraseWords();
    if (ownsMeasures(t, i) || determiner(plainWord(t, i)).length > 0 || (i > s.from && isDeterminer(t, i - 1))) break; // 本届|车展|成交量
    if (has(k, Class.modifier | Class.head | Class.weak)) {
      from = i;
      continue;
    }
    if (from === s.to - 1 && (isVerb(t.kind[from]!) || EXTENT.test(plainWord(t, from))) && !has(k, Class.weak)) break; // 兴隆纺织|投资: a name before a measure that is as well its verb
    if (entityLength(t, i, lexicon, ['place', 'body', 'project', 'person']) > 0 && !isPerHead(t, s.from, i)) break;
    from = i; // an unknown word before a measure: what it is a measure of (怀药|产值)
  }
  while (from < s.to && (isMark(t, from, '、”）') || isOneOf(t, from, JOINERS))) from++;
  return { entity: trim(t, { from: s.from, to: from }), measure: { from, to: s.to } };
}

const isDeterminer = (t: Tokens, i: number): boolean => phraseWords().determiner(plainWord(t, i)) === plainWord(t, i);

/** 人均公园绿地面积: what stands behind 人均 is measured, it has nothing. */
function isPerHead(t: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (phraseWords().isPerHead(plainWord(t, i))) return true;
  return false;
}

/** Measures of one thing's extent: what stands before them is the thing (绿色债券|期限, 盾构机|直径). */
const EXTENT =
  /^(长|宽|高|深|重|厚|全长|总长|总重|直径|口径|海拔|身高|体重|期限|工期|会期|学制|时速|最高时速|期|锁定期|车程|主跨|年龄|平均年龄)$/;

/** Words for bodies and works that have measures of their own: 项目|总投资, 民营企业|进出口. */
function ownsMeasures(t: Tokens, i: number): boolean {
  const w = plainWord(t, i);
  return w.length >= 2 && /(企业|项目|工程|公司|机构|园区|集团)$/.test(w);
}
