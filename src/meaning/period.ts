import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { type Context, isNow as isInNow, type Period } from './context.ts';
import type { Holding } from './holding.ts';
import { Kind } from './kind.ts';
import { COMMA, FROM_BASE, STOP } from './particles.ts';
import type { Reading } from './reading.ts';
import type { Status } from './status.ts';
import { Reach, type SentenceTime } from './times.ts';
import type { Tokens } from './tokens.ts';
import { CHANGE, has, isOneOf } from './view.ts';
import { isFuture, isPast } from './when.ts';

const HABITS = words(...phraseWords().habits);
const PLANS = Class.planned | Class.target | Class.estimated;
const AVERAGE = words('平均', '均');
const TO = words('到', '至');

/** A time as a period: as written and as EDTF. */
export interface PeriodFound extends Period {
  /** Not in the figure's own clause. */
  carried: boolean;
  /** Not even in its sentence. */
  elsewhere: boolean;
  /** By then it is to be so. */
  due: boolean;
}

/**
 * The time that a figure holds for: the last before it in its sentence, one in the rest of its clause, else what its paragraph,
 * section or article is told of. What a thing simply is (全长, 占地, 总库容) holds for no time that its own clause does not name.
 */
export function periodOf(
  t: Tokens,
  r: Reading,
  holding: Holding,
  status: Status | null,
  times: readonly SentenceTime[],
  context: Context,
): PeriodFound | null {
  if (times.length === 0 && !context.period && !context.headingPeriod && !context.articlePeriod) return null;
  let before = -1;
  for (let k = 0; k < times.length && times[k]!.at < r.at; k++) before = k;
  if (isBase(t, r, times[before])) return baseTime(times[before], context);
  if (context.pair?.to && isYearlyMean(t, r)) return found(spanOf(context.pair.from, context.pair.to), true, false);
  let blocked = false;
  let isNow = false;
  for (let k = before; k >= 0; k--) {
    const time = times[k]!;
    if (time.isNow && time.reach === Reach.sentence) {
      isNow = true;
      continue;
    }
    if (!reaches(t, time, r, holding, context)) continue;
    if (!time.period) {
      blocked = true;
      break;
    }
    if (isReached(t, r)) {
      if (time.at > previousFigure(t, r.at)) {
        if (context.pair && context.pair.to === null) context.pair.to = time.period; // 由2012年的1.13万亿元增加到2017年的2.04万亿元
      } else if (context.pair?.to) return found(context.pair.to, true, false);
      else if (isYears(time.period)) return time.isSince ? null : found(lastYear(time.period), true, false); // 2010年以来: of no span
    }
    if (startsChange(t, r, time)) context.pair = { from: time.period, to: null };
    if (isNow && !time.isCutoff && !isInNow(time.period, context.date)) return null; // 截至6日，现有病例31例: those of that day
    return found(time.period, hasStop(t, time.at, r.at), false, time.isDue);
  }
  if (blocked || isNow) return null;
  const behind = timeBehind(t, r, holding, times, before + 1);
  if (behind?.period) return found(behind.period, false, false, behind.isDue);
  const reached = isReached(t, r) || isChangedTo(t, r);
  if (reached && context.pair?.to) return found(context.pair.to, true, false);
  const period = fromElsewhere(t, r, holding, status, context);
  return period && found(reached && isYears(period) ? lastYear(period) : period, true, true);
}

const found = ({ text, edtf }: Period, carried: boolean, elsewhere: boolean, due = false): PeriodFound => ({
  text,
  edtf,
  carried,
  elsewhere,
  due,
});

/** Whether a time before a figure in its sentence holds for it. */
function reaches(t: Tokens, time: SentenceTime, r: Reading, holding: Holding, context: Context): boolean {
  if (time.reach === Reach.figure) return !hasFigure(t, time.at, r.at);
  if (time.reach === Reach.clause) return r.at < time.to;
  if (!time.period || !hasStop(t, time.at, r.at)) return true;
  // 2022年末，全市…，公路全长5000公里; not 10月20日，62岁的果农…, and no plan makes a thing what it is
  const isOver =
    time.isFrame &&
    isSetOff(t, time) &&
    (r.quantity.dimension !== 'age' || isPastYear(time.period, context)) &&
    !(context.date && isFuture(time.period.edtf ?? '', context.date));
  return (holding !== 'never' || isOver) && !isHabit(t, r);
}

/** 1998年，34岁的他…, but not 10月20日，62岁的果农…. */
const isPastYear = ({ edtf }: Period, { date }: Context): boolean =>
  edtf !== null && edtf.length === 4 && date !== null && isPast(edtf, date);

/** 2022年末，…; not 该镇2010年引进技术，…年产3.2万吨: what was done then says nothing of what is so now. */
const isSetOff = (t: Tokens, time: SentenceTime): boolean =>
  isOneOf(t, time.at + 1, COMMA) || '末底'.includes(t.text[t.end[time.at]! - 1]!);

