import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf, words } from './asked.ts';
import type { Context, Period } from './context.ts';
import { Kind } from './kind.ts';
import { isNominal } from './nominal.ts';
import { CLOSE_BRACKET, COLON, COMMA, DE, FROM_BASE, LE, OPEN_BRACKET, STOP } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { clauseEnd, clauseStart, has, isCharacter, isOneOf } from './view.ts';
import { isPast } from './when.ts';

const QUOTE_BEFORE_TIME = marksOf('“‘"');
const TITLE_END = marksOf('》');
const TITLE_START = marksOf('《');
const COMPARED_BEHIND = words('相比', '比', '增长', '增加', '的');
const COMPARED_BEFORE = words('比', '较', '与', '和', '同', '相比', '超过', '高于', '低于');
const EQUALS = words('是', '为', '相当于');
const POINT_BEFORE = words('自', '从', '于', '到', '至', '仅', '早在', '直到', '自从', '就', '才', '不到');
const MILESTONES = words(...phraseWords().milestones);
const NOW = words('现有', '现', '现已', '如今');
const ONCE = words(
  '会上',
  '会后',
  '现场',
  '过去',
  '以前',
  '从前',
  '起初',
  '最初',
  '当初',
  '原先',
  '届时',
  '今后',
  '未来',
  '曾',
  '曾经',
);
const REPORTERS = words('记者', '笔者', '本报记者');
const PUBLISHES = words('公布', '发布', '通报', '披露', '宣布', '报道');
const TELLS = words(...phraseWords().telling);
const CUTOFF = words('截至', '截止', '到', '至');
const WHEN = words('时', '之初', '之时', '后', '之后', '初', '初期', '以来', '以后');
/** Told by the time before: the month before it, the year behind it. */
const NEXT_TO_LAST = words('上月', '第二年', '次年', '翌年');
const AFTERWARDS = words('后', '之后', '以后');
const COMPLETES = words('达产', '投产', '建成', '完工', '竣工', '投用', '达效', '满产');
const ANAPHOR = /^(?:[当同该][年月日天]|[这那]一?年|报告期)/;

/** How far a time holds for the figures behind it in its sentence. */
export const Reach = {
  /** Up to the first figure behind it: 由上年全年的3.8%. */
  figure: 0,
  /** For its own clause: 6月18日开工 says when one thing happened. */
  clause: 1,
  sentence: 2,
} as const;

/** A time of a sentence and what it holds for. */
export interface SentenceTime {
  at: number;
  /** Where it begins in the text. */
  start: number;
  /** Its clause. */
  from: number;
  to: number;
  /** null for a time that nothing can be worked out for (目前, 近年来, 过去): it holds instead of those before it. */
  period: Period | null;
  reach: (typeof Reach)[keyof typeof Reach];
  /** It opens its clause and names a month or more: what follows is told of it (2011年，…). */
  isFrame: boolean;
  /** It begins its sentence, or a comma follows it. */
  isSetOff: boolean;
  isDay: boolean;
  /** 2010年以来. */
  isSince: boolean;
  /** 截至6月末: what has come about by then. */
  isCutoff: boolean;
  /** 年底前, 10月底: by then something is to be, and the document is older. */
  isDue: boolean;
  /** 目前, 现有: a time before it holds on where it has not ended by now (今年计划126个，目前已开工98个). */
  isNow: boolean;
}

/** The times of a sentence that hold for figures, in order. */
export function timesOf(t: Tokens, context: Context): SentenceTime[] {
  const times: SentenceTime[] = [];
  for (let i = 0; i < t.count; i++) {
    const k = t.kind[i]!;
    if (has(k, Kind.time)) {
      const time = timeAt(t, i, times, context);
      if (time) times.push(time);
    } else if (isOneOf(t, i, NOW)) times.push(unknown(t, i, true));
    else if (
      has(k, Kind.figure) ? isAgo(t, i, context) : isWhenDone(t, i) || (isOneOf(t, i, ONCE) && !isPastYear(t, i))
    )
      times.push(unknown(t, i, false));
  }
  return times;
}

/** 过去|一年 is the year that the text is about. */
const isPastYear = (t: Tokens, i: number): boolean => t.text.startsWith('一年', t.end[i]!);

