import { code, isDigit, isNumeral, on, type Source, stands } from '../chars.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Units } from '../unit-table.ts';
import { isNounless, isUnitAhead } from './ahead.ts';
import type { Figure } from './types.ts';

interface Part {
  words: string[];
  /** In the next greater unit: how many of it make one (0: another unit stands between). */
  limit: number;
  /** In seconds, months and years as UCUM has them on average. */
  seconds: number;
}

const YEAR = 31557600;

/** From the longest to the shortest; each may follow the ones before it. */
const PARTS: Part[] = [
  { words: ['年'], limit: Infinity, seconds: YEAR },
  { words: ['个月'], limit: 12, seconds: 2629800 },
  { words: ['个星期', '星期', '周'], limit: 5, seconds: 604800 },
  { words: ['天'], limit: 31, seconds: 86400 },
  { words: ['个小时', '小时', '时'], limit: 24, seconds: 3600 },
  { words: ['分钟', '分'], limit: 60, seconds: 60 },
  { words: ['秒钟', '秒'], limit: 60, seconds: 1 },
];

const AND = code('又');
const SECONDS = 6;
/** How many steps further down the next part may be. */
const REACH = [1, 2, 2, 1, 2, 1];
const STEP: Record<string, number> = { 年: 0, 岁: 0, 个月: 1, 周: 2, 天: 3, 小时: 4, 分钟: 5, 分: 5, 秒: 6 };

/** 三年六个月, 两年零三个月, 3天5小时, 1小时59分40秒, 9秒98: one length of time in ever smaller units, in the first of them. */
export function readShorter(src: Source, f: Figure, name: string, units: Units): void {
  if (!isNumeral(src.s[f.end]!) && src.s[f.end] !== AND) return;
  let step = STEP[name];
  if (step === undefined || f.value === null) return;
  const first = PARTS[step]!.seconds;
  let total = 0;
  for (;;) {
    const at = on(src, f.end, '零又') ? f.end + 1 : f.end;
    if (step === SECONDS) {
      const hundredths = readHundredths(src, f.end, units);
      if (hundredths > 0) f.end += 2;
      if (total === 0 && hundredths > 0) f.value = Number((f.value + hundredths).toFixed(2));
      else total += hundredths;
      break;
    }
    const n = readNumeral(src, at, units.ahead);
    // 8天又二十个小时: 又 joins what is not written alike
    const alike = n?.arabic === f.numeral.arabic || total > 0 || src.s[f.end] === AND;
    if (!n || n.vague || n.high !== null || n.bare || !alike) break;
    const found = PARTS.findIndex(
      (p, k) => k > step! && n.value < p.limit && p.words.some((w) => stands(src, n.end, w)),
    );
    // 3年30天: two lengths of time; 1个月12天, 一个星期3小时 and 1小时40秒 are one each
    if (found < 0 || found > step + REACH[step]!) break;
    total += n.value * PARTS[found]!.seconds;
    f.end = n.end + PARTS[found]!.words.find((w) => stands(src, n.end, w))!.length;
    step = found;
  }
  if (total > 0) f.value += total / first;
}

/** 6个月大, 90天大: how old; 大 goes on in no word (3年大专). In years, as ages are. */
export function readAge(src: Source, f: Figure): void {
  if (!on(src, f.end, '大') || !(isNounless(src, f.end + 1) || on(src, f.end + 1, '了时后前婴宝小男女幼孩'))) return;
  f.dimension = 'age';
  f.base = 'a';
  f.factor /= YEAR;
}

/** 2分35秒, 九十分三十秒, 四分半钟: 分 alone is no unit, it has too many meanings. */
export function readMinutes(src: Source, f: Figure, units: Units): Figure | null {
  const at = f.end + 1;
  const inMinutes = { code: 'min', base: 's', factor: 60, dimension: 'duration' } as const;
  if (f.value === null) return null;
  if (stands(src, at, '半钟')) return { ...f, ...inMinutes, end: at + 2, value: f.value + 0.5, unit: '分钟' };
  const seconds = readNumeral(src, at, units.ahead);
  if (!seconds || seconds.value >= 60 || !on(src, seconds.end, '秒')) return null;
  const hundredths = readHundredths(src, seconds.end + 1, units);
  const value = f.value + (seconds.value + hundredths) / 60;
  return { ...f, ...inMinutes, end: seconds.end + (hundredths > 0 ? 3 : 1), value, unit: '分' };
}

/** 9秒98, 1分23秒45: two digits behind the seconds, and nothing that they count. */
function readHundredths(src: Source, at: number, units: Units): number {
  const { s } = src;
  if (!isDigit(s[at]!) || !isDigit(s[at + 1]!) || isDigit(s[at + 2]!) || isUnitAhead(src, at + 2, units)) return 0;
  return ((s[at]! - 48) * 10 + s[at + 1]! - 48) / 100;
}