/** A time between the figure and its clause's end: 新建学校5所于2018年投用. Not that of a thing whose figure is told in passing (总投资15亿元的项目6月开工). */
function timeBehind(
  t: Tokens,
  r: Reading,
  holding: Holding,
  times: readonly SentenceTime[],
  next: number,
): SentenceTime | null {
  const time = times[next];
  if (!time?.period || time.at >= r.to) return null;
  if (holding === 'never' || (r.de && time.reach === Reach.clause)) return null;
  for (let i = r.at + 1; i < time.at; i++) if (has(t.kind[i]!, PLANS)) return null; // 惠及68万人 力争2019年下闸
  return time;
}

/** What the paragraph, else the heading, else the article is told of. */
function fromElsewhere(
  t: Tokens,
  r: Reading,
  holding: Holding,
  status: Status | null,
  context: Context,
): Period | null {
  if (holding === 'never' || context.isNote) return null;
  const told = !isHabit(t, r);
  if (told && context.period) return fits(context.period, status, context) ? context.period : null;
  if (context.headingPeriod) return context.headingPeriod;
  const article = context.articlePeriod;
  return told && article && fits(article, status, context) ? article : null;
}

/** A year that is over holds nothing that is planned, one to come nothing that has happened. */
function fits(period: Period, status: Status | null, context: Context): boolean {
  const { date } = context;
  if (!date || !period.edtf) return true;
  if (status === 'planned' || status === 'target') return !isPast(period.edtf, date);
  return status !== null && status !== 'actual' ? true : !isFuture(period.edtf, date);
}

/** 由|11家|增加到20家: what a change starts from was so at a time that nobody has told. */
function isBase(t: Tokens, r: Reading, time: SentenceTime | undefined): boolean {
  for (let i = r.at - 1; i >= r.from && i >= r.at - 4; i--) {
    if (time?.at === i) return false;
    if (isOneOf(t, i, FROM_BASE)) return changesBehind(t, r);
    if (has(t.kind[i]!, Kind.figure | Kind.punctuation | Class.strong)) return false;
  }
  return false;
}

/** 由2012年的|1.13万亿元|增加到: the time of what a change starts from. */
const startsChange = (t: Tokens, r: Reading, time: SentenceTime): boolean =>
  time.reach === Reach.figure && isOneOf(t, time.at - 1, FROM_BASE) && changesBehind(t, r);

/** A figure that another one changes to: 增加到|1247亿元. */
const isReached = (t: Tokens, r: Reading): boolean =>
  r.continues >= 0 && has(t.kind[r.at - 1] ?? 0, Class.reach | Kind.time | Class.particle);

/** 由18%|下降到|5.7%, wherever the words for it stand apart. */
function isChangedTo(t: Tokens, r: Reading): boolean {
  if (!has(t.kind[r.at - 1] ?? 0, Class.reach)) return false;
  for (let i = r.at - 2; i >= r.from; i--) if (isOneOf(t, i, FROM_BASE)) return hasFigure(t, i, r.at);
  return false;
}

/** What a change starts from was so at the begin of the years that are told of (2013年至2015年，…从38.7%升至45.2%), or when the change before it started. */
function baseTime(time: SentenceTime | undefined, context: Context): PeriodFound | null {
  if (context.pair) return found(context.pair.from, true, false);
  if (!time?.period || time.isSince || !isYears(time.period)) return null;
  return found({ text: time.period.text, edtf: time.period.edtf!.slice(0, 4) }, true, false);
}

/** 由2012年的…增加到2017年的…，年均|增长8.6%: of all those years. */
const isYearlyMean = (t: Tokens, r: Reading): boolean => isOneOf(t, r.at - 1, YEARLY) || isOneOf(t, r.at - 2, YEARLY);
const YEARLY = words('年均', '年均增长', '年平均');
const spanOf = (from: Period, to: Period): Period => ({ text: to.text, edtf: `${from.edtf}/${to.edtf}` });

const isYears = ({ edtf }: Period): boolean => edtf?.length === 9 && edtf[4] === '/';
const lastYear = ({ text, edtf }: Period): Period => ({ text, edtf: edtf!.slice(5) });

function previousFigure(t: Tokens, at: number): number {
  let i = at - 1;
  while (i >= 0 && !has(t.kind[i]!, Kind.figure)) i--;
  return i;
}

function changesBehind(t: Tokens, r: Reading): boolean {
  for (let i = r.at + 1; i < r.to && i <= r.at + 6; i++)
    if (has(t.kind[i]!, Class.reach | CHANGE) || isOneOf(t, i, TO)) return true;
  return false;
}

/** 每年, 常年: what goes on so holds for no one year; an average is that of its year (平均|每天). */
function isHabit(t: Tokens, r: Reading): boolean {
  for (let i = r.from; i < r.at; i++)
    if (isOneOf(t, i, HABITS)) return !isOneOf(t, i - 1, AVERAGE) && !isEach(t, i - 1); // 每人|每年390元: a rate
  return false;
}

const isEach = (t: Tokens, i: number): boolean => i >= 0 && t.text.charCodeAt(t.start[i]!) === EACH;
const EACH = '每'.charCodeAt(0);

function hasStop(t: Tokens, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (isOneOf(t, i, STOP)) return true;
  return false;
}

function hasFigure(t: Tokens, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (has(t.kind[i]!, Kind.figure)) return true;
  return false;
}
