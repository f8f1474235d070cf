import { on, type Source } from '../chars.ts';
import { edtfYear, nearestYear, weekday } from './calendar.ts';
import { bare, type TimeContext, type TimeRead } from './types.ts';

/** 上周|五: number of the day, 0 where none is named. */
export function weekdayAfter(src: Source, at: number): number {
  for (let day = 1; day <= 7; day++) if (on(src, at, WEEKDAYS[day]!) && !on(src, at + 1, '个名家次项')) return day;
  return 0;
}

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日天'];

/** 周四: a day; 每周四 and 周一至周五 are habits, 9月3日（周四） has its day already, 三周一次 is none. */
export function readWeekday(
  src: Source,
  at: number,
  end: number,
  day: number,
  d: TimeContext['date'],
): TimeRead | null {
  if (on(src, at - 1, NUMERAL_BEFORE) || on(src, end, '次均') || on(src, at - 1, '日号')) return null;
  if (on(src, at - 1, '（(') && on(src, at - 2, '日号')) return null;
  const isHabit = on(src, at - 1, '每逢至到') || on(src, end, '至到、');
  return bare(at, end, d && !isHabit ? weekday(d, day, null) : null, 'day', isHabit ? 'time/vague' : 'time/relative');
}

const NUMERAL_BEFORE = '0123456789一二两三四五六七八九十几半';

/** 国庆假期: of the year in which it lies nearest to the document's date. */
export function holiday(d: NonNullable<TimeContext['date']>, days: string): string {
  const year = edtfYear(nearestYear(d, Number(days.slice(0, 2)), Number(days.slice(3, 5))));
  return `${year}-${days.slice(0, 5)}/${year}-${days.slice(6)}`;
}
