import { isDigit, on, type Source, stands } from '../chars.ts';
import { BAN, DUO, TEN, YU } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import { readUnit, type UnitRead } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { digitOf, isNounless, isUnitAhead } from './ahead.ts';
import { readCents, readCentsOf, readCoins } from './coins.ts';
import { readAge, readShorter } from './duration.ts';
import type { Figure } from './types.ts';

export function readTail(src: Source, f: Figure, u: UnitRead, units: Units): void {
  const { s } = src;
  const c = s[f.end]!;
  const measure = !u.unit.counter;
  if (c === BAN && f.value !== null && u.unit.name === '个' && u.inner === null && isNounless(src, f.end + 1)) {
    f.value += 0.5;
    f.end++;
    return;
  }
  if (c === BAN && f.value !== null && measure && !f.inner && !on(src, f.end + 1, '数山导岛程途年月天小个公径夜')) {
    if (u.inner === null && f.numeral.scale === 1 && !f.numeral.decimal) {
      f.value += 0.5;
      f.end++;
    }
    return;
  }
  if ((c === DUO || c === YU) && measure && !f.inner && f.value !== null && u.inner === null) {
    // 5年多次, 2元多功能: 多 belongs to what follows
    if (c === DUO && on(src, f.end + 1, '种个家名项次样元层功维边媒方头地点处位条台年')) return;
    if (c === YU && on(src, f.end + 1, '杭姚额款下热波地')) return;
    f.inner = 'moreThan';
    f.end++;
    return;
  }
  if (f.dimension === 'duration') readAge(src, f);
  if (f.dimension === 'duration' || f.dimension === 'age') {
    if (f.value !== null && !f.numeral.decimal && f.numeral.scale <= 10) readShorter(src, f, u.unit.name, units);
    return;
  }
  if (readFiner(src, f, u, units)) return;
  if (f.value !== null && isDigit(s[f.end]!) && f.numeral.arabic && !f.numeral.decimal)
    u.dimension === 'money' && u.base !== 'CNY' ? readCentsOf(src, f, u, units) : readMinor(src, f, u, units);
  else if (u.unit.name === '元' || u.unit.name === '块' || u.surface === '蚊') readCoins(src, f);
  else if (u.dimension === 'money' && u.factor === 1) readCentsOf(src, f, u, units);
  else if (u.unit.name === '角' || u.unit.name === '毛') readCents(src, f);
  else if (u.unit.name === '米' || u.unit.name === '亩' || u.unit.name === '斤') readSmaller(src, f, u);
}

/** 3公里500米, 2公斤300克, 5英尺10英寸: one measure in two units. */
function readFiner(src: Source, f: Figure, u: UnitRead, units: Units): boolean {
  if (f.value === null || u.unit.counter || u.factor <= 0 || !FINE.has(f.dimension) || f.numeral.decimal) return false;
  if (digitOf(src.s[f.end]!) < 0 && src.s[f.end] !== TEN) return false;
  const n = readNumeral(src, f.end, units.ahead);
  const finer = n && n.high === null && !n.vague && !n.bare ? readUnit(src, n.end, units) : null;
  if (!n || finer?.base !== u.base || finer.inner || n.value * finer.factor >= u.factor) return false;
  f.value = Number((f.value + (n.value * finer.factor) / u.factor).toPrecision(15));
  f.end = finer.end;
  return true;
}

const FINE = new Set(['length', 'mass', 'volume']);

/** 一米七五, 1米8, 三亩六分地, 三斤二两: a smaller part without a unit of its own, or with the next smaller one. */
function readSmaller(src: Source, f: Figure, u: UnitRead): void {
  const { s } = src;
  if (f.value === null || f.numeral.scale > 1) return;
  const name = u.unit.name;
  let i = f.end;
  let digits = '';
  while (digits.length < (name === '米' ? 2 : 1) && digitOf(s[i]!) >= 0) digits += digitOf(s[i++]!);
  if (digits === '') return;
  if (name === '亩' && stands(src, i, '分')) i += stands(src, i, '分地') ? 2 : 1;
  else if (name === '斤' && stands(src, i, '两')) i++;
  else if (name !== '米' || !isNounless(src, i)) return;
  f.value = Number(`${f.value}.${digits}`);
  f.end = i;
}

/** 1米75: a smaller part behind the unit. */
function readMinor(src: Source, f: Figure, u: UnitRead, units: Units): void {
  const { s } = src;
  let i = f.end;
  let value = 0;
  while (isDigit(s[i]!)) value = value * 10 + s[i++]! - 48;
  const length = i - f.end;
  const name = u.unit.name;
  if (name === '米' && (length === 2 || (length === 1 && isNounless(src, i))) && !isUnitAhead(src, i, units)) {
    f.value = Number(`${f.value}.${String(value).padStart(length, '0')}`);
    f.end = i;
    return;
  }
  if (name === '元' || name === '块') readCoins(src, f);
  if (name === '角' || name === '毛') readCents(src, f);
  if (name === '斤' || name === '亩') readSmallArabic(src, f, i, value);
}

function readSmallArabic(src: Source, f: Figure, at: number, part: number): void {
  if (part > 9 || f.value === null || !on(src, at, '两分')) return;
  f.value = Number(`${f.value}.${part}`);
  f.end = at + 1;
}
