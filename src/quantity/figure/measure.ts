import { on, type Source } from '../chars.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit, type UnitRead } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { hasZero, isOrdinalUse, isSlogan, unitAllowed, width1 } from './allowed.ts';
import { isPriced, toCents } from './coins.ts';
import { isSpeed, readDegree, timeBefore, toKnots, toSpeed } from './degree.ts';
import { readMinutes } from './duration.ts';
import { readTail } from './tail.ts';
import { blank, dress, type Reading } from './types.ts';

/** Numeral and unit, with what may stand behind the unit: 两年多, 三天半, 9秒98, 5块6. */
export function withUnit(
  src: Source,
  n: Numeral,
  units: Units,
  rule: string,
  read: UnitRead | null = readUnit(src, n.end, units),
): Reading {
  const u = n.digits && !n.arabic && !hasZero(src, n) ? null : read;
  const f = blank(n);
  f.rule = rule;
  if (on(src, n.end, '分')) {
    const minutes = readMinutes(src, f, units);
    if (minutes) return minutes;
  }
  if (!u) return f;
  const allowed = unitAllowed(src, n, u, units);
  if (allowed === 'skip') return u.end;
  if (allowed === 'drop') return f;
  if (!n.arabic && width1(n) && isSlogan(src, u, units)) return u.end;
  dress(f, u);
  if (u.unit.name === '度' && f.dimension === 'angle') readDegree(src, f, n);
  const time = f.dimension === 'length' ? timeBefore(src, n.start, f.factor) : null;
  if (time) toSpeed(f, time);
  if (u.unit.name === '节' && isSpeed(src, n.start)) toKnots(f);
  if (u.unit.name === '分' && f.dimension === 'count' && isPriced(src, n.start)) toCents(f);
  if ((u.unit.ordinal && isOrdinalUse(src, n, u)) || (u.unit.name === '次' && !n.arabic && on(src, n.start - 1, '届')))
    f.dimension = 'ordinal'; // 十二届五次会议
  readTail(src, f, u, units);
  return f;
}
