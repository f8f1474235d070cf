import { isHan, on, type Source } from '../chars.ts';
import { ENDINGS } from '../near.ts';
import { type Units, unitMatched } from '../unit-table.ts';
import type { Figure } from './types.ts';

const LONGEST = 6;
const YUAN = 'CNY';

/**
 * Where the name of a currency right before the number at `at` begins (人民币300万元, 港币 2960元); `at` where none stands. Not the second
 * of a pair: 人民币对美元7.1 is a rate.
 */
export function currencyStart(src: Source, at: number, floor: number, units: Units): number {
  const end = src.s[at - 1] === 32 ? at - 1 : at;
  if (!on(src, end - 1, ENDINGS)) return at;
  for (let from = Math.max(floor, end - LONGEST); from < end - 1; from++) {
    if (units.trie.match(src.s, from, src.n) !== end) continue;
    return unitMatched(units).dimension === 'money' && !on(src, from - 1, '对兑比') ? from : at;
  }
  return at;
}

/** 人民币3.14 and 美元100: the word is the unit. 港币2960元: 元 is of the currency that stands before. */
export function applyCurrencyWord(src: Source, f: Figure, from: number, units: Units): void {
  if (from === f.start) return;
  units.trie.match(src.s, from, src.n);
  const { code, base, dimension } = unitMatched(units);
  if (
    f.unit === null &&
    f.dimension === 'number' &&
    (f.numeral.arabic || f.numeral.scale > 1 || f.numeral.value >= 10)
  ) {
    const end = src.s[f.start - 1] === 32 ? f.start - 1 : f.start;
    if (isHan(src.s[f.end]!) && !on(src, f.end, '的以左上至到和与及')) return; // 美元17国
    f.dimension = dimension;
    f.unit = src.text.slice(from, end);
    f.start = from;
    f.rule = 'money/word';
  } else if (f.code !== YUAN || f.dimension !== 'money') return;
  f.code = code;
  f.base = base;
}
