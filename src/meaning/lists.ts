import { Class } from '../rules/format.ts';
import { type Asked, either, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import { isNominal } from './nominal.ts';
import { COMMA, LIST_COMMA } from './particles.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { clauseStart, has, isEmpty, isOneOf, NONE, type Span, spanText, trim, word } from './view.ts';

/** Figures in a row, with the meanings read so far, and what pairs them with their partners. */
interface Row {
  t: Tokens;
  first: Reading;
  group: readonly Meaning[];
  lexicon: Lexicon;
}

/**
 * Parallel lists: 增加值同比分别增长7.8%、9.2%和3% gives each figure its own partner, in order. The partners are, tried in this
 * order: as many figures right before (开行5460列，发送54.6万标箱，分别增长29%、22%), the parts of the first figure's noun
 * phrase, those of its owner, those of a list in the clause before (菠菜、油菜和生菜涨幅居前，分别上涨…).
 */
export function pairLists(
  t: Tokens,
  readings: readonly Reading[],
  meanings: readonly Meaning[],
  lexicon: Lexicon,
): void {
  for (let i = 0; i < readings.length; i++) {
    let n = 1;
    while (i + n < readings.length && readings[i + n]!.follows === i + n - 1) n++;
    if (n < 2) continue;
    const row: Row = { t, first: readings[i]!, group: meanings.slice(i, i + n), lexicon };
    const before = meanings.slice(Math.max(0, i - n), i);
    if (!pairWithFigures(row, before)) pairWithParts(row) || pairWithOwners(row);
    i += n - 1;
  }
}

function pairWithFigures({ t, first, group }: Row, before: readonly Meaning[]): boolean {
  const n = group.length;
  if (!isEmpty(first.noun) || before.length !== n) return false;
  const isChange = first.change >= 0 && before.every((m, k) => m.unit === group[k]!.unit); // 分别增加12万亩、6公斤和2.6亿公斤
  if (!isChange && before.some((m) => m.type === group[0]!.type)) return false;
  group.forEach((m, k) => {
    const measured = before[k]!.metric ?? before[k]!.item;
    m.metric = isChange && measured ? measured + word(t, first.change) : measured;
    m.subject = before[k]!.subject;
    if (isChange) m.item = before[k]!.item;
  });
  return true;
}

/** The parts of the noun phrase before the first figure: measures, or owners of one measure. */
function pairWithParts({ t, first: r, group, lexicon }: Row): boolean {
  const n = group.length;
  const parts = partsFor(t, isEmpty(r.noun) ? r.subject : r.noun, n);
  if (parts.length !== n) return false;
  const first = splitMeasure(t, parts[0]!, lexicon);
  const last = splitMeasure(t, parts[n - 1]!, lexicon);
  if (parts.every((p) => endsOnHead(t, p)) || isEmpty(last.measure)) {
    // 治理率、消除率和改厕率: each part is a measure; who has them stands before the first
    group.forEach((m, k) => {
      const own = k === 0 && !isEmpty(first.measure) ? first.measure : parts[k]!;
      if (isEmpty(last.measure) && isEmpty(r.measure) && m.metric && !isEmpty(r.subject)) m.subject = spanText(t, own);
      else m.metric = spanText(t, own);
      if (k === 0 && !isEmpty(first.measure) && !isEmpty(first.entity)) m.subject = spanText(t, trim(t, first.entity));
      else if (k > 0 && !isEmpty(first.entity) && !isEmpty(first.measure)) m.subject = group[0]!.subject;
    });
    return true;
  }
  // 城镇和农村居民|人均可支配收入: the parts own one measure, which ends the last of them
  const head = sharedHead(t, parts[n - 1]!);
  const owner = { from: parts[0]!.from, to: parts[0]!.from + 1 };
  if (has(t.kind[owner.from]!, Class.deictic) && !isEmpty(head)) {
    // 全市|农林牧渔业、工业和建筑业|增加值: who has them all stands before the first
    parts[0] = { from: owner.to, to: parts[0]!.to };
    parts[n - 1] = { from: parts[n - 1]!.from, to: head.from };
    group.forEach((m, k) => {
      m.subject = spanText(t, owner);
      m.metric = spanText(t, parts[k]!) + spanText(t, head);
    });
    return true;
  }
  const lastOwner = isEmpty(trim(t, last.entity)) ? { from: parts[n - 1]!.from, to: head.from } : trim(t, last.entity);
  group.forEach((m, k) => {
    m.subject = spanText(t, k < n - 1 ? parts[k]! : cutAtFigure(t, lastOwner));
    m.metric = spanText(t, isEmpty(last.entity) ? head : last.measure);
  });
  return true;
}

/** A list of owners with one measure for all, before the measure or in the clause before. */
function pairWithOwners({ t, first: r, group }: Row): boolean {
  const n = group.length;
  let parts = splitList(t, r.subject);
  if (parts.length !== n) parts = listBefore(t, r, n);
  if (parts.length !== n) return false;
  if (parts.every((p) => endsOnHead(t, p))) {
    // 进出口、零售总额增速均高于全国，|分别快1.4个和0.8个百分点
    group.forEach((m, k) => {
      m.metric = spanText(t, parts[k]!);
    });
    return true;
  }
  const measure = measureBehind(t, parts.at(-1)!);
  const deictic = has(t.kind[parts[0]!.from]!, Class.deictic) && parts[0]!.to - parts[0]!.from > 1;
  if (deictic) parts[0] = { from: parts[0]!.from + 1, to: parts[0]!.to };
  group.forEach((m, k) => {
    m.subject = spanText(t, parts[k]!);
    m.metric ??= spanText(t, measure) || null;
    if (!m.inferred.includes('subject') && parts[k]!.to <= r.from) m.inferred.push('subject');
  });
  return true;
}

/** The last list of `n` nouns in the clauses before the figure, nearest first, with no figure after it. */
function listBefore(t: Tokens, r: Reading, n: number): Span[] {
  let end = r.from - 1;
  for (let clauses = 0; clauses < 2 && end > 0 && isOneOf(t, end, COMMA); clauses++) {
    const start = clauseStart(t, end);
    for (let i = end - 1; i >= start; i--) {
      if (has(t.kind[i]!, Kind.figure)) return [];
      if (!isNominal(t, i)) continue;
      let from = i;
      while (from > start && (isNominal(t, from - 1) || isJoint(t, from - 1))) from--;
      const parts = splitList(t, trim(t, { from, to: i + 1 }));
      if (parts.length === n) return parts.every((p) => endsOnHead(t, p)) ? parts : cutTail(t, parts);
      i = from;
    }
    end = start - 1;
  }
  return [];
}

/** 菠菜、油菜和生菜|环比涨幅居前: the last part ends where a measure begins. */
function cutTail(t: Tokens, parts: Span[]): Span[] {
  const last = parts.at(-1)!;
  let to = last.from + 1;
  while (to < last.to && !has(t.kind[to]!, Class.head)) to++;
  return [...parts.slice(0, -1), { from: last.from, to }];
}

/** The measure straight behind a list of owners. */
function measureBehind(t: Tokens, last: Span): Span {
  let { to } = last;
  while (to < t.count && has(t.kind[to]!, Class.head)) to++;
  return { from: last.to, to };
}

const JOINT = either(LIST_COMMA, words('和', '与', '及', '以及'));
const isJoint = (t: Tokens, i: number): boolean => isOneOf(t, i, JOINT);
const HE = words('和');
const LIST_OR_HE = either(LIST_COMMA, HE);

/** The heads that end a phrase, without what only its last owner has: 增加值 of 批发和零售业增加值. */
function sharedHead(t: Tokens, s: Span): Span {
  let from = s.to;
  while (from > s.from + 1 && has(t.kind[from - 1]!, Class.head)) from--;
  return from < s.to ? { from, to: s.to } : NONE;
}

/** 四川|三省: without the count that sums the list up. */
function cutAtFigure(t: Tokens, s: Span): Span {
  for (let i = s.from + 1; i < s.to; i++) if (has(t.kind[i]!, Kind.figure)) return { from: s.from, to: i };
  return s;
}

/** The parts of a list for `n` figures: 其他用品及服务、教育文化、医疗保健价格 are three, where three are asked for. */
function partsFor(t: Tokens, s: Span, n: number): Span[] {
  const parts = splitList(t, s);
  if (parts.length <= n) return parts;
  const fewer = splitList(t, s, LIST_OR_HE);
  return fewer.length === n ? fewer : splitList(t, s, LIST_COMMA);
}

/** The parts of a noun list: A、B和C. */
export function splitList(t: Tokens, s: Span, joints: Asked = JOINT): Span[] {
  const parts: Span[] = [];
  let from = s.from;
  for (let i = s.from; i < s.to; i++)
    if (isOneOf(t, i, joints)) {
      if (i > from) parts.push({ from, to: i });
      from = i + 1;
    }
  if (s.to > from) parts.push({ from, to: s.to });
  return parts;
}
