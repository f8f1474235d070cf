import { Class } from '../rules/format.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { splitMeasure } from './measure.ts';
import { entityLength, isNominal } from './nominal.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isMark, isOneOf, plainWord, type Span, spanText, trim } from './view.ts';

/** A noun phrase that opens a clause: whom the clause is about. */
export interface Lead {
  /** Token at which its clause begins. */
  clause: number;
  span: Span;
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
      !isMark(t, i - 1, '，。；：！？—（') &&
      !(i === 1 && isMark(t, 0, '“')) &&
      !(i < 14 && isMark(t, i - 1, '）)】〕'))
    )
      continue;
    const lead = leadOf(t, i, lexicon);
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

const COUNTED = ['count', 'people', 'households', 'mass', 'volume'];

function leadOf(t: Tokens, clause: number, lexicon: Lexicon): Lead | null {
  let i = clause;
  let place: Span | null = null;
  while (i < t.count && !isMark(t, i, '。；！？')) {
    const k = t.kind[i]!;
    if (has(k, Class.deictic) || has(k, Kind.name)) break;
    if (has(k, Class.report | SKIPPED) || isMark(t, i, '：“—《')) i++;
    else if (has(k, Class.preposition)) {
      // 在东湖社区，…: the phrase is no subject, but names the place
      const whole = extend(t, i + 1);
      const phrase = withoutLocalizer(t, whole);
      if (isOneOf(t, i, ['在']) && entityLength(t, phrase.to - 1, lexicon) > 0 && isMark(t, whole.to, '，'))
        place = phrase;
      i = Math.max(phrase.to, i + 1);
      while (i < t.count && !isMark(t, i, '，。；：')) i++;
      break;
    } else break;
  }
  if (place) return { clause, span: trim(t, place), strong: true };
  if (i > clause && has(t.kind[i - 1] ?? 0, Class.preposition)) return null;
  if (i < t.count && has(t.kind[i]!, Class.strong | Class.up | Class.down) && !has(t.kind[i]!, Class.noun)) {
    if (!isOneOf(t, i + 1, ['的'])) return null; // 生产天然气…, 设站21座: a predicate, its subject stands before
    i += 2; // 新开通的|地铁
  }
  const phrase = extend(t, i);
  if (isEmpty(phrase)) return null;
  const next = t.kind[phrase.to] ?? Kind.punctuation;
  if (has(next, Class.report | Class.estimated) && (isPerson(t, phrase) || !isAnnouncement(t, phrase.to))) {
    if (has(next, Class.report) || isPerson(t, phrase)) return null;
  }
  const split = splitMeasure(t, phrase, lexicon);
  const span = trim(t, isEmpty(split.measure) ? phrase : split.entity);
  if (isEmpty(span) || !canBeSubject(t, span)) return null;
  const strong =
    has(t.kind[span.from]!, Class.deictic) || entityLength(t, span.to - 1, lexicon) > 0 || isProper(t, span);
  if (!strong && (has(next, Kind.punctuation) || !isEmpty(split.measure))) return null;
  return { clause, span, strong };
}

/** 生产车间|里: without the word for inside. */
const withoutLocalizer = (t: Tokens, s: Span): Span =>
  s.to > s.from + 1 && isOneOf(t, s.to - 1, ['里', '内', '中', '上', '现场']) ? { from: s.from, to: s.to - 1 } : s;

/** A name: it holds a word that no dictionary has, or points (这台盾构机, 该型电池). */
export function isProper(t: Tokens, s: Span): boolean {
  if (/^(这[家所座条个台款种]|该|本[届次])/.test(spanText(t, s))) return true;
  for (let i = s.from; i < s.to; i++)
    if (
      has(t.kind[i]!, Kind.name) ||
      (t.kind[i] === Kind.unknown && t.end[i]! - t.start[i]! >= 2 && !/[\dA-Za-z]/.test(plainWord(t, i)))
    )
      return t.end[s.to - 1]! - t.start[s.from]! >= 3;
  return false;
}

