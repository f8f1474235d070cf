import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { holdsOneOf } from '../rules/word-tests.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import { entityLength, isNominal } from './nominal.ts';
import { COLON, COMMA, DE, LIST_COMMA, STOP } from './particles.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import {
  clauseEnd,
  has,
  isCharacter,
  isEmpty,
  isOneOf,
  NONE,
  plainSpanIs,
  plainWord,
  type Span,
  spanIs,
  trim,
} from './view.ts';

const LED_BY = marksOf('：“—《');
const CLAUSE_OPENER = marksOf('，。；：！？—（');
const BRACKET_BEFORE_CLAUSE = marksOf('）)】〕');
const WIDE_BRACKET = marksOf('（');
const STATEMENT_END = marksOf('。；！？');
const NAME_START = marksOf('“‘《「');
const DOUBLE_QUOTE = marksOf('“');
const DOUBLE_QUOTE_END = marksOf('”');
const LINKS = words('的', '和', '及', '以及');
const FIELDS_OF_WORK = words('工业', '农业', '商业', '旅游', '文化', '财政', '建设', '项目建设', '规划', '其他');
const EACH = '每'.charCodeAt(0);
const ZAI = words('在');
const AIMED_AT = words('主要目标', '主要预期目标', '预期目标', '目标', '总体要求', '主要任务', '工作目标', '发展目标');
const ARRIVES = words(...phraseWords().arrives);
const INTRODUCES = words(...phraseWords().introduces);

/** A noun phrase that opens a clause: whom the clause is about. */
export interface Lead {
  /** Token at which its clause begins. */
  clause: number;
  span: Span;
  /** Token up to which it can lead: the bracket's end where its clause stands in one (全年投资（不含农户）). */
  until: number;
  /** A name, a body, a place or a word such as 全市: carries over to later clauses before any plain noun does. */
  strong: boolean;
}

const SKIPPED =
  Class.adverb |
  Class.conjunction |
  Class.actual |
  Class.planned |
  Class.target |
  Class.estimated |
  Class.basis |
  Kind.time;
const ENDS = Class.adverb | Class.reach | Class.planned | Class.target | Class.estimated | Class.report | Class.share;

/** Who opens each clause of a sentence, in order; clauses that open otherwise give none. */
export function leadsOf(t: Tokens, readings: readonly Reading[], lexicon: Lexicon): Lead[] {
  const leads: Lead[] = [];
  for (let i = 0; i < t.count; i++) {
    if (
      i > 0 &&
      !isOneOf(t, i - 1, CLAUSE_OPENER) &&
      !(i === 1 && isOneOf(t, 0, DOUBLE_QUOTE)) &&
      !(i < 14 && isOneOf(t, i - 1, BRACKET_BEFORE_CLAUSE))
    )
      continue;
    const lead = leadOf(t, i, lexicon) ?? relativeLead(t, i, lexicon) ?? placeReached(t, i, lexicon);
    if (lead && i > 0 && isOneOf(t, i - 1, WIDE_BRACKET)) lead.until = clauseEnd(t, i - 1);
    if (lead && lead.span.from !== leads.at(-1)?.span.from && !isThing(lead.span, readings)) leads.push(lead);
  }
  return leads;
}

/** 其中规模以上工业企业87家: the noun before a count is what is counted, and has nothing. */
const isThing = (lead: Span, readings: readonly Reading[]): boolean =>
  readings.some(
    (r) =>
      isEmpty(r.measure) &&
      isEmpty(r.after) &&
      !isEmpty(r.noun) &&
      r.verb < 0 &&
      COUNTED.includes(r.quantity.dimension) &&
      r.noun.from <= lead.from &&
      lead.from < r.noun.to &&
      lead.to === r.noun.to,
  );

const COUNTED = ['count', 'people', 'households', 'mass', 'volume', 'length'];

