import { isDigit, on, type Source } from '../chars.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit, type UnitRead } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { blank, dress, type Figure, type Reading } from './types.ts';

/** 三、四个, 十五、六个, 两、三千人: neighbours that stand for a span. 一、二期 and 1、2号楼 are lists. */
export function readPaired(src: Source, n: Numeral, units: Units): Reading {
  if (
    src.s[n.end] !== 0x3001 ||
    n.scale !== 1 ||
    n.decimal ||
    n.high !== null ||
    n.vague ||
    on(src, n.start - 1, '、第')
  )
    return null;
  const digit = n.value < 10 ? n.value : n.arabic ? -1 : n.value % 10;
  const b = readNumeral(src, n.end + 1, units.ahead);
  if (!b || b.high !== null || b.decimal || b.arabic !== n.arabic || digit < 1) return null;
  const by = b.value / (digit + 1);
  if (by < 1 || !Number.isInteger(Math.log10(by)) || (n.value >= 10 && by !== 1) || (n.arabic && b.end - n.end > 2))
    return null;
  const u = readUnit(src, b.end, units);
  if (!u || u.unit.ordinal || on(src, u.end, '、') || on(src, u.start, '季期级届等号')) return null;
  const f = blank({ ...n, end: b.end });
  f.value = null;
  f.min = n.value * by;
  f.max = n.value >= 10 ? n.value + 1 : b.value;
  f.inner = b.vague;
  f.rule = 'range/paired';
  dress(f, u);
  return f;
}

/** 2.16和1.66个百分点, 15、20公里: the first of two takes the unit of the second; a counter is not shared by whole numbers (1、25个项目). */
export function readShared(src: Source, n: Numeral, unit: UnitRead | null, units: Units): Figure | null {
  if (
    unit ||
    !n.arabic ||
    n.scale > 1 ||
    n.vague ||
    n.high !== null ||
    !on(src, n.end, '和与及、') ||
    !isDigit(src.s[n.end + 1]!)
  )
    return null;
  const b = readNumeral(src, n.end + 1, units.ahead);
  if (!b?.arabic || b.vague || b.high !== null) return null;
  const u = readUnit(src, b.end, units);
  if (
    !u ||
    u.inner ||
    u.unit.ordinal ||
    u.unit.never ||
    !(n.decimal || !u.unit.counter) ||
    on(src, u.start, '年月日号时分季')
  )
    return null;
  const f = blank(n);
  dress(f, { ...u, end: n.end });
  if (b.scale > 1 && n.value < 1000 && f.value !== null) f.value = Number((f.value * b.scale).toPrecision(15));
  f.rule = 'numeral/shared-unit';
  return f;
}