/** 达产后, 建成后, 达产|之后: a time to come that nobody has told. */
const isWhenDone = (t: Tokens, i: number): boolean =>
  (has(t.kind[i]!, Class.planned) && t.text.charCodeAt(t.end[i]! - 1) === AFTER) ||
  (isOneOf(t, i, AFTERWARDS) && isOneOf(t, i - 1, COMPLETES));
const AFTER = '后'.charCodeAt(0);

/** 十年|前, 近5年|来: a length of time that ends, or ended, some time. */
function isAgo(t: Tokens, i: number, context: Context): boolean {
  if (context.quantities[t.value[i]!]!.dimension !== 'duration') return false;
  const next = t.text[t.end[i]!];
  return next === '前' || next === '来';
}

const unknown = (t: Tokens, i: number, isNow: boolean): SentenceTime => ({
  at: i,
  start: t.start[i]!,
  from: i,
  to: i + 1,
  period: null,
  reach: isOneOf(t, i - 1, FROM_BASE) ? Reach.figure : Reach.sentence, // 由|目前的128公里|延伸至360公里
  isFrame: false,
  isSetOff: false,
  isDay: false,
  isSince: false,
  isCutoff: false,
  isDue: false,
  isNow,
});

function timeAt(t: Tokens, i: number, earlier: readonly SentenceTime[], context: Context): SentenceTime | null {
  const q = context.quantities[t.value[i]!]!;
  if (q.dimension !== 'date' && q.dimension !== 'time') return null;
  const { rule } = q;
  const granularity = q.time?.granularity;
  if (granularity === 'clock') return null;
  if (granularity === 'month' && DELIVERED.test(t.text.slice(t.end[i], t.end[i]! + 2))) return null;
  const isDay = granularity === 'day';
  if ((isDay && isTelling(t, i)) || isInYield(t, i) || isComparedTime(t, i) || isInName(t, i)) return null;
  if (rule === 'time/now') return isInVerb(t, i, q) ? null : unknown(t, i, true);
  const isSame = rule === 'time/same' || (q.text === '上年' && context.date !== null) || isOneOf(t, i, NEXT_TO_LAST);
  const period =
    isSame || (!q.figure && ANAPHOR.test(q.text)) ? sameAs(q, earlier, context) : periodAt(t, i, q, context);
  if (!period) return rule === 'time/vague' && LASTING.test(q.text) ? unknown(t, i, false) : null;
  if (i > 0 && t.end[i - 1] === t.start[i] && !q.figure && earlier.at(-1)?.at === i - 1)
    giveYear(period, earlier.at(-1)!);
  if (rule === 'time/holiday') toldHoliday(period, earlier, context);
  const from = clauseStart(t, i);
  const to = clauseEnd(t, isOneOf(t, i + 1, COMMA) ? i + 1 : i);
  const former = isSame || isFormerTime(t, i);
  return {
    at: i,
    start: t.start[i]!,
    from,
    to,
    period,
    reach: former ? Reach.figure : isPoint(t, i, to) ? Reach.clause : Reach.sentence,
    isFrame: !former && opensClause(t, i, from) && (rule === 'time/since' || !isSince(t, i)),
    isSetOff: i === 0 || isOneOf(t, i + 1, COMMA) || has(t.kind[i - 1]!, Class.report),
    isDay,
    isSince: isSince(t, i),
    isCutoff: isOneOf(t, i - 1, CUTOFF),
    isDue: isDue(t, i, period, context),
    isNow: false,
  };
}

/** 年底前, 9月底前, 12月底: the end of a time that has not ended by the document's date. */
function isDue(t: Tokens, i: number, { edtf }: Period, { date }: Context): boolean {
  if (!date || edtf === null || edtf.includes('/') || isPast(edtf, date)) return false;
  if (t.text.charCodeAt(t.end[i]!) === BEFORE && !isCharacter('三两四十', t.text.charCodeAt(t.end[i]! + 1)))
    return true;
  const last = t.text.charCodeAt(t.end[i]! - 1);
  // a paper of December tells what the year has come to
  return isCharacter('底末', last) && (edtf.length > 4 ? date.slice(8) < '25' : date.slice(5, 7) < '12');
}
const BEFORE = '前'.charCodeAt(0);

