import { code, isDigit, on, type Source, stands } from '../chars.ts';
import { isRatioTold } from '../figure/ratio.ts';
import { readSmall } from './small.ts';
import type { TimeRead } from './types.ts';

const [COLON, SHI, DIAN, FEN, MIAO] = [...':时点分秒'].map(code) as [number, number, number, number, number];
const PERIODS = [
  '上午',
  '下午',
  '晚上',
  '凌晨',
  '中午',
  '早上',
  '清晨',
  '傍晚',
  '夜间',
  '午后',
  '早晨',
  '晚间',
  '深夜',
  '当晚',
  '昨晚',
  '今晚',
  '次日',
  '零时',
];
const pad = (n: number): string => String(n).padStart(2, '0');

/** 8时30分, 20:15, 下午3点, 三点一刻: a time of day; null where the numeral at `at` is none. */
export function readClock(src: Source, at: number): TimeRead | null {
  const { s } = src;
  const h = readSmall(src, at);
  if (!h || h.value > 24 || h.length > 3) return null;
  const mark = s[h.end]!;
  if (mark === COLON) return readDigital(src, at, h.value, h.end, h.length);
  if (mark !== SHI && mark !== DIAN) return null;
  let i = h.end + 1;
  let minute: number | null = null;
  const m = readSmall(src, s[i] === code('零') ? i + 1 : i);
  if (m && mark === DIAN && s[m.end] === FEN && s[m.end + 1] === code('钟')) return null; // 五点五分钟
  if (m && s[m.end] === FEN && m.value < 60) {
    minute = m.value;
    i = m.end + 1;
    const sec = readSmall(src, i);
    if (sec && s[sec.end] === MIAO) i = sec.end + 1;
  } else if (
    m &&
    mark === DIAN &&
    !m.arabic &&
    m.value >= 10 &&
    hasTen(src, i, m.end) &&
    m.value < 60 &&
    m.length >= 2 &&
    !on(src, m.end, '个家名人万亿千百')
  ) {
    minute = m.value;
    i = m.end;
  } else if (on(src, i, '半')) {
    minute = 30;
    i++;
  } else if (stands(src, i, '一刻') || stands(src, i, '三刻')) {
    minute = on(src, i, '一') ? 15 : 45;
    i += 2;
  } else if (mark === DIAN) {
    // 3点建议, 上涨5点: only with 上午, 钟, 整, 许 … or behind a day
    if (!on(src, i, '钟整许') && !behindPeriod(src, at) && !on(src, at - 1, '日天早晚')) return null;
    if (on(src, i, '钟整')) i++;
  } else if (mark === SHI && on(src, i, '代')) return null;
  const hour = h.value < 12 && isAfternoon(src, at) ? h.value + 12 : h.value;
  const value = `T${pad(hour)}${minute === null ? '' : `:${pad(minute)}`}`;
  return {
    start: at,
    end: i,
    time: { edtf: value, granularity: 'clock', inferred: false },
    figure: false,
    rule: 'time/clock',
  };
}

/** 三点五十 is a time, 三点一四 a decimal. */
const hasTen = (src: Source, from: number, to: number): boolean =>
  on(src, from, '十') || (to - from > 1 && on(src, from + 1, '十'));

/** 下午2时, 晚7点半, 晚上8点. */
function isAfternoon(src: Source, at: number): boolean {
  for (const p of ['下午', '晚上', '傍晚', '午后', '晚间', '当晚', '今晚', '昨晚', '晚'])
    if (at >= p.length && stands(src, at - p.length, p)) return true;
  return false;
}

function behindPeriod(src: Source, at: number): boolean {
  for (const p of PERIODS) if (at >= p.length && stands(src, at - p.length, p)) return true;
  return false;
}

/** 20:15, 8:30:05. A second part of one digit is a score (3:1). */
function readDigital(src: Source, at: number, hour: number, colon: number, length: number): TimeRead | null {
  const { s } = src;
  if (length > 2 || !isDigit(s[colon + 1]!) || !isDigit(s[colon + 2]!) || isDigit(s[colon + 3]!)) return null;
  const minute = (s[colon + 1]! - 48) * 10 + s[colon + 2]! - 48;
  if (minute > 59 || s[colon + 3] === 46 || isRatioTold(src, at)) return null; // 师生比1:15
  let end = colon + 3;
  if (s[end] === COLON && isDigit(s[end + 1]!) && isDigit(s[end + 2]!) && !isDigit(s[end + 3]!)) end += 3;
  return {
    start: at,
    end,
    time: { edtf: `T${pad(hour)}:${pad(minute)}`, granularity: 'clock', inferred: false },
    figure: false,
    rule: 'time/clock',
  };
}
