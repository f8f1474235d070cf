import { isDigit, KIND, Kind, on, type Source, stands } from '../chars.ts';
import { BAN, COLON, SLASH } from '../marks.ts';
import { NEAR, Near } from '../near.ts';
import { readNumeral, readOpened } from '../numeral/numeral.ts';
import { readPower } from '../numeral/power.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { readFraction, readMixedFraction, readOnePart, readPercentWords, readSlash } from './fraction.ts';
import { readHalf, readOneHalf } from './half.ts';
import { withUnit } from './measure.ts';
import { readPaired, readShared } from './pair.ts';
import { readProduct } from './product.ts';
import { isYearAt, readRatio } from './ratio.ts';
import { joinCoinSpan, readSpan } from './span.ts';
import { readTenths } from './tenths.ts';
import type { Reading } from './types.ts';

/** Reads the figure whose numeral begins at `at`. A number says that the numeral is none, and where to go on. */
export function readFigure(src: Source, at: number, units: Units, floor = 0): Reading {
  const { s } = src;
  const { ahead } = units;
  if (s[at] === BAN) return readHalf(src, at, units);
  if (KIND[s[at]!]! & Kind.opener) {
    const opened = readOpened(src, at, ahead);
    return opened ? withUnit(src, opened, units, 'numeral/vague') : null;
  }
  const fraction = readPercentWords(src, at, units);
  if (fraction) return fraction;
  const n = readNumeral(src, at, ahead);
  if (!n) return null;
  const near = NEAR[s[n.end]!]!;
  if (near & Near.special) {
    const special = readSpecial(src, n, units);
    if (special) return special;
  }
  const unit = readUnit(src, n.end, units);
  if (near & Near.join) {
    const joined =
      readProduct(src, n, units) ??
      readPaired(src, n, units) ??
      readSpan(src, n, unit, units, floor) ??
      readShared(src, n, unit, units);
    if (joined) return joined;
  } else if (unit && NEAR[s[unit.end]!]! & Near.join) {
    const span = readSpan(src, n, unit, units, floor);
    if (span) return span;
  }
  return joinCoinSpan(src, withUnit(src, n, units, n.arabic ? 'numeral/arabic' : 'numeral/chinese', unit), units);
}

/** What a mark right behind the numeral makes of it: 三分之一, 一又二分之一, 一半, 七成, 3∶1, 2/3, 10^6. */
function readSpecial(src: Source, n: Numeral, units: Units): Reading {
  const { s } = src;
  if (stands(src, n.end, '分之')) return readFraction(src, n, units);
  if (stands(src, n.end, '分一')) {
    const part = readOnePart(src, n, units);
    if (part) return part;
  }
  if (on(src, n.end, '又')) return readMixedFraction(src, n, units);
  if (s[n.end] === BAN && n.value === 1 && n.end - n.start === 1 && !n.arabic) return readOneHalf(src, n);
  const tenths = readTenths(src, n);
  if (tenths) return tenths;
  if (n.arabic && (s[n.end] === COLON || on(src, n.end, '比')) && isDigit(s[n.end + 1]!) && !isYearAt(src, n.end + 1))
    return readRatio(src, n, units);
  if (n.arabic && s[n.end] === SLASH && isDigit(s[n.end + 1]!)) return readSlash(src, n, units);
  if (s[n.end] === 94 && n.arabic && n.scale === 1) {
    const power = readPower(src, n.end);
    if (power) return withUnit(src, { ...n, end: power.end, value: n.value ** power.exponent }, units, 'numeral/power');
  }
  return null;
}
