import { Class, Entity } from '../rules/format.ts';
import { marksOf, words } from './asked.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { Kind } from './kind.ts';
import { isOutside, type Lead, leadBefore, type Scope } from './leads.ts';
import type { Lexicon } from './lexicon.ts';
import { canBeSubject, isGeneric, isProper } from './names.ts';
import { entityLength } from './nominal.ts';
import { isEmbedded } from './noun-after.ts';
import { namedBefore } from './pointing.ts';
import type { Reading } from './reading.ts';
import { isSpeaker, speechOf } from './speakers.ts';
import type { Tokens } from './tokens.ts';
import { isGoverning, paragraphTopic, pointsAtOwn, topicBefore } from './topic.ts';
import { has, isEmpty, isOneOf, spanText, word } from './view.ts';

/** Fills the subject of a figure whose clause names none, or only who speaks. */
export function carrySubject(
  t: Tokens,
  d: Draft,
  drafts: readonly Draft[],
  leads: readonly Lead[],
  context: Context,
): void {
  const { meaning, reading } = d;
  const own = reading.subject;
  if (!isEmpty(own) && meaning.subject === spanText(t, own)) {
    if (!canBeSubject(t, own)) meaning.subject = null;
  }
  if (!meaning.subject) findSubject(t, d, drafts, leads, context);
  if (meaning.subject && isSpeaker(meaning.subject)) speaksFor(t, d, drafts, context);
  const named = meaning.subject ? namedBefore(t, reading.at, meaning.subject, leads, context) : null;
  if (!named) return;
  meaning.subject = named;
  if (!meaning.inferred.includes('subject')) meaning.inferred.push('subject');
}

/** 我们新签订单9.8亿元: those whom the text was about before, where it was about anybody. */
function speaksFor(t: Tokens, { meaning, reading }: Draft, drafts: readonly Draft[], context: Context): void {
  const speech = speechOf(context);
  if (speech) {
    meaning.subject = speech.owner ?? paragraphTopic(context) ?? meaning.subject; // 副局长 田广军：我们组织了…: those whom he speaks for
    return;
  }
  // “我们一晚上救出67人。”中队长说: in a quotation they are those whom the paragraph is about, never 全市
  const quoted = isQuoted(t, reading.at);
  const previous = drafts.findLast(
    (p) =>
      p.reading.at < reading.at &&
      p.meaning.subject !== null &&
      !isSpeaker(p.meaning.subject) &&
      !(quoted && isEmpty(p.reading.subject)),
  );
  const topic = quoted ? paragraphTopic(context) : topicBefore(context, isGoverning(t, reading.verb));
  const meant = previous?.meaning.subject ?? topic;
  if (!meant) return;
  meaning.subject = meant;
  if (!meaning.inferred.includes('subject')) meaning.inferred.push('subject');
}

/** Whether a quotation is open before token `at`. */
function isQuoted(t: Tokens, at: number): boolean {
  if (!has(t.kinds, Kind.punctuation)) return false;
  for (let i = at - 1; i >= 0; i--) {
    if (isOneOf(t, i, QUOTE_END)) return false;
    if (isOneOf(t, i, QUOTE)) return true;
  }
  return false;
}

const THINGS = words('线路', '管网', '管道', '航线', '生产线', '机组', '班列');
const QUOTE = marksOf('“');
const QUOTE_END = marksOf('”');

