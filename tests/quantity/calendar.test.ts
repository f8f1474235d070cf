import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysIn, edtf, nearestYear, week } from '../../src/quantity/time/calendar.ts';

const year = fc.integer({ min: 1000, max: 2999 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });
const utc = (y: number, m: number, d: number): Date => new Date(Date.UTC(y, m - 1, d));
const shown = (d: Date): string => edtf(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate());

test('days, weeks and months are those of the calendar', () => {
  fc.assert(
    fc.property(year, month, day, fc.integer({ min: -40, max: 40 }), (y, m, d, offset) => {
      const date = { year: y, month: m, day: d };
      expect(addDays(date, offset)).toBe(shown(utc(y, m, d + offset)));
      const weekday = (utc(y, m, d).getUTCDay() + 6) % 7;
      const monday = d + 7 * offset - weekday;
      expect(week(date, offset)).toBe(`${shown(utc(y, m, monday))}/${shown(utc(y, m, monday + 6))}`);
      expect(daysIn(y, m)).toBe(utc(y, m + 1, 0).getUTCDate());
    }),
    { numRuns: 5000 },
  );
});

test('a month without a year is of the nearest one', () => {
  fc.assert(
    fc.property(year, month, day, month, day, (y, m, d, thenMonth, thenDay) => {
      const apart = (of: number): number => Math.abs(utc(of, thenMonth, thenDay).getTime() - utc(y, m, d).getTime());
      const nearest = nearestYear({ year: y, month: m, day: d }, thenMonth, thenDay);
      expect(apart(nearest)).toBe(Math.min(apart(y - 1), apart(y), apart(y + 1)));
    }),
    { numRuns: 5000 },
  );
});