function leadOf(t: Tokens, clause: number, lexicon: Lexicon): Lead | null {
  let i = clause;
  let place: Span | null = null;
  while (i < t.count && !isOneOf(t, i, STATEMENT_END)) {
    const k = t.kind[i]!;
    if (has(k, Class.deictic) || has(k, Kind.name)) break;
    if (has(k, Class.report | SKIPPED) || isOneOf(t, i, LED_BY)) i++;
    else if (has(k, Class.preposition)) {
      // 在东湖社区，…: the phrase is no subject, but names the place
      const whole = extend(t, i + 1, lexicon);
      const phrase = withoutLocalizer(t, whole);
      if (isOneOf(t, i, ZAI) && entityLength(t, phrase.to - 1, lexicon) > 0 && isOneOf(t, whole.to, COMMA))
        place = phrase;
      i = Math.max(phrase.to, i + 1);
      while (i < t.count && !isOneOf(t, i, STOP)) i++;
      break;
    } else break;
  }
  if (place) return { clause, span: trim(t, place), until: t.count, strong: true };
  if (i > clause && has(t.kind[i - 1] ?? 0, Class.preposition)) return null;
  if (i < t.count && has(t.kind[i]!, Class.strong | Class.up | Class.down) && !has(t.kind[i]!, Class.noun)) {
    if (!isOneOf(t, i + 1, DE)) return null; // 生产天然气…, 设站21座: a predicate, its subject stands before
    i += 2; // 新开通的|地铁
  }
  const phrase = extend(t, i, lexicon);
  if (isEmpty(phrase)) return null;
  const next = t.kind[phrase.to] ?? Kind.punctuation;
  if (leadsToTarget(t, phrase.to)) return null;
  if (tells(t, phrase)) return null;
  phrase.to = beforeMeasure(t, phrase, lexicon);
  const split = isIndexName(t, phrase, lexicon) ? { entity: phrase, measure: NONE } : splitMeasure(t, phrase, lexicon);
  const span = withoutTime(t, trim(t, isEmpty(split.measure) ? phrase : split.entity));
  if (isEmpty(span) || !canBeSubject(t, span)) return null;
  if (leadsNothing(t, span)) return null;
  const strong =
    isOneOf(t, phrase.to, INTRODUCES) ||
    has(t.kind[span.from]!, Class.deictic) ||
    isProper(t, span) ||
    entityLength(t, span.to - 1, lexicon) > 0;
  if (!strong && (has(next, Kind.punctuation) || !isEmpty(split.measure))) return null;
  return { clause, span, until: t.count, strong };
}

/**
 * What leads nothing: words that hold no noun (配套|新建), a half of a quotation, a length of time (连续5年), a determiner whose noun stands
 * behind a clause (这家|成立于1998年的民营企业).
 */
function leadsNothing(t: Tokens, s: Span): boolean {
  const from = t.start[s.from]!;
  const to = t.end[s.to - 1]!;
  if (!holdsNoun(t, s) || !isBalanced(t, s)) return true;
  if (has(t.kind[s.from]!, Kind.figure) && isCharacter('年月天日时', t.text.charCodeAt(to - 1))) return true;
  return to - from <= 2 && phraseWords().determinerEnd(t.text, from, to) === to;
}

/** As many quotations end as begin. */
function isBalanced(t: Tokens, s: Span): boolean {
  let open = 0;
  for (let i = s.from; i < s.to; i++)
    if (isOneOf(t, i, DOUBLE_QUOTE)) open++;
    else if (isOneOf(t, i, DOUBLE_QUOTE_END)) open--;
  return open === 0;
}

/** 这家成立于1998年的|民营企业，…, 原计划投资7.5亿元的|二期工程，…: the noun behind a clause that describes it, where its own clause goes on from it. */
function relativeLead(t: Tokens, clause: number, lexicon: Lexicon): Lead | null {
  const end = clauseEnd(t, clause - 1 < 0 ? 0 : clause - 1);
  for (let i = end - 2; i > clause; i--) {
    if (!isOneOf(t, i, DE)) continue;
    const span = extend(t, i + 1, lexicon);
    if (isEmpty(span) || (endsOnHead(t, span) && !isIndexName(t, span, lexicon))) return null;
    const named =
      entityLength(t, span.to - 1, lexicon, Entity.body | Entity.project | Entity.person) > 0 || isQuoted(t, span);
    const goesOn =
      span.to === end ? isOneOf(t, end, COMMA) : !isNominal(t, span.to) && !has(t.kind[span.to]!, Kind.figure);
    return named && goesOn && canBeSubject(t, span) ? { clause, span, until: t.count, strong: true } : null;
  }
  return null;
}

/** “远兴湖”轮 */
const isQuoted = (t: Tokens, s: Span): boolean => isOneOf(t, s.from, NAME_START);

/** 记者|来到|金穗面粉厂 */
function placeReached(t: Tokens, clause: number, lexicon: Lexicon): Lead | null {
  for (let i = clause; i < t.count && !has(t.kind[i]!, Kind.punctuation); i++) {
    if (!isOneOf(t, i, ARRIVES)) continue;
    const span = withoutLocalizer(t, extend(t, i + 1, lexicon));
    return !isEmpty(span) && entityLength(t, span.to - 1, lexicon) > 0
      ? { clause, span, until: t.count, strong: true }
      : null;
  }
  return null;
}

/** 浦口区|成交量居首: where a measure begins right behind a place or body, and the phrase goes on past it. */
function beforeMeasure(t: Tokens, s: Span, lexicon: Lexicon): number {
  for (let i = s.from + 1; i < s.to - 1; i++)
    if (
      has(t.kind[i]!, Class.head) &&
      !has(t.kind[i]!, Class.strong) &&
      entityLength(t, i - 1, lexicon, Entity.place | Entity.body) > 0
    )
      return i;
  return s.to;
}

