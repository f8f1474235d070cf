import { Class, Entity } from '../rules/format.ts';
import { words } from './asked.ts';
import type { Context } from './context.ts';
import { isHeading } from './frame.ts';
import { type Lead, leadsOf, namesOwner } from './leads.ts';
import type { Lexicon } from './lexicon.ts';
import { isCommonPlace, isKind } from './names.ts';
import { entityLength } from './nominal.ts';
import { LIST_COMMA } from './particles.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { has, isOneOf, type Span, spanText, word } from './view.ts';

/** Who speaks is named elsewhere: 我们 says nothing of whose a figure is. */
const SPEAKERS = ['我们', '我們', '我', '咱们', '咱們', '咱', '我方', '大家'];
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
  return paragraphTopic(context) ?? speakerOf(context) ?? context.articleDeictic;
}

/** 【同期】村民 周大明：…: who speaks in an interview of a transcript, null elsewhere; what no other has is theirs, not the nation's. */
export function speakerOf(context: Context): string | null {
  const { page, text, paragraph } = context;
  const start = page.sentences[context.sentence]!.paragraph === paragraph ? page.paragraphs[paragraph]!.start : -1;
  if (start < 0 || text[start] !== '【') return null;
  const m = SPEAKER.exec(text.slice(start, start + 48));
  return m && page.source.text.slice(start + m[1]!.length, start + m[1]!.length + m[2]!.length);
}

const SPEAKER = /^(【(?:同期|采访|受访)[^】]{0,4}】\s*(?:[^：。，\s]{1,12}\s+)*)([^：。，\s]{2,12})：/;

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
    (l) => l.strong && !isSpeaker(spanText(t, l.span)) && !isKind(t, l.span),
  );
  return lead ? spanText(t, lead.span) : null;
}

/** （二）民生福祉不断增进。: the name of a section tells what it is on, and nobody's figures. */
const isNumbered = (t: Tokens): boolean =>
  t.count > 2 &&
  (t.text[t.start[0]!] === '（' || (isOneOf(t, 1, LIST_COMMA) && NUMERALS.includes(t.text[t.start[0]!]!)));

const NUMERALS = '一二三四五六七八九十';

/** 我们 |共投入…: a phrase that says no more than that the speakers are meant. */
export const isSpeaker = (phrase: string): boolean => phrase.length <= 2 && SPEAKERS.includes(phrase);

/** Notes whom a sentence was about, for those after it. */
export function noteTopic(t: Tokens, leads: readonly Lead[], context: Context): void {
  const { lexicon } = context.rules;
  // a headline names its article's place or body, and its other words are no topic; 行政村, 山区 hold for their sentence only
  const lead = leads.find(
    (l) =>
      l.strong &&
      !isSpeaker(spanText(t, l.span)) &&
      !isCommonPlace(t, l.span) &&
      !isKind(t, l.span) &&
      (!isHeading(context) || namesOwner(t, l, lexicon)),
  );
  if (lead) {
    context.topic = spanText(t, lead.span);
    context.topicIsWork = isWork(t, lead.span, lexicon);
  }
  const own = leads.find((l) => pointsAtOwn(t, l.span.from));
  if (!own) return;
  // 全市 is whose the article is; 全国 only until it says 全市
  if (context.articleDeictic === null || (context.articleIsWide && !isOneOf(t, own.span.from, POINTS_WIDE))) {
    context.articleDeictic = word(t, own.span.from);
    context.articleIsWide = isOneOf(t, own.span.from, POINTS_WIDE);
  }
}

/** A bridge, a project, a stretch of a railway: built, and builds nothing. */
function isWork(t: Tokens, s: Span, lexicon: Lexicon): boolean {
  if (entityLength(t, s.to - 1, lexicon, Entity.place | Entity.body) > 0) return false;
  for (let i = s.from; i < s.to; i++) if (entityLength(t, i, lexicon, Entity.project) > 0) return true;
  return false;
}

/** What places and governments do. */
const GOVERNS = words(
  '新建',
  '改建',
  '扩建',
  '新改建',
  '改扩建',
  '建成',
  '引进',
  '招引',
  '培育',
  '发放',
  '新开工',
  '改造',
  '创建',
  '打造',
);

/** Whether the predicate of a figure is an act of a place. */
export const isGoverning = (t: Tokens, verb: number): boolean => isOneOf(t, verb, GOVERNS);

/** 我市, 全省, 本公司: the place or body that the article is about. */
export const pointsAtOwn = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.deictic) &&
  !isSpeaker(word(t, i)) &&
  !isOneOf(t, i, POINTS_ELSEWHERE) &&
  t.text.charCodeAt(t.start[i]!) !== THAT;