/** 4月4日至6日，…清明假期: the days of a holiday, where they have been told. */
function toldHoliday(period: Period, earlier: readonly SentenceTime[], context: Context): void {
  const told = (earlier.findLast((e) => e.period !== null)?.period ?? context.lastTime)?.edtf;
  if (told?.includes('/') && period.edtf !== null && told.startsWith(period.edtf)) period.edtf = told;
}

/** 去年|国庆假期: of the year that stands before it. */
function giveYear(period: Period, before: SentenceTime): void {
  const year = before.period?.edtf;
  if (year?.length === 4 && period.edtf !== null) period.edtf = period.edtf.replace(/^\d{4}/, year);
}

/** 12月|期金, 5月|合约: the month in which it is delivered is part of its name. */
const DELIVERED = /^(交[货割收]|到期|期[油铜金银铝锌镍铅锡糖棉]|期货|合约|交割)/;
/** 华|明年|产|50万吨: the end of a name and 年产. */
const isInYield = (t: Tokens, i: number): boolean =>
  i > 0 &&
  t.text.charCodeAt(t.end[i]!) === YIELD &&
  has(t.kind[i + 2] ?? 0, Kind.figure) &&
  t.end[i + 1] === t.end[i]! + 1 &&
  t.end[i - 1] === t.start[i] &&
  has(t.kind[i - 1]!, Kind.unknown | Kind.name);
const YIELD = '产'.charCodeAt(0);

/** 出|现在|某镇: the end of a verb and 在. */
const isInVerb = (t: Tokens, i: number, q: Quantity): boolean =>
  q.text === '现在' && isCharacter('出体表呈发展显实再浮', t.text.charCodeAt(t.start[i]! - 1));

/** 2005年|以来. */
const isSince = (t: Tokens, i: number): boolean => t.text.charCodeAt(t.end[i]! - 1) === SINCE;
const SINCE = '来'.charCodeAt(0);

/** 近年来, 历年, 往年; not 同期, which points at a time told before. */
const LASTING = /年/;

function periodAt(t: Tokens, i: number, q: Quantity, context: Context): Period | null {
  const edtf = usable(q) ? yearTold(q, context) : null;
  if (!edtf) return null;
  // “十四五”|末: the end of a span
  if (edtf.includes('/') && isCharacter('末底', t.text.charCodeAt(t.end[i]! - 1)))
    return { text: q.text, edtf: edtf.slice(edtf.indexOf('/') + 1) };
  if (edtf.length === 4) {
    const part = reportedPart(t, t.end[i]!);
    if (part) return { text: q.text, edtf: edtf + part };
  }
  // 2005年|以来: to the document's date
  if (edtf.length === 4 && isSince(t, i) && context.date && context.date.slice(0, 4) > edtf)
    return { text: q.text, edtf: `${edtf}/${context.date.slice(0, 4)}` };
  return { text: q.text, edtf };
}

/** 2016年|半年报, 2016年|一季报: what a report of that year is of. */
function reportedPart(t: Tokens, at: number): string | null {
  const c = t.text[at];
  if (c === '半') return t.text.startsWith('半年报', at) || t.text.startsWith('半年度报', at) ? '-40' : null;
  if (c === '中') return t.text.startsWith('中报', at) || t.text.startsWith('中期报', at) ? '-40' : null;
  if (c === '一') return t.text.startsWith('一季报', at) ? '-33' : null;
  return null;
}

const usable = (q: Quantity): boolean =>
  q.time !== undefined && q.time.edtf !== null && q.time.edtf !== 'XXXX' && q.dimension === 'date';

const DAY = /^\d{4}-\d\d-\d\d$/;
const PART_OF: Record<string, RegExp> = { 年: /^\d{4}(?!.*\/)/, 月: /^\d{4}-(?:0\d|1[0-2])(?!.*\/)/ };

