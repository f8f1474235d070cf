import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import { extend, LOCALIZERS, withoutLocalizer } from './lead-phrase.ts';
import type { Lexicon } from './lexicon.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import { canBeSubject, isGeneric, isPlaceOrWork, isProper, ownerIn, TIMES } from './names.ts';
import { entityLength, isNominal } from './nominal.ts';
import { COMMA, DE, OPEN_BRACKET, STOP } from './particles.ts';
import { isTitledPerson } from './person-names.ts';
import type { Reading } from './reading.ts';
import { labelEnd } from './speakers.ts';
import { tells } from './tellers.ts';
import type { Tokens } from './tokens.ts';
import {
  clauseEnd,
  clauseStart,
  has,
  isCharacter,
  isEmpty,
  isOneOf,
  isVerb,
  NONE,
  plainSpanIs,
  type Span,
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

const FIRST = '首'.charCodeAt(0);
const COUNTERS = '台个批家条座艘架列套次期款例';
const ZAI = words('在');
const VILLAGES = words('村', '镇', '乡');
const EXTENTS = words(...phraseWords().extents);
const TO = words('至', '到');
const UP_AND_DOWN = words('上下', '各级', '广大', '各地');
const ZHI = words('之');
const YU = words('于');
const WHEN = words(
  '期间',
  '以来',
  '之际',
  '之后',
  '以后',
  '之前',
  '以前',
  '过后',
  '前后',
  '时',
  '后',
  '之时',
  '时候',
  '同时',
  '过程中',
  '完工后',
  '竣工后',
);
const STATES = words(...phraseWords().stateNouns);
const PERSONS = words('我们', '他', '她', '他们', '她们', '它', '它们', '我方', '双方');
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
  /** Where something is (在东湖社区，…): a text is about it only where its sentence names nobody else. */
  isPlace?: boolean;
  /** A kind of places, bodies or people (农村, 大型企业): whom its own clause is about before any earlier one. */
  isKind?: boolean;
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
/** Who opens each clause of a sentence, in order; clauses that open otherwise give none. */
export function leadsOf(t: Tokens, readings: readonly Reading[], lexicon: Lexicon): Lead[] {
  const leads: Lead[] = [];
  const first = has(t.kinds, Kind.punctuation) ? labelEnd(t) : 0;
  for (let i = first; i < t.count; i++) {
    if (
      i > first &&
      !isOneOf(t, i - 1, CLAUSE_OPENER) &&
      !(i === 1 && isOneOf(t, 0, DOUBLE_QUOTE)) &&
      !(i < 14 && isOneOf(t, i - 1, BRACKET_BEFORE_CLAUSE))
    )
      continue;
    const lead = leadOf(t, i, lexicon) ?? relativeLead(t, i, lexicon) ?? placeReached(t, i, lexicon);
    if (lead && i > 0 && isOneOf(t, i - 1, WIDE_BRACKET)) lead.until = clauseEnd(t, i - 1);
    if (lead && lead.span.from !== leads.at(-1)?.span.from && !isThing(t, lead, readings, lexicon)) leads.push(lead);
  }
  return leads;
}

/** 其中规模以上工业企业87家: the noun before a count is what is counted, and has nothing. */
const isThing = (
  t: Tokens,
  { span: lead, strong, isKind }: Lead,
  readings: readonly Reading[],
  lexicon: Lexicon,
): boolean =>
  readings.some(
    (r) =>
      isShared(r, lead) ||
      (isEmpty(r.measure) &&
        isEmpty(r.after) &&
        !isEmpty(r.noun) &&
        r.verb < 0 &&
        (COUNTED.includes(r.quantity.dimension) ||
          (r.quantity.dimension === 'money' && r.change < 0 && !strong && !isKind)) && // 期末存货12亿元
        (r.quantity.dimension !== 'area' || (r.having < 0 && !isPlaceOrWork(t, r.noun, lexicon))) &&
        r.noun.from <= lead.from &&
        lead.from < r.noun.to &&
        lead.to === r.noun.to),
  );

/** 清洁能源|占比由30%提高到45%: what is shared has nothing. */
const isShared = (r: Reading, lead: Span): boolean =>
  r.share >= 0 &&
  isEmpty(r.whole) &&
  !r.ofWhole &&
  lead.from === r.noun.from &&
  lead.to === r.noun.to &&
  lead.to === r.share;

const COUNTED = ['count', 'people', 'households', 'mass', 'volume', 'length', 'area'];

function leadOf(t: Tokens, clause: number, lexicon: Lexicon): Lead | null {
  if (isOneOf(t, clause, OPEN_BRACKET)) return null; // （二）|民生福祉…: what stands in brackets opens nothing
  let i = clause;
  let place: Span | null = null;
  let named = -1;
  while (i < t.count && !isOneOf(t, i, STATEMENT_END)) {
    const k = t.kind[i]!;
    if (has(k, Class.deictic) || has(k, Kind.name)) break;
    if (has(k, Class.report | SKIPPED) || isOneOf(t, i, LED_BY) || isOneOf(t, i, TIMES)) i++;
    else if (has(k, Class.preposition)) {
      // 在东湖社区，…: the phrase is no subject, but names the place
      const whole = extend(t, i + 1, lexicon);
      const phrase = withoutLocalizer(t, whole);
      if (isOneOf(t, i, ZAI))
        place =
          entityLength(t, phrase.to - 1, lexicon) > 0 && isOneOf(t, whole.to, COMMA) ? phrase : namedPlace(t, i + 1);
      i = Math.max(phrase.to, i + 1);
      while (i < t.count && !isOneOf(t, i, STOP)) i++;
      break;
    } else break;
  }
  if (place) return { clause, span: trim(t, place), until: t.count, strong: true, isPlace: true };
  if (i > clause && has(t.kind[i - 1] ?? 0, Class.preposition)) return null;
  if (
    i < t.count &&
    has(t.kind[i]!, Class.strong | Class.up | Class.down) &&
    !has(t.kind[i]!, Class.noun) &&
    !isVillage(t, i)
  ) {
    named = namesThing(t, i);
    if (named < 0) named = titledPersonEnd(t, i + 1); // 下岗|工人|冯国梁
    if (isOneOf(t, i + 1, DE))
      i += 2; // 新开通的|地铁
    else if (named < 0) return null; // 生产天然气…, 设站21座: a predicate, its subject stands before
  }
  const phrase = fromTo(t, named < 0 ? extend(t, i, lexicon) : { from: i, to: named }, lexicon);
  if (isEmpty(phrase) || isParallel(t, clause, phrase, lexicon)) return null;
  const next = t.kind[phrase.to] ?? Kind.punctuation;
  if (leadsToTarget(t, phrase.to)) return null;
  if (
    isOneOf(t, phrase.from - 1, DOUBLE_QUOTE) &&
    has(next, Kind.figure) &&
    isOneOf(t, phrase.to + 1, DOUBLE_QUOTE_END)
  )
    return null; // “一园|两区”
  if (tells(t, phrase)) return null;
  phrase.to = beforeMeasure(t, phrase, lexicon);
  if (isOneOf(t, phrase.to, YU) && isVerb(t.kind[phrase.to - 1]!) && !has(t.kind[phrase.to + 1] ?? 0, Kind.time))
    return null; // 专注|于, 来源|于
  if (!has(t.kind[phrase.from]!, Class.deictic) && tellsWhen(t, phrase.to)) return null;
  if (isOneOf(t, phrase.to - 1, STATES)) phrase.to = beforeState(t, phrase, lexicon);
  if (isEmpty(phrase)) return null;
  const split = isIndexName(t, phrase, lexicon) ? { entity: phrase, measure: NONE } : splitMeasure(t, phrase, lexicon);
  const span = ownerIn(t, withoutTime(t, trim(t, isEmpty(split.measure) ? phrase : split.entity), lexicon), lexicon);
  if (isEmpty(span) || !canBeSubject(t, named < 0 ? span : { from: i + 1, to: span.to })) return null;
  if (leadsNothing(t, span)) return null;
  const strong =
    !isOneOfSeveral(t, span.from) &&
    (isOneOf(t, phrase.to, INTRODUCES) ||
      has(t.kind[span.from]!, Class.deictic) ||
      (isProper(t, span) && !isClauseOfItsOwn(t, span)) ||
      namesSomebody(t, span, lexicon));
  if (!has(t.kind[span.from]!, Class.deictic) && isSlogan(t, span) && !namesSomebody(t, span, lexicon)) return null;
  if (!strong && (has(next, Kind.punctuation) || !isEmpty(split.measure))) return null;
  if (plainSpanIs(t, span, phraseWords().isEvent) && describes(t, phrase.to)) return null;
  return { clause, span, until: t.count, strong, isKind: !strong && isGeneric(t, span) };
}

/** 暴雨|引发|的|洪灾: what happened says which other one is told of. */
function describes(t: Tokens, from: number): boolean {
  for (let i = from; i < t.count && i < from + 4 && !has(t.kind[i]!, Kind.punctuation | Kind.figure); i++)
    if (isOneOf(t, i, DE)) return i > from;
  return false;
}

/**
 * What leads nothing: words that hold no noun (配套|新建), a length of time (连续5年), a determiner whose noun stands
 * behind a clause (这家|成立于1998年的民营企业).
 */
function leadsNothing(t: Tokens, s: Span): boolean {
  const from = t.start[s.from]!;
  const to = t.end[s.to - 1]!;
  if (!holdsNoun(t, s)) return true;
  if (has(t.kind[s.from]!, Kind.figure) && isCharacter('年月天日时', t.text.charCodeAt(to - 1))) return true;
  return to - from <= 2 && phraseWords().determinerEnd(t.text, from, to) === to;
}

/** 这家成立于1998年的|民营企业，…, 原计划投资7.5亿元的|二期工程，…: the noun behind a clause that describes it, where its own clause goes on from it. */
function relativeLead(t: Tokens, clause: number, lexicon: Lexicon): Lead | null {
  const end = clauseEnd(t, clause - 1 < 0 ? 0 : clause - 1);
  for (let i = end - 2; i > clause; i--) {
    if (!isOneOf(t, i, DE)) continue;
    const span = extend(t, i + 1, lexicon);
    if (isOneOf(t, span.to, ZHI)) return null; // 精神的|开局|之年
    if (isEmpty(span) || (endsOnHead(t, span) && !isIndexName(t, span, lexicon))) return null;
    const named =
      entityLength(t, span.to - 1, lexicon, Entity.body | Entity.project | Entity.person) > 0 || isQuoted(t, span);
    const goesOn =
      span.to === end
        ? isOneOf(t, end, COMMA)
        : (!isNominal(t, span.to) || has(t.kind[span.to]!, Class.strong)) && !has(t.kind[span.to]!, Kind.figure);
    return (named ? goesOn : span.to === end && goesOn && !plainSpanIs(t, span, phraseWords().isLevel)) &&
      canBeSubject(t, span)
      ? { clause, span, until: t.count, strong: named }
      : null;
  }
  return null;
}

/** “远兴湖”轮 */
const isQuoted = (t: Tokens, s: Span): boolean => isOneOf(t, s.from, NAME_START);

/** 在|黑龙江富锦，…, 在|大柳镇万亩玉米示范方，…: words up to the comma that begin on a place's name, or hold an unknown one. Null for none. */
function namedPlace(t: Tokens, from: number): Span | null {
  let to = from;
  while (to < t.count && (isNominal(t, to) || has(t.kind[to]!, Kind.figure)) && !isOneOf(t, to, LOCALIZERS)) to++;
  if (!isOneOf(t, to, COMMA) || to === from || t.end[to - 1]! - t.start[from]! > LONGEST_PLACE) return null;
  const span = { from, to };
  return (has(t.kind[from]!, Kind.name) || isProper(t, span)) && canBeSubject(t, span) ? span : null;
}

const LONGEST_PLACE = 20;

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

/** 国庆黄金周|运输期间，: a clause without figures that ends on a word of time tells when. */
function tellsWhen(t: Tokens, from: number): boolean {
  let end = from;
  while (end < t.count && end < from + 8 && !has(t.kind[end]!, Kind.punctuation | Kind.figure)) end++;
  return end > from && isOneOf(t, end, COMMA) && isOneOf(t, end - 1, WHEN);
}

/** 机场二期工程|进展|顺利: whose state it is; 环境整治力度空前 tells of nobody's. */
function beforeState(t: Tokens, s: Span, lexicon: Lexicon): number {
  for (let to = s.to - 1; to > s.from; to--)
    if (has(t.kind[to - 1]!, Class.deictic) || namesSomebody(t, { from: s.from, to }, lexicon)) return to;
  return s.from;
}

/** 创业板指数: it ends on a measure, and is one that is measured; the name's ending goes beyond the measure's word. */
function isIndexName(t: Tokens, s: Span, lexicon: Lexicon): boolean {
  const last = s.to - 1;
  return t.text.endsWith('指数', t.end[last]) && entityLength(t, last, lexicon, Entity.body) > 2;
}

/** 错峰|出库，…: words that end on a verb and fill their clause are a statement, however unknown they are. */
const isClauseOfItsOwn = (t: Tokens, s: Span): boolean =>
  isOneOf(t, s.to, COMMA) && isVerb(t.kind[s.to - 1]!) && !has(t.kind[s.to - 1]!, Class.noun | Class.head);

/** 精准施策|扎实推进，: a clause without figures that ends on how well it goes is a slogan, and its words no name. */
function isSlogan(t: Tokens, s: Span): boolean {
  let end = s.to;
  while (end < t.count && end < s.to + 6 && !has(t.kind[end]!, Kind.punctuation | Kind.figure)) end++;
  return isOneOf(t, end, STOP) && plainSpanIs(t, { from: s.from, to: end }, phraseWords().endsSlogan);
}

/** 首台机组: one of what the text is about, and no new topic. */
const isOneOfSeveral = (t: Tokens, i: number): boolean =>
  t.text.charCodeAt(t.start[i]!) === FIRST && isCharacter(COUNTERS, t.text.charCodeAt(t.start[i]! + 1));

/** 打鼓|村, 示范|村: a verb in the name of a village. */
const isVillage = (t: Tokens, i: number): boolean => isOneOf(t, i + 1, VILLAGES) && t.end[i] === t.start[i + 1];

/** Where a person ends whose title stands at `i` or right behind, -1 for none. */
function titledPersonEnd(t: Tokens, i: number): number {
  for (let to = i + 2; to <= i + 3 && to <= t.count; to++) if (isTitledPerson(t, { from: i, to })) return to;
  return -1;
}

/** 输水|线路|总长263公里: where a thing with a verb in its name ends that has its extent behind it, -1 for none. */
function namesThing(t: Tokens, verb: number): number {
  let to = verb + 1;
  while (to < t.count && isNominal(t, to) && !has(t.kind[to]!, Class.head | Kind.punctuation)) to++;
  return to > verb + 1 && isOneOf(t, to, EXTENTS) && plainSpanIs(t, { from: verb + 1, to }, phraseWords().endsThing)
    ? to
    : -1;
}

/** 坝区|至|杭瑞高速的连接线: from where to where is a part of the name. */
function fromTo(t: Tokens, s: Span, lexicon: Lexicon): Span {
  if (isEmpty(s) || !isOneOf(t, s.to, TO)) return s;
  const { to } = extend(t, s.to + 1, lexicon);
  for (let i = s.to + 1; i < to; i++) if (isOneOf(t, i, DE)) return { from: s.from, to };
  return s;
}

/** 产业兴，百姓富, 塔吊高耸，机器轰鸣: two short clauses of one length paint a picture, and name nobody. */
function isParallel(t: Tokens, clause: number, s: Span, lexicon: Lexicon): boolean {
  if (!isOneOf(t, s.to, COMMA) || has(t.kind[s.from]!, Class.deictic)) return false;
  const length = t.end[s.to - 1]! - t.start[s.from]!;
  if (length > 5 || isPlaceOrWork(t, s, lexicon)) return false;
  return (
    lengthOf(t, s.to + 1) === length ||
    (isOneOf(t, clause - 1, COMMA) && lengthOf(t, clauseStart(t, clause - 1)) === length)
  );
}

/** Characters of the clause from token `from`; -1 where it holds a figure. */
function lengthOf(t: Tokens, from: number): number {
  let to = from;
  while (to < t.count && !isOneOf(t, to, STOP)) {
    if (has(t.kind[to]!, Kind.figure | Kind.time)) return -1;
    to++;
  }
  return to > from ? t.end[to - 1]! - t.start[from]! : 0;
}

/** 经济社会发展|的|主要目标|是…: what is aimed at has no owner of its own. */
const leadsToTarget = (t: Tokens, at: number): boolean => {
  const i = isOneOf(t, at, DE) ? at + 1 : at;
  return isOneOf(t, i, AIMED_AT);
};

/** 他|一天|要送180单, 全省|经济社会|发展的目标, 全县|上下|凝心聚力: a word that points, without what names nobody behind it. */
function withoutTime(t: Tokens, s: Span, lexicon: Lexicon): Span {
  if (!has(t.kind[s.from]!, Class.deictic)) return s;
  if (isOneOf(t, s.from + 1, UP_AND_DOWN)) return { from: s.from, to: s.from + 1 };
  if (isOneOf(t, s.to, COMMA)) return s;
  if (isOneOf(t, s.from, PERSONS) && !isOneOf(t, s.from + 1, DE) && entityLength(t, s.to - 1, lexicon) === 0)
    return { from: s.from, to: s.from + 1 }; // 我们|清醒地看到
  let { to } = s;
  const namesNobody = () => plainSpanIs(t, { from: s.from + 1, to }, phraseWords().neverSubject);
  while (to > s.from + 1 && (!canBeSubject(t, { from: s.from, to }) || namesNobody())) to--;
  return { from: s.from, to };
}

/** Whether a lead is a place, body or project by its ending or by the dictionary, or points (我市). */
export const namesOwner = (t: Tokens, lead: Lead, lexicon: Lexicon): boolean =>
  has(t.kind[lead.span.from]!, Class.deictic) ||
  entityLength(t, lead.span.to - 1, lexicon, Entity.place | Entity.body | Entity.project) > 0;

/** A name of the dictionary, or a place, body, project or person by its ending; 高技术制造业, 民生类 are parts of what somebody has. */
const namesSomebody = (t: Tokens, s: Span, lexicon: Lexicon): boolean =>
  has(t.kind[s.to - 1]!, Kind.name) || (entityLength(t, s.to - 1, lexicon, NAMED) > 0 && !isGeneric(t, s));

const NAMED = Entity.place | Entity.body | Entity.project | Entity.person;

/** 配套|新建 holds none. */
function holdsNoun(t: Tokens, s: Span): boolean {
  for (let i = s.from; i < s.to; i++)
    if (!has(t.kind[i]!, Class.strong | Class.adverb) || has(t.kind[i]!, Class.noun | Class.deictic | Class.head))
      return true;
  return false;
}

/** Tokens in which no owner stands that the clause in question goes on from. */
export type Scope = Span;

export const isOutside = (s: Scope, at: number): boolean => at > s.from && at < s.to;

/**
 * The nearest lead before token `at`: a strong one, else a plain one of the figure's own or an earlier clause. Where somebody acts, a plain
 * one only of the clause that begins at `clause` (环境整治力度空前，|关停企业143家). None that stands in `outside`.
 */
export function leadBefore(
  leads: readonly Lead[],
  at: number,
  acts: boolean,
  clause: number,
  outside: Scope,
): Lead | null {
  let plain: Lead | null = null;
  for (let i = leads.length - 1; i >= 0; i--) {
    const lead = leads[i]!;
    if (lead.clause > at || lead.span.to > at || at > lead.until || isOutside(outside, lead.span.from)) continue;
    if (lead.strong || (lead.isKind && lead.clause >= clause)) return lead;
    if (!acts || lead.clause >= clause) plain ??= lead;
  }
  return plain;
}
