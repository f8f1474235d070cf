import { code, isDigit, on, type Source, stands } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { CHENG, DUO } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit, type UnitRead } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { readUpperCoins } from './coins.ts';
import { readDegree, timeBefore, toSpeed } from './degree.ts';
import { readAge } from './duration.ts';
import { withUnit } from './measure.ts';
import { isSigned, signStart } from './sign.ts';
import { readTenths } from './tenths.ts';
import { blank, dress, type Figure, type Reading } from './types.ts';

/**
 * The first number of a span takes the scale of the second: 10至20万, 八到九百亿, 十至二十万. Not where it would be the
 * greater by that (5000至1万), nor where it has its own.
 */
function sharedScale(n: Numeral, b: Numeral): number {
  if (b.scale === 1 || n.value >= 1e4) return n.value;
  const big = b.scale >= 1e8 ? 1e8 : b.scale >= 1e4 ? 1e4 : 1;
  // 一到二十万 is 1万 to 20万, 八到九百亿 is 800亿 to 900亿
  for (const by of b.scale / big === 10 ? [big, b.scale] : [b.scale, big])
    if ((by > 1 && n.scale === 1) || by === big)
      if (n.value * by < b.value) return Number((n.value * by).toPrecision(15));
  return n.value;
}

/** 10—20, 10至20万, 5-20%, 30元到50元, 八到九百亿, and 三四十人 (read by the numeral itself). */
export function readSpan(src: Source, n: Numeral, unit: UnitRead | null, units: Units, floor: number): Reading {
  const { s } = src;
  if (n.vague) return null;
  // 1万(含)-5万元
  let connector = readConnector(src, stands(src, n.end, '(含)') ? n.end + 3 : n.end);
  if (stands(src, n.end, '(含)') && connector === n.end + 3) connector = n.end;
  let first: UnitRead | null = null;
  if (connector === n.end) {
    first = unit;
    if (!first || first.inner) return null;
    connector = readConnector(src, first.end);
    if (connector === first.end) return null;
  }
  let j = connector;
  let negative = false;
  if (s[j] === code('负') || (s[j] === 45 && isDigit(s[j + 1]!))) {
    negative = true;
    j++;
  } else if (stands(src, j, '零下')) {
    negative = true;
    j += 2;
  } else if (stands(src, j, '零上')) j += 2;
  const b = readNumeral(src, j, units.ahead);
  if (!b || b.high !== null || b.bare || (b.digits && !b.arabic)) return null;
  if (n.high !== null) return null;
  if (n.arabic !== b.arabic && !b.arabic) return null;
  if (!first && s[b.end] === CHENG) {
    const tenths = readTenths(src, b);
    if (tenths && typeof tenths !== 'number' && tenths.value !== null && n.value < b.value)
      return { ...tenths, start: n.start, value: null, min: n.value * 10, max: tenths.value, rule: 'range/tenths' };
  }
  const u = readUnit(src, b.end, units);
  if (first) {
    // 涨0.63%至279.08点: two figures, though neither % nor 点 has a unit of its own
    if (!u || (u.unit !== first.unit && (u.base !== first.base || u.dimension !== first.dimension))) return null;
    // 从一家到三家: 一 with a counter is none, but as an end of a span it counts
  } else if (
    !u &&
    !b.arabic &&
    b.scale < 1e4 &&
    !(n.value >= 10 && b.end - b.start >= 2 && n.end - n.start >= 2 && !n.bare)
  )
    return null;
  if (u && !u.unit.counter && u.unit.name === '年' && n.arabic && n.end - n.start === 4) return null;
  if (u?.unit.ordinal && u.unit.name !== '级') return null;
  let low = n.value;
  let high = negative ? -b.value : b.value;
  if (!first) low = sharedScale(n, b);
  if (first && u && first.factor !== u.factor && first.base === u.base) low = (low * first.factor) / u.factor;
  if (first) low *= first.times;
  if (u) high *= u.times;
  // 盈利-1200万元至-800万元: where the second end is below nought, so is the first
  const start = signStart(src, n.start, floor, negative || (u !== null && isSigned(u)));
  if (start < n.start) low = -low;
  if (!(low < high) && !(start < n.start || negative || (u && isSigned(u))))
    return !u && n.digits && b.digits && b.arabic && on(src, n.end, '-—') ? b.end : null; // 112-105: a score
  if (!u && n.decimal !== b.decimal && s[n.end] === 45) return null;
  const f = blank({ ...n, end: b.end });
  f.value = null;
  f.min = Math.min(low, high);
  f.max = Math.max(low, high);
  f.rule = 'range';
  f.start = start;
  f.signed = true;
  f.inner = b.vague;
  if (u) {
    dress(f, { ...u, times: 1, inner: null });
    if (u.inner === 'more') f.inner = 'moreThan';
    if (u.unit.name === '元' || u.unit.name === '块') readUpperCoins(src, f, b);
    if (u.unit.name === '度' && f.dimension === 'angle') readDegree(src, f, n);
    const time = f.dimension === 'length' ? timeBefore(src, start, f.factor) : null;
    if (time) toSpeed(f, time);
    if (f.dimension === 'duration') readAge(src, f);
    readRangeTail(src, f, u);
  }
  return f;
}

function readRangeTail(src: Source, f: Figure, u: UnitRead): void {
  if (!u.unit.counter && src.s[f.end] === DUO && !on(src, f.end + 1, '种个家名项次')) f.end++;
}

/** 三元五角至四元二角, 三块五到四块二. */
export function joinCoinSpan(src: Source, first: Reading, units: Units): Reading {
  if (first === null || typeof first === 'number' || first.dimension !== 'money' || first.value === null) return first;
  const connector = readConnector(src, first.end);
  if (connector === first.end) return first;
  const n = readNumeral(src, connector, units.ahead);
  const second = n && withUnit(src, n, units, '');
  if (
    !second ||
    typeof second === 'number' ||
    second.base !== first.base ||
    second.unit === null ||
    second.value === null
  )
    return first;
  if (second.factor !== first.factor || second.value <= first.value) return first;
  return { ...second, start: first.start, value: null, min: first.value, max: second.value, rule: 'range/coins' };
}