/** 当年, 当日: the time told last, or a part of it; 上年同期: the year before that. The document's own where none was told. */
function sameAs(q: Quantity, earlier: readonly SentenceTime[], context: Context): Period | null {
  if (q.text === '上年') {
    // 2023年，…，上年为1.56元: the year before the one that is told of
    const year = (earlier.findLast((e) => e.period !== null)?.period ?? context.lastTime)?.edtf?.slice(0, 4);
    const edtf = year && /^\d{4}$/.test(year) ? String(Number(year) - 1) : q.time?.edtf;
    return edtf ? { text: q.text, edtf } : null;
  }
  if (q.text === '上月') return monthBefore(q, earlier, context);
  if (q.text === '第二年' || q.text === '次年' || q.text === '翌年') return yearBehind(q, earlier, context);
  if (q.rule === 'time/same') {
    const last = earlier.findLast((e) => e.period !== null)?.period ?? context.lastTime;
    const back = q.text[0] === '前' && q.text[1] === '年' ? 2 : 1;
    const edtf = last?.edtf?.replace(/\d{4}/g, (y) => String(Number(y) - back)) ?? q.time?.edtf;
    return edtf ? { text: q.text, edtf } : null;
  }
  if (q.text.startsWith('报告期')) {
    const last = earlier.findLast((e) => e.period !== null && !e.isDay)?.period ?? context.lastTime;
    return last && last.edtf!.length < 10 ? { text: q.text, edtf: last.edtf } : null;
  }
  const pattern = PART_OF[q.text.at(-1)!] ?? PART_OF[q.text[1]!] ?? DAY;
  const edtf =
    earlier.findLast((e) => pattern.test(e.period?.edtf ?? ''))?.period?.edtf ??
    (pattern === DAY ? context.lastDay : context.lastTime)?.edtf;
  const told = pattern.exec(edtf ?? '')?.[0] ?? (usable(q) ? q.time!.edtf : null);
  return told ? { text: q.text, edtf: told } : null;
}

/** 6月份，…由上月上涨转为下降: the month before the one that is told of, not before the document's. */
function monthBefore(q: Quantity, earlier: readonly SentenceTime[], context: Context): Period | null {
  const told = (earlier.findLast((e) => e.period !== null)?.period ?? context.lastTime)?.edtf;
  const m = told ? MONTH.exec(told) : null;
  if (!m) return q.time?.edtf ? { text: q.text, edtf: q.time.edtf } : null;
  const month = Number(m[2]) - 1;
  return { text: q.text, edtf: month > 0 ? `${m[1]}-${String(month).padStart(2, '0')}` : `${Number(m[1]) - 1}-12` };
}
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** 2003年…，“第二年订单就到了500台”: the year behind the one that is told of; where none is, nobody knows. */
function yearBehind(q: Quantity, earlier: readonly SentenceTime[], context: Context): Period | null {
  const told = (earlier.findLast((e) => e.period !== null)?.period ?? context.lastTime)?.edtf;
  return told && /^\d{4}/.test(told) ? { text: q.text, edtf: String(Number(told.slice(0, 4)) + 1) } : null;
}

/** Times that say what a figure is compared with, not when it holds: 比|上年四季度, 去年|同期, 是|2015年|的1.5倍. */
export function isComparedTime(t: Tokens, i: number): boolean {
  const before = isOneOf(t, i - 1, QUOTE_BEFORE_TIME) ? i - 2 : i - 1;
  if (before < 0) return false;
  if (has(t.kind[before]!, Class.compare) || isOneOf(t, before, COMPARED_BEFORE)) return true;
  if (isOneOf(t, before, EQUALS)) return isOneOf(t, i + 1, DE);
  return isOneOf(t, i + 1, COMPARED_BEHIND) && has(t.kind[before]!, Class.conjunction);
}

/** 由|上年全年|下降3.8%转为增长1.7%: the time behind 由 is that of the first figure only. */
function isFormerTime(t: Tokens, i: number): boolean {
  const isBeginning = t.text.charCodeAt(t.end[i]!) === FROM_THEN; // 从明年1月1日|起
  return isOneOf(t, isOneOf(t, i - 1, QUOTE_BEFORE_TIME) ? i - 2 : i - 1, FROM_BASE) && !isSince(t, i) && !isBeginning;
}

const FROM_THEN = '起'.charCodeAt(0);

/** 《2011年工作报告》: a time in a title is no period. */
function isInName(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 12; k--) {
    if (isOneOf(t, k, TITLE_END)) return false;
    if (isOneOf(t, k, TITLE_START)) return true;
  }
  return false;
}

