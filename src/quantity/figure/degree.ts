import { on, type Source, stands } from '../chars.ts';
import type { Numeral } from '../numeral/types.ts';
import type { Figure } from './types.ts';

/** 度 is of electricity (用电300度), of temperature (气温28到30度), else of an angle. */
export function readDegree(src: Source, f: Figure, n: Numeral): void {
  if (isTemperature(src, n)) toTemperature(src, f, n);
  else if (isPower(src, n)) {
    f.dimension = 'energy';
    f.code = 'kW.h';
    f.base = 'J';
    f.factor = 3600000;
  }
}

/** 用电300度: of electricity. */
function isPower(src: Source, n: Numeral): boolean {
  for (let i = n.start - 1; i >= Math.max(0, n.start - 40); i--) {
    if (on(src, i, '。\n')) return false;
    if (on(src, i, '电')) return true;
  }
  return false;
}

/** 零下五度, 气温升到25度. */
function isTemperature(src: Source, n: Numeral): boolean {
  if (stands(src, n.start - 2, '零下')) return true;
  for (let i = n.start - 1; i >= Math.max(0, n.start - 14); i--) {
    if (on(src, i, '。；\n')) return false;
    if (on(src, i, '温热冷寒氏')) return true;
  }
  return false;
}

/** 摄氏37度 and 华氏98.6° say their scale before the number, which then begins there. */
function toTemperature(src: Source, f: Figure, n: Numeral): void {
  f.dimension = 'temperature';
  f.code = f.base = 'Cel';
  f.factor = 1;
  let fahrenheit = false;
  for (let i = n.start - 2; i >= Math.max(0, n.start - 8) && !fahrenheit; i--) fahrenheit = stands(src, i, '华氏');
  if (fahrenheit) {
    f.code = '[degF]';
    f.factor = 5 / 9;
    f.offset = -32;
  }
  if (on(src, n.start - 1, '氏') && on(src, n.start - 2, '摄华')) {
    f.start = n.start - 2;
    f.signed = true;
  }
}

/** 航速达30节: knots; 8节车厢 and 2节课 are counted. */
export function isSpeed(src: Source, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) if (on(src, i, '速')) return true;
  return false;
}

const HOURLY: readonly (readonly [string, string, number])[] = [
  ['时速', 'h', 3600],
  ['每小时', 'h', 3600],
  ['每分钟', 'min', 60],
  ['每秒钟', 's', 1],
  ['每秒', 's', 1],
];

/**
 * In what time the length at `at` is covered: 每小时20公里, 时速超过300公里; null where none is told right before it. 每小时40毫米 of rain, less
 * than a metre, is no speed.
 */
export function timeBefore(src: Source, at: number, metres: number): readonly [string, string, number] | null {
  if (metres < 0.3) return null;
  let end = at;
  while (at - end < 4 && on(src, end - 1, '达为约近超过逾不到可至了')) end--;
  if (!on(src, end - 1, '速时钟秒')) return null;
  return HOURLY.find(([word]) => end >= word.length && stands(src, end - word.length, word)) ?? null;
}

/** 每小时20公里 says how fast: a speed, its unit as written. */
export function toSpeed(f: Figure, [, per, seconds]: readonly [string, string, number]): void {
  f.dimension = 'speed';
  f.code = f.code && `${f.code}/${per}`;
  f.base = 'm/s';
  f.factor /= seconds;
}

export function toKnots(f: Figure): void {
  f.dimension = 'speed';
  f.code = '[kn_i]';
  f.base = 'm/s';
  f.factor = 1852 / 3600;
}