/** A place in the clause, the nearest lead, a figure before, the topic. */
function findSubject(t: Tokens, d: Draft, drafts: readonly Draft[], leads: readonly Lead[], context: Context): void {
  const { meaning, reading } = d;
  const { lexicon } = context.rules;
  if (
    !isEmpty(reading.place) &&
    entityLength(t, reading.place.to - 1, lexicon, Entity.place | Entity.body | Entity.project) > 0
  ) {
    meaning.subject = spanText(t, reading.place);
    return;
  }
  const acts = isGoverning(t, reading.verb);
  const scope = scopeOf(t, reading);
  const lead = leadBefore(leads, reading.at, acts, reading.from, scope);
  // 蔬菜|播种面积48.5万亩；总产量136万吨: what a measure is of does not act in the next clause; a body, place or name does
  const previous = drafts.findLast(
    (p) =>
      p.reading.at < reading.at &&
      p.meaning.subject !== null &&
      ownsMore(t, p, lexicon) &&
      !(acts && p.isOfThing) &&
      !isOutside(scope, Math.max(p.ownerAt, 0)),
  );
  const leadIsNearer =
    lead && (!previous || previous.reading.at < lead.span.from || (lead.strong && isEmpty(previous.reading.subject)));
  meaning.subject = leadIsNearer
    ? spanText(t, lead.span)
    : (previous?.meaning.subject ?? (isQuoted(t, reading.at) ? paragraphTopic(context) : topicBefore(context, acts)));
  d.isOfThing = leadIsNearer
    ? !lead.strong
    : meaning.subject === previous?.meaning.subject && (previous?.isOfThing ?? false);
  d.ownerAt = leadIsNearer ? lead.span.from : (previous?.ownerAt ?? -1);
  const own = leadIsNearer && lead.clause >= reading.from;
  if (!own && meaning.subject && opensMeasure(reading))
    meaning.subject = ownerOfKind(t, meaning.subject, drafts, leads, context);
  if (meaning.subject && !own && !meaning.inferred.includes('subject')) meaning.inferred.push('subject');
}

/**
 * What of a sentence an owner may stand in that a clause does not name. What is told of a part (其中内地居民7760万人次) or behind a ； is that
 * part's: the next part goes on from what stands before them all (；外国人1642万人次).
 */
function scopeOf(t: Tokens, r: Reading): Scope {
  if (!has(t.kinds, Kind.punctuation)) return EVERYWHERE;
  let behind = 0; // the ； nearest before the figure
  let first = 0; // the first of the sentence
  let part = -1;
  for (let i = r.from - 1; i >= 0; i--)
    if (isOneOf(t, i, SEMICOLON)) {
      if (behind === 0) behind = i;
      first = i;
    } else if (part < 0 && isOneOf(t, i, AMONG)) part = i;
  const isPart = part >= 0 && part >= behind && isEmpty(r.measure) && (!isEmpty(r.noun) || r.at === r.from);
  if (isPart) return { from: part, to: r.from };
  return behind > 0 ? { from: part >= 0 ? Math.min(part, first) : first, to: behind } : EVERYWHERE;
}

const EVERYWHERE: Scope = { from: 0, to: 0 };
const SEMICOLON = marksOf('；');
const AMONG = words('其中');

/** A measure of its own, or an act: not what goes on from the figure before (增长8%, 其中…). */
const opensMeasure = (r: Reading): boolean => !isEmpty(r.measure) || (r.share < 0 && (r.verb >= 0 || !isEmpty(r.noun)));

/** 全省农村幼儿园覆盖率91%，|婴儿死亡率降到2.6‰: a kind is not whom the next measure is about, its place is. */
function ownerOfKind(
  t: Tokens,
  subject: string,
  drafts: readonly Draft[],
  leads: readonly Lead[],
  context: Context,
): string {
  const told = drafts.find((p) => !isEmpty(p.reading.subject) && spanText(t, p.reading.subject) === subject);
  const span = told?.reading.subject ?? leads.find((l) => spanText(t, l.span) === subject)?.span;
  if (!span || !isGeneric(t, span)) return subject;
  if (has(t.kind[span.from]!, Class.deictic)) return word(t, span.from);
  for (let i = span.from - 1; i >= 0; i--) if (pointsAtOwn(t, i)) return word(t, i); // 全省|老年人口…，养老机构…，参保率…
  return topicBefore(context, false) ?? subject;
}

/** Whether the subject of a figure goes on to the next clauses: carried itself, or a body, place or name. */
function ownsMore(t: Tokens, d: Draft, lexicon: Lexicon): boolean {
  const s = d.reading.subject;
  if (isEmbedded(t, d.reading)) return false; // 建了日供水800吨的水厂，|更换水表2600块
  if (isEmpty(s) || d.meaning.subject !== spanText(t, s)) return true;
  if (s.to - s.from === 1 && isOneOf(t, s.from, THINGS)) return false; // 线路|总长度612公里，日均客运量21万人次
  return (
    has(t.kind[s.from]!, Class.deictic) ||
    entityLength(t, s.to - 1, lexicon, Entity.place | Entity.body | Entity.project | Entity.person) > 0 ||
    isProper(t, s)
  );
}
