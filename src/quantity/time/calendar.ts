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
  if (year >= 1000) return String(year);
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
  const document = dayNumber(date.year, date.month, date.day ?? 15);
  let best = date.year;
  let gap = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) {
    const year = k === 0 ? date.year : k === 1 ? date.year - 1 : date.year + 1;
    const apart = Math.abs(dayNumber(year, month, day ?? 15) - document);
    if (apart < gap) {
      gap = apart;
      best = year;
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

/** Days since 1970-01-01 in the Gregorian calendar; a day past the end of its month counts on into the next. */
export function dayNumber(year: number, month: number, day: number): number {
  // years begin in March, so that the leap day is the last
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date of a day number as EDTF. */
function edtfOfDay(days: number): string {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const k = Math.floor((5 * dayOfYear + 2) / 153);
  const month = k < 10 ? k + 3 : k - 9;
  return edtf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * k + 2) / 5) + 1);
}

/** The day that is `offset` days from the date; null where its day is not known. */
export function addDays(date: Ymd, offset: number): string | null {
  if (date.month === null || date.day === null) return null;
  return edtfOfDay(dayNumber(date.year, date.month, date.day) + offset);
}

/** Monday to Sunday of the week `offset` weeks from the date's. */
export function week(date: Ymd, offset: number): string | null {
  if (date.month === null || date.day === null) return null;
  const today = dayNumber(date.year, date.month, date.day);
  // 1970-01-01 was a Thursday
  const monday = today - ((((today + 3) % 7) + 7) % 7) + 7 * offset;
  return `${edtfOfDay(monday)}/${edtfOfDay(monday + 6)}`;
}

/** A day of the week, 1 for Monday: of the week `offset` weeks from the date's, or, for null, the last one that is not after the date. */
export function weekday(date: Ymd, day: number, offset: number | null): string | null {
  if (date.month === null || date.day === null) return null;
  const today = dayNumber(date.year, date.month, date.day);
  const sinceMonday = (((today + 3) % 7) + 7) % 7;
  const ago = (((sinceMonday + 1 - day) % 7) + 7) % 7;
  return edtfOfDay(offset === null ? today - ago : today - sinceMonday + day - 1 + 7 * offset);
}

/** Days of a month; 29 for February where the year is not known. */
export function daysIn(year: number | null, month: number): number {
  if (month === 2) return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