/** 11月6日，|记者|在现场|看到; 记者昨日从市水利局|获悉: the day of telling is not that of what is told. */
function isTelling(t: Tokens, i: number): boolean {
  let clauses = 0;
  let reporter = isOneOf(t, i - 1, REPORTERS);
  for (let k = i + 1; k < t.count; k++) {
    if (has(t.kind[k]!, Kind.figure)) return false;
    if (isOneOf(t, k, REPORTERS)) reporter = true;
    if (isOneOf(t, k, TELLS)) return clauses === 0 || reporter;
    if (isOneOf(t, k, PUBLISHES) && clauses === 0 && (isOneOf(t, k + 1, COMMA) || isOneOf(t, k + 1, COLON)))
      return true; // 管理局昨日公布，…
    if (isOneOf(t, k, STOP) && !(isOneOf(t, k, COMMA) && (k === i + 1 || isOneOf(t, k - 1, CLOSE_BRACKET)))) {
      if (!isOneOf(t, k, COMMA) || ++clauses > 2) return false;
    }
  }
  return false;
}

/** 6月18日|开工, 成立于|2003年|，: one thing happened then, and what is told behind it is another. */
function isPoint(t: Tokens, i: number, to: number): boolean {
  if ((i + 1 >= t.count || has(t.kind[i + 1]!, Kind.punctuation)) && t.text[t.start[i]! - 1] === '于') return true;
  let point = false;
  for (let k = i + 1; k < to; k++) {
    if (has(t.kind[k]!, Kind.figure) && t.text.charCodeAt(t.start[k]!) !== FIRST) return false; // 首台机组|并网
    if (isOneOf(t, k, MILESTONES)) point = !isOneOf(t, k + 1, WHEN) && !isOneOf(t, k + 1, LE); // 2012年刚|成立|时; 这一年，村里成立了合作社
  }
  return point;
}

const FIRST = '首'.charCodeAt(0);

const WIDE_SPACE = 0x3000;

/** 2011年，…; 全市|去年…; 截至|6月末: nothing but who it is told of stands before it in its clause. */
function opensClause(t: Tokens, i: number, from: number): boolean {
  if (isOneOf(t, i - 1, POINT_BEFORE) || isOneOf(t, i + 1, DE)) return false;
  if (t.text.charCodeAt(t.start[from - 1] ?? -1) === WIDE_SPACE) return false; // 11月房市急冻　全年…: the second half of a headline frames nothing
  if (isOneOf(t, i - 1, CLOSE_BRACKET)) return true; // 本报讯（记者周远）8月1日，…
  let k = i - 1;
  while (k >= from && i - k <= 5 && (isNominal(t, k) || has(t.kind[k]!, Kind.time))) k--;
  return (
    k < from ||
    has(t.kind[k]!, Kind.punctuation | Class.report | Class.conjunction | Class.actual) ||
    isOneOf(t, k, OPEN_BRACKET)
  );
}

/**
 * The time with the year that the text means. 全年, 年末, 上半年 say none: under a heading that names one (2009年统计公报) they are
 * of that year; a paper of the first months that tells of 全年 tells of the year that has ended. 今年以来 is told by months.
 */
export function yearTold(q: Quantity, context: Context): string | null {
  const { edtf, inferred } = q.time!;
  if (edtf && q.rule === 'time/since') return edtf.replace(/(\d{4}-\d\d)-\d\d/g, '$1');
  if (!inferred || !edtf || /[今去明前本上当]年|\d年/.test(q.text)) return edtf;
  const year = context.headingPeriod?.edtf?.slice(0, 4);
  if (year) return YEARLESS.test(q.text) ? edtf.replace(/\d{4}/g, year) : edtf;
  const told = /^(全年|年内|年末)/.test(q.text) ? context.articlePeriod?.edtf : null;
  if (told && /^\d{4}$/.test(told)) return edtf.replace(/\d{4}/g, told); // 2024年，… 年末常住人口: of the year that the article tells of
  const early = /^\d{4}-0[1-4]/.test(context.date ?? '');
  return early && /^(全年|年末)/.test(q.text) && edtf.startsWith(context.date!.slice(0, 4))
    ? edtf.replace(/^\d{4}/, (y) => String(Number(y) - 1))
    : edtf;
}

const YEARLESS = /^(全年|年内|年末|年底|年初|上半年|下半年|[一二三四]季度|前.季度|.*月)/;