/** 创业板指数: it ends on a measure, and is one that is measured; the name's ending goes beyond the measure's word. */
function isIndexName(t: Tokens, s: Span, lexicon: Lexicon): boolean {
  const last = s.to - 1;
  return t.text.endsWith('指数', t.end[last]) && entityLength(t, last, lexicon, Entity.body) > 2;
}

/** 经济社会发展|的|主要目标|是…: what is aimed at has no owner of its own. */
const leadsToTarget = (t: Tokens, at: number): boolean => {
  const i = isOneOf(t, at, DE) ? at + 1 : at;
  return isOneOf(t, i, AIMED_AT);
};

/** 他|一天|要送180单, 全省|经济社会|发展的目标: a word that points, without what names nobody behind it. */
function withoutTime(t: Tokens, s: Span): Span {
  if (!has(t.kind[s.from]!, Class.deictic) || isOneOf(t, s.to, COMMA)) return s;
  let { to } = s;
  const namesNobody = () => plainSpanIs(t, { from: s.from + 1, to }, phraseWords().neverSubject);
  while (to > s.from + 1 && (!canBeSubject(t, { from: s.from, to }) || namesNobody())) to--;
  return { from: s.from, to };
}

const LOCALIZERS = words('里', '内', '中', '上', '现场');

/** 生产车间|里: without the word for inside. */
const withoutLocalizer = (t: Tokens, s: Span): Span =>
  s.to > s.from + 1 && isOneOf(t, s.to - 1, LOCALIZERS) ? { from: s.from, to: s.to - 1 } : s;

/** A name: it holds a word that no dictionary has, or points (这台盾构机, 该型电池). */
export function isProper(t: Tokens, s: Span): boolean {
  const from = t.start[s.from]!;
  if (phraseWords().determinerEnd(t.text, from, t.end[s.to - 1]!) > from) return true;
  for (let i = s.from; i < s.to; i++)
    if (
      has(t.kind[i]!, Kind.name) ||
      (t.kind[i] === Kind.unknown && t.end[i]! - t.start[i]! >= 2 && !/[\dA-Za-z]/.test(plainWord(t, i)))
    )
      return t.end[s.to - 1]! - t.start[s.from]! >= 3;
  return false;
}

/** 行政村, 山区: everyday words for kinds of places, which name none. */
export function isCommonPlace(t: Tokens, s: Span): boolean {
  if (!plainSpanIs(t, s, phraseWords().isCommonPlace)) return false;
  for (let i = s.from; i < s.to; i++)
    if (has(t.kind[i]!, Kind.unknown | Kind.name | Kind.figure | Kind.punctuation | Class.deictic)) return false;
  return true;
}

/** The noun phrase from `from`, up to the first word that is a predicate or leads to one. */
function extend(t: Tokens, from: number, lexicon: Lexicon): Span {
  let to = from;
  while (to < t.count) {
    const k = t.kind[to]!;
    if (to > from && (has(k, ENDS) || (has(k, Class.strong) && endsPhrase(t, to, lexicon)))) break;
    if (to > from && t.text.charCodeAt(t.start[to]!) === EACH) break; // 生产线|每分钟
    if (isNominal(t, to)) to++;
    else if (
      to > from &&
      (isOneOf(t, to, LINKS) || isOneOf(t, to, LIST_COMMA)) &&
      to + 1 < t.count &&
      isNominal(t, to + 1)
    )
      to++;
    else break;
  }
  return trim(t, { from, to });
}

/**
 * Whether the verb at `i` is the predicate: no part of a name or measure (扶贫|车间, 建设|投资), which go on to the name's ending.
 * A verb right behind a place acts unless a body's name goes on from there (雁栖市|普降大暴雨, 武陟县|供热|公司).
 */
function endsPhrase(t: Tokens, i: number, lexicon: Lexicon): boolean {
  const next = i + 1;
  if (next >= t.count) return true;
  if (has(t.kind[next]!, Class.head)) return false;
  if (isOneOf(t, next, NAMED))
    return next + 1 < t.count && isNominal(t, next + 1) && !isOneOf(t, next + 1, LOCALIZERS) && t.value[i]! >= 0; // 供热|公司, but 持有|公司|股份
  if (t.value[i]! >= 0 || !has(t.kind[next]!, Class.noun | Class.modifier) || has(t.kind[next]!, Class.strong))
    return true;
  return actsFor(t, i, lexicon);
}

/** Whether a verb right behind a place or body acts: no name goes on from there. */
function actsFor(t: Tokens, i: number, lexicon: Lexicon): boolean {
  if (entityLength(t, i - 1, lexicon, Entity.place | Entity.body) === 0) return false;
  const next = i + 1;
  let to = next;
  while (to < t.count && isNominal(t, to) && !has(t.kind[to]!, Kind.punctuation)) to++;
  return entityLength(t, to - 1, lexicon, Entity.body | Entity.project) === 0;
}

