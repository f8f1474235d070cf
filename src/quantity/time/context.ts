import { addMonths, nearestYear } from './calendar.ts';
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
  if (ctx.year !== null) return { year: ctx.year, inferred: true };
  if (ctx.date) return { year: nearestYear(ctx.date, month, day), inferred: true };
  return { year: null, inferred: false };
}

/** The month that a bare day (16日) lies in: the last one written, else the document's, else the one before it. */
export function monthFor(ctx: TimeContext, day: number): { year: number | null; month: number } | null {
  if (ctx.month !== null) return { year: ctx.year, month: ctx.month };
  if (!ctx.date || ctx.date.month === null) return null;
  if (ctx.date.day !== null && day > ctx.date.day + 15) return addMonths(ctx.date, -1);
  return { year: ctx.date.year, month: ctx.date.month };
}
