import { isDigit, KIND, Kind, on, type Source, stands } from '../chars.ts';
import { TIMES } from '../marks.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit, type UnitRead } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { digitOf, isNounless } from './ahead.ts';
import { blank, type Figure } from './types.ts';

/** 3元5角, 12元5角6分, 5块6. */
export function readCoins(src: Source, f: Figure): void {
  const { s } = src;
  let i = f.end;
  if (!(KIND[s[i]!]! & (Kind.arabic | Kind.digit | Kind.financial))) return;
  let sum = 0;
  if (on(src, i, '零') && digitOf(s[i + 1]!) > 0 && (on(src, i + 2, '分') || isNounless(src, i + 2))) {
    // 三块零四, 6块零5分
    f.value = Math.round(f.value! * 100 + digitOf(s[i + 1]!)) / 100;
    f.end = on(src, i + 2, '分') ? i + 3 : i + 2;
    return;
  }
  const tenths = coinAt(src, i, f.code === 'HKD' ? '角毛毫' : '角毛');
  if (tenths >= 0) {
    sum += tenths * 10;
    i += 2;
  }
  const hundredths = coinAt(src, i, '分');
  if (hundredths >= 0) {
    sum += hundredths;
    i += 2;
  }
  const tens = tenths >= 0 && hundredths < 0;
  let found = tenths >= 0 || hundredths >= 0;
  if (tens && digitOf(s[i]!) > 0 && isNounless(src, i + 1) && !isDigit(s[i + 1]!)) sum += digitOf(s[i++]!); // 四块二毛五
  const loose = !isDigit(s[i]!) || on(src, i - 1, '块蚊');
  const ends = isNounless(src, i + 1) || on(src, i + 1, '到至'); // 三块五到四块二
  if (!found && loose && f.numeral.scale === 1 && ends && !isDigit(s[i + 1]!) && s[i + 1] !== TIMES) {
    // 3块5, 三元五; but 80亿元2×100万千瓦 is two figures
    const d = isDigit(s[i]!) ? s[i]! - 48 : digitOf(s[i]!);
    if (d > 0) {
      sum = d * 10;
      i++;
      found = true;
    }
  }
  if (!found || f.value === null) return;
  if (on(src, i - 1, '角毛毫分') && on(src, i, '钱')) i++; // 六角七分钱
  f.value = Math.round(f.value * 100 + sum) / 100;
  const thousandths = hundredths >= 0 ? coinAt(src, i, '厘') : -1;
  if (thousandths >= 0) {
    f.value = Math.round(f.value * 1000 + thousandths) / 1000;
    i += 2;
  }
  f.end = i;
}

/** 两美元又三美分, 3英镑20便士: the hundredths of the same currency, by their own name. */
export function readCentsOf(src: Source, f: Figure, u: UnitRead, units: Units): void {
  if (f.value === null || f.inner || f.numeral.scale >= 1e4 || f.numeral.decimal) return;
  const n = readNumeral(src, on(src, f.end, '又零') ? f.end + 1 : f.end, units.ahead);
  const cents = n && n.high === null && !n.vague && n.value < 100 ? readUnit(src, n.end, units) : null;
  if (!n || cents?.base !== u.base || cents.factor !== 0.01) return;
  f.value = Math.round(f.value * 100 + n.value) / 100;
  f.end = cents.end;
}

/** The digit before a coin's name at `at`, -1 for none. */
function coinAt(src: Source, at: number, names: string): number {
  const c = src.s[at]!;
  const d = isDigit(c) ? c - 48 : KIND[c]! & (Kind.digit | Kind.financial) ? digitOf(c) : -1;
  return d >= 0 && on(src, at + 1, names) ? d : -1;
}

/** 六角五分, 两毛五. */
export function readCents(src: Source, f: Figure): void {
  const d = digitOf(src.s[f.end]!);
  const written = on(src, f.end + 1, '分');
  if (d < 1 || f.value === null || f.value > 99 || !(written || isNounless(src, f.end + 1))) return;
  f.value = Number((f.value + d / 10).toFixed(1));
  f.end += written ? 2 : 1;
}

/** 3.5元至4元2角: the coins of the upper end. */
export function readUpperCoins(src: Source, f: Figure, b: Numeral): void {
  const upper = { ...blank(b), end: f.end, value: f.max };
  readCoins(src, upper);
  f.max = upper.value;
  f.end = upper.end;
}

/** 电价上调每千瓦时2.5分, but not 每题2.5分: a price before it makes 分 money. */
export function isPriced(src: Source, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 14); i--) {
    if (on(src, i, '。；\n')) return false;
    if (on(src, i, '价') && !on(src, i - 1, '评')) return true;
    if (stands(src, i, '千瓦时')) return true;
  }
  return false;
}

export function toCents(f: Figure): void {
  f.dimension = 'money';
  f.code = f.base = 'CNY';
  f.factor = 0.01;
}