/** The noun phrase from `from`, up to the first word that is a predicate or leads to one. */
function extend(t: Tokens, from: number): Span {
  let to = from;
  while (to < t.count) {
    const k = t.kind[to]!;
    if (to > from && (has(k, ENDS) || (has(k, Class.strong) && endsPhrase(t, to)))) break;
    if (isNominal(t, to)) to++;
    else if (
      to > from &&
      (isOneOf(t, to, ['的', '和', '及', '以及']) || isMark(t, to, '、')) &&
      to + 1 < t.count &&
      isNominal(t, to + 1)
    )
      to++;
    else break;
  }
  return trim(t, { from, to });
}

/** Whether the verb at `i` is the predicate: no part of a name or measure (扶贫|车间, 建设|投资), which go on with a noun. */
function endsPhrase(t: Tokens, i: number): boolean {
  const next = i + 1;
  if (next >= t.count) return true;
  if (has(t.kind[next]!, Class.head) || isOneOf(t, next, NAMED)) return false;
  return t.value[i]! >= 0 || !has(t.kind[next]!, Class.noun | Class.modifier) || has(t.kind[next]!, Class.strong);
}

const NAMED = ['项目', '工程', '基地', '中心', '企业', '公司', '面积', '机构', '活动', '车间', '学校', '市场', '小区'];

/** A company that announces its own figures is their subject; who tells somebody else's is not. */
const isAnnouncement = (t: Tokens, i: number): boolean =>
  isOneOf(t, i, ['公告', '公告称', '披露', '发布公告', '财报显示', '公布', '宣布']);

const PERSON =
  /(记者|专家|人士|分析师|负责人|发言人|经理|主任|书记|教授|研究员|董事长|局长|市长|总裁|院长|先生|女士|村民|市民|居民|老师)/;
const isPerson = (t: Tokens, s: Span): boolean => PERSON.test(spanText(t, s));

/** Times, places inside and measures by the head are what stands around a subject, not one. */
const NO_SUBJECT =
  /^(本报|本台|本刊|新华社|央视|通讯员|全年|累计|【本)|([内里中间后前时上下]|期间|现场|以来|同时|方面|过程|基础|情况|首批|首日|首月|剩余|同期|单日|单月|单季|当日|全程|总重|整机|合计|其中|数据|结果|显示|之一)$|^(每|其|此|这|那|来自|首[日月季]|一[个些]|记者|专家|图为|左图|右图|上图|下图|手里|人均|户均|平均|这里|那里|这一|如果|凡)/;
const ALLOWED = /^(这[家所座条个些台款]|该.?).{2,}/;

/** Whether a lead is a place, body or project by its ending or by the dictionary, or points (我市). */
export const namesOwner = (t: Tokens, lead: Lead, lexicon: Lexicon): boolean =>
  has(t.kind[lead.span.from]!, Class.deictic) ||
  entityLength(t, lead.span.to - 1, lexicon, ['place', 'body', 'project']) > 0;

/** Whether a phrase can name whom a figure is about. */
export function canBeSubject(t: Tokens, s: Span): boolean {
  const w = t.text.slice(t.start[s.from], t.end[s.to - 1]);
  if (
    s.to - s.from === 1 &&
    has(t.kind[s.from]!, Class.modifier) &&
    /^(工业|农业|商业|旅游|文化|财政|建设|项目建设|规划|其他)$/.test(w)
  )
    return false;
  if (
    has(t.kind[s.from]!, Class.strong | Class.up | Class.down) &&
    t.value[s.from]! >= 0 &&
    !isOneOf(t, s.from + 1, ['的'])
  )
    return false;
  if (w.length < 2 && !/^[他她它]$/.test(w)) return false;
  return ALLOWED.test(w) || !NO_SUBJECT.test(w);
}

/** The nearest lead before token `at`: a strong one, else a plain one of the figure's own or an earlier clause. */
export function leadBefore(leads: readonly Lead[], at: number): Lead | null {
  let plain: Lead | null = null;
  for (let i = leads.length - 1; i >= 0; i--) {
    const lead = leads[i]!;
    if (lead.clause > at || lead.span.to > at) continue;
    if (lead.strong) return lead;
    plain ??= lead;
  }
  return plain;
}
