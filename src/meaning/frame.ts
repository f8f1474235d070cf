import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { type Context, isNow, type Period } from './context.ts';
import { Reach, type SentenceTime } from './times.ts';
import type { Tokens } from './tokens.ts';
import { isOneOf } from './view.ts';
import { isFuture, isPast } from './when.ts';

/** A title, or a short line that is no sentence. */
export function isHeading(context: Context): boolean {
  const { page, sentence } = context;
  const { start, end, paragraph } = page.sentences[sentence]!;
  const { role } = page.paragraphs[paragraph]!;
  return role !== 'body' && role !== 'caption'
    ? true
    : end - start <= LONGEST && !/[。！？；，]$/.test(page.source.text.slice(start, end).trim());
}

const MARKET = words(...phraseWords().marketDay);
const LONGEST = 36;
/** 一、…, （二）…: a heading inside an article; only the first kind ends the section before it. */
const NUMBERED = /^\s*(?:([一二三四五六七八九十]{1,3}、)|[（(][一二三四五六七八九十]{1,3}[）)])/;
const BEGINS_WITH_YEAR = /^\s*(?:\d{4}年|今年|明年|下一步|今后)/;
const TO_COME = /今年|明年|今后|下一/;
const GOAL_BEFORE = /(?:力争|争取|确保|将|拟|有望|预计|到|至|自|从)[^，。：]{0,6}$/;
const NO_FRAME_BEHIND = /^(?:前|底前|年底前|起|以来|后|成立|建成)/;

/**
 * Notes what a heading says of all below it: its year (2018年工作回顾, 2009年统计公报), and whether a plan stands there (2019年工作安排).
 * A headline that is a sentence names the time of its article only.
 */
export function noteHeading(context: Context, from: number, to: number): void {
  const { page, sentence, text } = context;
  const { start, end } = page.sentences[sentence]!;
  if (end - start > 2 * LONGEST || !isHeading(context)) return;
  const line = text.slice(start, end).trim();
  const numbered = NUMBERED.exec(line);
  const isSection = numbered !== null || BEGINS_WITH_YEAR.test(line);
  const { isPlanTitle, isReviewTitle, isReportTitle } = phraseWords();
  const isWork = line.endsWith('工作') || line.endsWith('工作重点'); // 三、2017年重点工作
  const period = isFigureTitle(line) ? null : (periodOfHeading(context, from, to) ?? pastYears(line, context));
  if (isSection || numbered) {
    const isPlan =
      (isPlanTitle(line, 0, line.length) || (isWork && (period !== null || TO_COME.test(line)))) &&
      !isReviewTitle(line, 0, line.length) &&
      !(period?.edtf && context.date && isPast(period.edtf, context.date));
    if (isPlan) context.isPlan = true;
    else if (numbered?.[1] || (period && isSection)) context.isPlan = false;
  }
  if (!period) return;
  if (isSection || isReportTitle(line, 0, line.length)) context.headingPeriod = period;
  else if (context.date && period.edtf && !isFuture(period.edtf, context.date)) context.articlePeriod ??= period;
}

/** 图1 2014-2018年生产总值, 表2 2014-2018年…: the title of a picture, or the years of a table, are none of what stands below. */
const isFigureTitle = (line: string): boolean => /^(?:[图圖]\s*\d|表\s*\d.*\d{4}年?[-—–至]\d{4}年)/.test(line);

/** 一、过去五年工作回顾: the years before the document's. */
function pastYears(line: string, { date }: Context): Period | null {
  const m = /(?:过去|近|前|五)([三五])年(?:来)?(?:的)?(?:工作|回顾|主要|来|发展|经济)/.exec(line);
  const n = m ? '三五'.indexOf(m[1]!) * 2 + 3 : 0;
  if (!m || !date) return null;
  const last = Number(date.slice(0, 4)) - 1;
  return { text: m[0], edtf: `${last - n + 1}/${last}` };
}