const NAMED = words(
  '项目',
  '工程',
  '基地',
  '中心',
  '企业',
  '公司',
  '面积',
  '机构',
  '活动',
  '车间',
  '学校',
  '市场',
  '小区',
);

/**
 * Who tells is no subject: a person whose clause has a word of telling (发言人刘某|3日在会上|表示), a body with one behind it
 * (统计局|今天|发布); a firm that announces its own figures is.
 */
function tells(t: Tokens, s: Span): boolean {
  const person = isPerson(t, s);
  if (person && isOneOf(t, s.to, COLON)) return true;
  if (!person && (spanIs(t, s, phraseWords().namesFirm) || isOneOf(t, s.to, ANNOUNCES))) return false;
  let inPhrase = false;
  for (let i = s.to; i < t.count && !has(t.kind[i]!, Kind.punctuation | Kind.figure); i++) {
    const k = t.kind[i]!;
    if (has(k, Class.report) || (i === s.to && person && has(k, Class.estimated))) return true;
    if (!person && isOneOf(t, i, HOSTS)) return holdsConference(t.text, t.end[i]!, t.end[clauseEnd(t, i) - 1]!); // 新闻办|召开新闻发布会
    if (has(k, Class.preposition)) inPhrase = true;
    else if (isTeller(t, i)) return reportsNext(t, i + 1);
    else if (!person && !inPhrase && !has(k, Kind.time) && !isNominal(t, i)) return false;
  }
  return false;
}

const isTeller = (t: Tokens, i: number): boolean => {
  const { isPerson, tells } = phraseWords();
  return isPerson(t.text, t.start[i]!, t.end[i]!) || tells(t.text, t.start[i]!, t.end[i]!);
};

/** 发展改革委|相关负责人|表示 */
function reportsNext(t: Tokens, from: number): boolean {
  for (let i = from; i < t.count && !has(t.kind[i]!, Kind.punctuation | Kind.figure); i++)
    if (has(t.kind[i]!, Class.report)) return true;
  return false;
}

const HOSTS = words('召开', '举行', '举办');
const holdsConference = holdsOneOf(['发布会', '通报会', '吹风会', '新闻通气会']);

/** What a body says of itself. */
const ANNOUNCES = words('公告', '公告称', '发布公告', '披露', '财报显示', '公告显示');

const isPerson = (t: Tokens, s: Span): boolean => spanIs(t, s, phraseWords().tells);

/** Whether a lead is a place, body or project by its ending or by the dictionary, or points (我市). */
export const namesOwner = (t: Tokens, lead: Lead, lexicon: Lexicon): boolean =>
  has(t.kind[lead.span.from]!, Class.deictic) ||
  entityLength(t, lead.span.to - 1, lexicon, Entity.place | Entity.body | Entity.project) > 0;

/** 配套|新建 holds none. */
function holdsNoun(t: Tokens, s: Span): boolean {
  for (let i = s.from; i < s.to; i++)
    if (!has(t.kind[i]!, Class.strong | Class.adverb) || has(t.kind[i]!, Class.noun | Class.deictic | Class.head))
      return true;
  return false;
}

/** Whether a phrase can name whom a figure is about. */
export function canBeSubject(t: Tokens, s: Span): boolean {
  if (s.to - s.from === 1 && has(t.kind[s.from]!, Class.modifier) && isOneOf(t, s.from, FIELDS_OF_WORK)) return false;
  const { determinerEnd, isPerson, neverSubject } = phraseWords();
  if (
    has(t.kind[s.from]!, Class.strong | Class.up | Class.down) &&
    t.value[s.from]! >= 0 &&
    !isOneOf(t, s.from + 1, DE) &&
    !(s.to - s.from > 1 && has(t.kind[s.from]!, Class.weak) && plainSpanIs(t, s, isPerson)) // 搬迁|群众
  )
    return false;
  const from = t.start[s.from]!;
  const to = t.end[s.to - 1]!;
  if (to - from < 2 && !isCharacter('他她它', t.text.charCodeAt(from))) return false;
  const determiner = determinerEnd(t.text, from, to);
  return (determiner > from && to - determiner >= 2) || !neverSubject(t.text, from, to);
}

/** The nearest lead before token `at`: a strong one, else a plain one of the figure's own or an earlier clause. */
export function leadBefore(leads: readonly Lead[], at: number): Lead | null {
  let plain: Lead | null = null;
  for (let i = leads.length - 1; i >= 0; i--) {
    const lead = leads[i]!;
    if (lead.clause > at || lead.span.to > at || at > lead.until) continue;
    if (lead.strong) return lead;
    plain ??= lead;
  }
  return plain;
}
