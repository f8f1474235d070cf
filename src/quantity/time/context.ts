import { addMonths, dayNumber, nearestYear } from './calendar.ts';
import type { TimeContext } from './types.ts';

export function note(ctx: TimeContext, year: number | null, month: number | null, at: number, firm: boolean): void {
  if (year === null) return;
  ctx.year = year;
  ctx.month = month;
  ctx.at = at;
  ctx.firm = firm;
}

/** Year and whether it was worked out, for a month (and day) that has none of its own. */
export function yearFor(
  ctx: TimeContext,
  month: number,
  day: number | null,
): { year: number | null; inferred: boolean } {
  if (ctx.year !== null && !isOfTheDocument(ctx, ctx.year, month, day)) return { year: ctx.year, inferred: true };
  if (ctx.date) return { year: nearestYear(ctx.date, month, day), inferred: true };
  return { year: null, inferred: false };
}

/** A day so few days before the document's date is this year's, whatever year was written last (自2008年以来首次降息…8月1日). */
const NEWS_DAYS = 7;
/** … and so many, where the year written last would make it a day to come (2015年1月1日起缴费…至11月20日，已有…). */
const RECENT_DAYS = 60;

/** Whether a day without a year is of the document's own time and not of the year written last. */
function isOfTheDocument({ date }: TimeContext, year: number, month: number, day: number | null): boolean {
  if (!date || date.month === null || date.day === null || day === null) return false;
  const document = dayNumber(date.year, date.month, date.day);
  const ago = document - dayNumber(nearestYear(date, month, day), month, day);
  if (ago < 0) return false;
  return ago <= NEWS_DAYS || (ago <= RECENT_DAYS && dayNumber(year, month, day) > document);
}

/** The month that a bare day (16日) lies in: the last one written, else the document's, else the one before it. */
export function monthFor(ctx: TimeContext, day: number): { year: number | null; month: number } | null {
  if (ctx.month !== null) return { year: ctx.year, month: ctx.month };
  if (!ctx.date || ctx.date.month === null) return null;
  if (ctx.date.day !== null && day > ctx.date.day + 15) return addMonths(ctx.date, -1);
  return { year: ctx.date.year, month: ctx.date.month };
}
