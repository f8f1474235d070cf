/** A calendar date as far as it is known. */
export interface Ymd {
  year: number;
  month: number | null;
  day: number | null;
}

const pad = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** EDTF year: four digits, a minus sign for years before our era (221 BC is -0220). */
export function edtfYear(year: number | null): string {
  if (year === null) return 'XXXX';
  const digits = String(Math.abs(year)).padStart(4, '0');
  return year < 0 ? `-${digits}` : digits;
}

export function edtf(year: number | null, month: number | null = null, day: number | null = null): string {
  let out = edtfYear(year);
  if (month !== null) out += `-${pad(month)}`;
  if (month !== null && day !== null) out += `-${pad(day)}`;
  return out;
}

/** YYYY, YYYY-MM or YYYY-MM-DD; null for anything else. */
export function parseYmd(date: string | null | undefined): Ymd | null {
  const m = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date ?? '');
  return m ? { year: Number(m[1]), month: m[2] ? Number(m[2]) : null, day: m[3] ? Number(m[3]) : null } : null;
}

/** The year in which month (and day) lie nearest to the document's date: 12月3日 in a paper of 2012-02-02 is of 2011. */
export function nearestYear(date: Ymd, month: number, day: number | null): number {
  if (date.month === null) return date.year;
  const at = (y: number, m: number, d: number) => Date.UTC(y, m - 1, d);
  const doc = at(date.year, date.month, date.day ?? 15);
  let best = date.year;
  let gap = Number.POSITIVE_INFINITY;
  for (const y of [date.year, date.year - 1, date.year + 1]) {
    const g = Math.abs(at(y, month, day ?? 15) - doc);
    if (g < gap) {
      gap = g;
      best = y;
    }
  }
  return best;
}

/** The month that is `offset` months from the date's; null where its month is not known. */
export function addMonths(date: Ymd, offset: number): { year: number; month: number } | null {
  if (date.month === null) return null;
  const k = date.year * 12 + date.month - 1 + offset;
  return { year: Math.floor(k / 12), month: (k % 12) + 1 };
}

/** The day that is `offset` days from the date; null where its day is not known. */
export function addDays(date: Ymd, offset: number): string | null {
  if (date.month === null || date.day === null) return null;
  const d = new Date(Date.UTC(date.year, date.month - 1, date.day + offset));
  return edtf(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate());
}

/** Monday to Sunday of the week `offset` weeks from the date's. */
export function week(date: Ymd, offset: number): string | null {
  if (date.month === null || date.day === null) return null;
  const weekday = (new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay() + 6) % 7;
  return `${addDays(date, 7 * offset - weekday)}/${addDays(date, 7 * offset - weekday + 6)}`;
}

/** Days of a month; 29 for February where the year is not known. */
export function daysIn(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** A part of a year (h1, q3, m1-9, end …) as EDTF. */
export function partOfYear(year: number | null, part: string): string {
  const y = edtfYear(year);
  if (part[0] === 'h') return `${y}-${39 + Number(part[1])}`;
  if (part[0] === 'q') return `${y}-${32 + Number(part[1])}`;
  if (part[0] === 'm' && part[1] === '1') return `${y}-01/${y}-${pad(Number(part.slice(3)))}`;
  if (part === 'spring') return `${y}-21`;
  if (part === 'summer') return `${y}-22`;
  if (part === 'autumn') return `${y}-23`;
  if (part === 'winter') return `${y}-24`;
  return y;
}

export function granularityOfPart(part: string): 'half' | 'quarter' | 'span' | 'month' | 'year' {
  if (part[0] === 'h') return 'half';
  if (part[0] === 'q') return 'quarter';
  if (part[0] === 'm' && part[1] === '1') return 'span';
  return part === 'year' || part === 'mid' || part === 'end' || part === 'start' ? 'year' : 'quarter';
}
