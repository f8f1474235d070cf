import type { Page } from '../layout/types.ts';
import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Context } from './context.ts';
import { isHeading } from './frame.ts';
import { Kind } from './kind.ts';
import { type Lead, leadsOf, namesOwner } from './leads.ts';
import type { Lexicon } from './lexicon.ts';
import { isGeneric, isKind } from './names.ts';
import { entityLength } from './nominal.ts';
import { LIST_COMMA } from './particles.ts';
import { isSpeaker, speechOf } from './speakers.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { has, isCharacter, isOneOf, type Span, spanText, word } from './view.ts';

/** Words that point back into the text, or at more than the article's own place. */
const POINTS_ELSEWHERE = words(
  '省里',
  '市里',
  '县里',
  '区里',
  '镇里',
  '乡里',
  '村里',
  '双方',
  '他',
  '她',
  '他们',
  '她们',
  '它',
  '它们',
  '他家',
  '她家',
  '我家',
  '两市',
  '两地',
  '两岸',
  '沪深两市',
);
const POINTS_WIDE = words('我国', '全国', '全球', '全世界');
const THAT = '该'.charCodeAt(0);

/** Whom the sentences before this one in its paragraph are about, nearest first; then whom the article is about. */
export function topicBefore(context: Context, governs: boolean): string | null {
  // 大桥合龙。|新建农村公路310公里: who builds in a sentence of its own is the place, not the bridge that was spoken of
  if (governs && context.topicIsWork && context.articleDeictic) return context.articleDeictic;
  const speech = speechOf(context);
  return paragraphTopic(context) ?? (speech ? speech.owner : ownPlace(context));
}

/** 我市, 全省: whose the article is; where no sentence with figures has told it yet, one without does (全县上下同心同德), or one further on. */
function ownPlace(context: Context): string | null {
  if (context.articleDeictic || isHeading(context)) return context.articleDeictic;
  if (context.soughtIn !== context.article) {
    context.soughtIn = context.article;
    context.ahead = seekOwnPlace(context);
  }
  return context.ahead;
}

/** The first 我市, 全省 that opens a clause of the article; 全国 is none, for it may stand there by the way. */
function seekOwnPlace(context: Context): string | null {
  const { page, rules, text, article } = context;
  let s = context.sentence;
  while (s > 0 && articleOf(page, s - 1) === article) s--;
  for (const last = s + SOUGHT; s < last && s < page.sentences.length && articleOf(page, s) === article; s++) {
    const { start, end } = page.sentences[s]!;
    if (!pointsSomewhere(text, start, end)) continue;
    const t = tokenize(page.source.text, text, start, end, [], 0, 0, rules.lexicon);
    const own = leadsOf(t, [], rules.lexicon).find(
      (l) => pointsAtOwn(t, l.span.from) && !isOneOf(t, l.span.from, POINTS_WIDE),
    );
    if (own) return word(t, own.span.from);
  }
  return null;
}

const SOUGHT = 80;
const articleOf = (page: Page, s: number): number => page.paragraphs[page.sentences[s]!.paragraph]!.article;

/** Whether 全市, 我省 may stand in a text: a cheap look before it is cut into words. */
function pointsSomewhere(text: string, start: number, end: number): boolean {
  for (let i = start; i + 1 < end; i++)
    if (isCharacter('全我本', text.charCodeAt(i)) && isCharacter('市省县区州镇乡村盟旗', text.charCodeAt(i + 1)))
      return true;
  return false;
}

/** Whom the paragraph is about so far, null where it has named nobody. */
export function paragraphTopic(context: Context): string | null {
  if (context.topic) return context.topic;
  const { page } = context;
  for (let s = context.sentence - 1; s > context.lastRead && s >= context.sentence - 3; s--) {
    if (page.sentences[s]!.paragraph !== context.paragraph) break;
    const found = topicOf(context, s);
    if (found) return found;
  }
  return null;
}

/** Whom a sentence without figures is about, null where it names nobody. */
export function topicOf(context: Context, sentence: number): string | null {
  const { page, rules, text } = context;
  const { start, end } = page.sentences[sentence]!;
  const t = tokenize(page.source.text, text, start, end, [], 0, 0, rules.lexicon);
  if (isNumbered(t)) return null;
  const lead = leadsOf(t, [], rules.lexicon).find(
    (l) => l.strong && (!isSpeaker(spanText(t, l.span)) || speechOf(context) !== null) && !isKind(t, l.span),
  );
  return lead ? spanText(t, lead.span) : null;
}

/** （二）民生福祉不断增进。: the name of a section tells what it is on, and nobody's figures. */
const isNumbered = (t: Tokens): boolean =>
  t.count > 2 &&
  (t.text[t.start[0]!] === '（' || (isOneOf(t, 1, LIST_COMMA) && NUMERALS.includes(t.text[t.start[0]!]!)));

const NUMERALS = '一二三四五六七八九十';

/** Notes whom a sentence was about, for those after it. */
export function noteTopic(t: Tokens, leads: readonly Lead[], context: Context): void {
  const { lexicon } = context.rules;
  // a headline names its article's place or body, and its other words are no topic; 行政村, 山区 hold for their sentence only
  const names = (l: Lead) =>
    l.strong &&
    (!isSpeaker(spanText(t, l.span)) || speechOf(context) !== null) &&
    !isGeneric(t, l.span) &&
    (!isHeading(context) || namesOwner(t, l, lexicon));
  const lead = leads.find((l) => names(l) && !l.isPlace) ?? leads.find(names);
  if (lead) {
    context.topic = spanText(t, lead.span);
    context.topicIsWork = isWork(t, lead.span, lexicon);
  }
  const own = leads.find((l) => pointsAtOwn(t, l.span.from))?.span.from ?? opensWithOwn(t);
  if (own < 0) return;
  if (!lead && context.topic === null && !isHeading(context)) context.topic = word(t, own);
  // 全市 is whose the article is; 全国 only until it says 全市
  if (context.articleDeictic === null || (context.articleIsWide && !isOneOf(t, own, POINTS_WIDE))) {
    context.articleDeictic = word(t, own);
    context.articleIsWide = isOneOf(t, own, POINTS_WIDE);
  }
}

/** 截至5月底，|全市合作社达6218家: who has what is counted points as a lead does. -1 for none. */
function opensWithOwn(t: Tokens): number {
  if (!has(t.kinds, Class.deictic)) return -1;
  for (let i = 0; i < t.count; i++)
    if (
      pointsAtOwn(t, i) &&
      (i === 0 || has(t.kind[i - 1]!, Kind.punctuation | Kind.time | Class.adverb | Class.report))
    )
      return i;
  return -1;
}

/** A bridge, a project, a stretch of a railway: built, and builds nothing. */
function isWork(t: Tokens, s: Span, lexicon: Lexicon): boolean {
  if (entityLength(t, s.to - 1, lexicon, Entity.place | Entity.body) > 0) return false;
  for (let i = s.from; i < s.to; i++) if (entityLength(t, i, lexicon, Entity.project) > 0) return true;
  return false;
}

const ACTS = words(...phraseWords().acts);

/** Whether the predicate of a figure is an act of a place. */
export const isGoverning = (t: Tokens, verb: number): boolean => isOneOf(t, verb, ACTS);

/** 我市, 全省, 本公司: the place or body that the article is about. */
export const pointsAtOwn = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.deictic) &&
  !isSpeaker(word(t, i)) &&
  !isOneOf(t, i, POINTS_ELSEWHERE) &&
  t.text.charCodeAt(t.start[i]!) !== THAT;
