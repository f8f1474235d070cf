import type { Page } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import type { Cell } from './bracket-units.ts';
import type { Draft } from './draft.ts';
import type { Meaning, MeaningRules, Trace } from './meaning.ts';
import { isFuture, isPast } from './when.ts';

/** A period as a record holds it. */
export type Period = NonNullable<Meaning['period']>;

/** What a page has told so far, while its sentences are read in order. */
export interface Context {
  readonly page: Page;
  /** The page's text in Simplified characters. */
  readonly text: string;
  /** The document's date, null where it is not known. */
  readonly date: string | null;
  readonly rules: MeaningRules;
  readonly quantities: readonly Quantity[];
  /** Numbers whose unit stands in brackets before them, with what else stands there. */
  readonly cells: ReadonlyMap<Quantity, Cell>;
  readonly trace: ((seen: Trace) => void) | undefined;
  /** Indexes into the page of what is being read. */
  sentence: number;
  paragraph: number;
  article: number;
  /** Whom the paragraph is about so far. */
  topic: string | null;
  /** The topic is a project or building. */
  topicIsWork: boolean;
  /** The first 我市, 全省 … of the article: better than any name where a figure tells no owner. */
  articleDeictic: string | null;
  /** The first 我市, 全省 that stands anywhere in the article, looked for once: the article that it was looked for in, and what was found. */
  soughtIn: number;
  ahead: string | null;
  /** It points at the whole country or more: what points nearer is better. */
  articleIsWide: boolean;
  /** The last level that the paragraph has told in a sentence before: 其中台北市1745栋 goes on from it. */
  told: Meaning | null;
  /** The figures of the sentence before in this paragraph: 其中，农村上涨0.4% goes on from them. */
  before: readonly Draft[];
  /** The last sentence that was read whole. */
  lastRead: number;
  /** What the paragraph is told of (2011年，全市…), and what the article is. */
  period: Period | null;
  articlePeriod: Period | null;
  /** The year that the last heading named: 全年 in a bulletin is the bulletin's year, not that of its date. */
  headingPeriod: Period | null;
  /** A heading says that what stands below is to be done: 2019年工作安排. */
  isPlan: boolean;
  /** Where the quotation ends whose times the paragraph has taken up, -1 for none, and what the paragraph was told of before it. */
  quoteEnd: number;
  outerPeriod: Period | null;
  /** When the last change of the paragraph started and ended: 由2012年的…增加到2017年的…; those that follow are of the same years. */
  pair: { from: Period; to: Period | null } | null;
  /** 附注：…: what is said of the figures holds for no time. */
  isNote: boolean;
  noteGoesOn: boolean;
  /** The last time of the article, for 当年 and 当日. */
  lastTime: Period | null;
  lastDay: Period | null;
  /** The first paragraph of the article that tells a time, -1 for none yet. */
  leadParagraph: number;
}

export function newContext(
  fixed: Pick<Context, 'page' | 'text' | 'date' | 'rules' | 'quantities' | 'trace' | 'cells'>,
): Context {
  const { page, text, date, rules, quantities, trace, cells } = fixed;
  return {
    page,
    text,
    date,
    rules,
    quantities,
    trace,
    cells,
    sentence: -1,
    paragraph: -1,
    article: -2,
    topic: null,
    topicIsWork: false,
    articleDeictic: null,
    articleIsWide: false,
    soughtIn: -2,
    ahead: null,
    told: null,
    before: [],
    lastRead: -1,
    period: null,
    articlePeriod: null,
    headingPeriod: null,
    isPlan: false,
    quoteEnd: -1,
    outerPeriod: null,
    pair: null,
    isNote: false,
    noteGoesOn: false,
    lastTime: null,
    lastDay: null,
    leadParagraph: -1,
  };
}

/** Goes on to a sentence: a new paragraph forgets whom the last one was about, a new article its time. */
export function enterSentence(context: Context, sentence: number): void {
  const { start, paragraph } = context.page.sentences[sentence]!;
  const { article } = context.page.paragraphs[paragraph]!;
  if (article !== context.article) {
    context.article = article;
    context.articlePeriod = null;
    context.headingPeriod = null;
    context.isPlan = false;
    context.isNote = false;
    context.noteGoesOn = false;
    context.lastTime = null;
    context.lastDay = null;
    context.leadParagraph = -1;
    context.articleDeictic = null;
    context.articleIsWide = false;
  }
  if (paragraph !== context.paragraph) {
    context.paragraph = paragraph;
    context.topic = null;
    context.told = null;
    context.before = [];
    context.topicIsWork = false;
    context.period = null;
    context.pair = null;
    context.quoteEnd = -1;
    noteNotes(context, paragraph);
  } else if (context.quoteEnd >= 0 && start >= context.quoteEnd) {
    // “去年用了一星期。”他算了一笔账: another time than now ends with the words of who told it
    if (!isNow(context.period, context.date)) context.period = context.outerPeriod;
    context.quoteEnd = -1;
  }
  context.sentence = sentence;
}

/** Whether a time has begun and not ended by the document's date. */
export const isNow = (period: Period | null, date: string | null): boolean =>
  period !== null &&
  period.edtf !== null &&
  date !== null &&
  !isPast(period.edtf, date) &&
  !isFuture(period.edtf, date);

/** 附注：… speaks for its own paragraph; a line that is nothing but 注： for all below it. */
function noteNotes(context: Context, paragraph: number): void {
  const { text } = context;
  const { start, end } = context.page.paragraphs[paragraph]!;
  const at = text.charCodeAt(start) === ATTACHED ? start + 1 : start;
  if (text.charCodeAt(at) === NOTE && (text[at + 1] === '：' || text[at + 1] === ':')) context.isNote = true;
  else if (!context.noteGoesOn) context.isNote = false;
  context.noteGoesOn = context.isNote && (context.noteGoesOn || end - at <= 3);
}
const ATTACHED = '附'.charCodeAt(0);
const NOTE = '注'.charCodeAt(0);
