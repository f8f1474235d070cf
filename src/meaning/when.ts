/** Months in which the seasons and quarters of EDTF begin and end, by their number: 33 is the first quarter, 40 the first half. */
const BEGINS: Record<number, number> = { 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7 };
const ENDS: Record<number, number> = { 33: 3, 34: 6, 35: 9, 36: 12, 40: 6, 41: 12 };

/** Whether a period (EDTF) begins after the document's date: what it tells has not happened yet. */
export const isFuture = (edtf: string, date: string): boolean => order(edtf, 0, date, BEGINS) > 0;

/** Whether a period (EDTF) has ended before the document's date. */
export const isPast = (edtf: string, date: string): boolean => order(edtf, edtf.indexOf('/') + 1, date, ENDS) < 0;

/** Below 0 where the date that stands at `at` in an EDTF text is before the document's, above 0 where it is behind; as far as both tell. */
function order(edtf: string, at: number, date: string, months: Record<number, number>): number {
  const year = numeral(edtf, at, 4);
  if (year < 0) return 0;
  const years = year - numeral(date, 0, 4);
  if (years !== 0 || edtf.charCodeAt(at + 4) !== DASH) return years;
  const written = numeral(edtf, at + 5, 2);
  const month = numeral(date, 5, 2);
  if (written < 0 || month < 0) return 0;
  const difference = (months[written] ?? written) - month;
  if (difference !== 0 || edtf.charCodeAt(at + 7) !== DASH) return difference;
  const day = numeral(date, 8, 2);
  return day < 0 ? 0 : numeral(edtf, at + 8, 2) - day;
}

const DASH = '-'.charCodeAt(0);

/** The number of so many digits at a place, -1 where others stand there. */
function numeral(text: string, at: number, digits: number): number {
  let n = 0;
  for (let i = at; i < at + digits; i++) {
    const d = text.charCodeAt(i) - 48;
    if (!(d >= 0 && d <= 9)) return -1;
    n = n * 10 + d;
  }
  return n;
}