/** The first time with a year of its own in a heading; a goal (力争2019年下闸) is none. */
function periodOfHeading(context: Context, from: number, to: number): Period | null {
  const { start, end } = context.page.sentences[context.sentence]!;
  for (let i = from; i < to; i++) {
    const q = context.quantities[i]!;
    if (!q.time?.edtf || q.time.inferred || !HELD.includes(q.time.granularity)) continue;
    if (/\d{4}-\d\d-\d\d/.test(q.time.edtf) || !/^\d{4}/.test(q.time.edtf)) continue;
    if (GOAL_BEFORE.test(context.text.slice(start, q.start))) continue;
    if (NO_FRAME_BEHIND.test(context.text.slice(q.end, end))) continue;
    return { text: q.text, edtf: q.time.edtf };
  }
  return null;
}

const HELD = ['year', 'half', 'quarter', 'month', 'span'];

/** Notes what a sentence's times leave for those after it in its paragraph, and the first of an article for all of it. */
export function noteTimes(t: Tokens, times: readonly SentenceTime[], context: Context): void {
  if (times.length === 0) return;
  const { paragraph } = context;
  if (context.leadParagraph < 0 && context.page.paragraphs[paragraph]!.role === 'body')
    context.leadParagraph = paragraph;
  const isMarket = isOfMarket(t);
  for (const time of times) {
    const { period } = time;
    if (context.quoteEnd < 0) noteQuote(time, context);
    if (!period) {
      // 目前 goes on with a time that has not ended; 近年来, 过去 are times of their own
      if (!time.isNow || (context.period && !isNow(context.period, context.date))) context.period = null;
      continue;
    }
    if (time.isDue) continue; // 年底前: nothing else is told of it
    if (time.reach === Reach.figure) continue; // 上年为1.56元: what is compared with is not the time last told
    context.lastTime = period;
    if (time.isDay) context.lastDay = period;
    if (time.isFrame && time.reach === Reach.sentence) {
      context.period = period;
      noteArticle(time, period, isMarket, context);
    } else if (!context.period || !holds(context.period, period)) context.period = null;
  }
}

/** A time in a quotation (“去年…。”) holds to its end. */
function noteQuote({ start }: SentenceTime, context: Context): void {
  const { text, page, paragraph } = context;
  const bounds = page.paragraphs[paragraph]!;
  const open = text.lastIndexOf('“', start);
  if (open < bounds.start) return;
  let close = text.indexOf('”', open);
  if (close < 0 || close > bounds.end) close = bounds.end;
  if (close < start || close - open < SHORTEST_QUOTE) return; // “十四五”
  context.quoteEnd = close;
  context.outerPeriod = context.period;
}
const SHORTEST_QUOTE = 10;

/** The first time of a headline or of the first paragraph is that of the article; not one that somebody said, or one to come. */
function noteArticle(time: SentenceTime, period: Period, isMarket: boolean, context: Context): void {
  if (
    (context.articlePeriod && !isWithin(period, context.articlePeriod)) ||
    !period.edtf ||
    (time.isDay && !isMarket) ||
    time.isCutoff
  )
    return;
  if (context.date && (isFuture(period.edtf, context.date) || isHistory(period.edtf, context.date))) return;
  const { page, paragraph } = context;
  const { role, start } = page.paragraphs[paragraph]!;
  if (role === 'body' && !time.isSetOff) return; // …，去年9月搬进了新房
  if (role === 'body' && context.leadParagraph !== paragraph) return;
  const before = context.text.slice(start, time.start);
  if (before.lastIndexOf('“') <= before.lastIndexOf('”')) context.articlePeriod = period;
}

/** 清明假期…⏎…4月4日至6日，…: the days within the month of the headline. */
const isWithin = (days: Period, month: Period): boolean =>
  month.edtf?.length === 7 && days.edtf !== null && days.edtf.includes('/') && days.edtf.startsWith(month.edtf);

/** 收盘, 早盘: a market is told of by days, and a day's report is of that day throughout. */
function isOfMarket(t: Tokens): boolean {
  for (let i = 0; i < t.count; i++) if (isOneOf(t, i, MARKET)) return true;
  return false;
}

/** A text is about its own year or the one before; what it tells of earlier ones is history. */
const isHistory = (edtf: string, date: string): boolean => Number(edtf.slice(0, 4)) < Number(date.slice(0, 4)) - 1;

/** A year goes on where a day or month of it is told. */
const holds = (frame: Period, period: Period): boolean =>
  frame.edtf !== null && period.edtf !== null && frame.edtf.length === 4 && period.edtf.startsWith(frame.edtf);
