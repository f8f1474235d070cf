import { isDigit, isHan, isLatin, on, type Source } from './chars.ts';
import type { Figure } from './figure/types.ts';
import { type Modifiers, readOutside } from './modifier.ts';
import type { NotFigures } from './noise.ts';

/** A numeral without a unit is a figure only as a number; a Chinese one needs a scale and two characters. */
export function isFigure(src: Source, f: Figure, floor: number, modifiers: Modifiers, notFigures: NotFigures): boolean {
  const n = f.numeral;
  if (isHeaderUnit(src, f) || isArticle(src, f)) return false;
  if (f.unit !== null || f.dimension === 'money' || f.dimension === 'ratio') return true;
  if (n.arabic) return isBareNumber(src, f, notFigures);
  if (n.high !== null) return false; // 十四五
  if (f.rule === 'range' && f.max !== null && f.max >= 1e4) return true; // 三到四百万
  if (n.bare && n.value >= 1e4) return readOutside(src, f.start, f.end, floor, modifiers).modifier !== null; // 逾千亿
  if (n.digits || n.bare || on(src, n.start, '半')) return false;
  return n.end - n.start >= 2 && (n.value >= 10 || n.decimal) && !isLatin(src.s[f.end]!);
}

/** （万元）, 单位：亿元: the unit of a column, not one of it. */
function isHeaderUnit(src: Source, f: Figure): boolean {
  const n = f.numeral;
  if (!n.bare || n.end - n.start !== 1 || !on(src, n.start, '万亿千百')) return false;
  if (on(src, f.start - 1, '（(') && !isHan(src.s[f.start - 2]!)) return false;
  const opens = on(src, f.start - 1, '（(:： /、\n');
  const closes = f.end >= src.n || on(src, f.end, '）) /、，\n');
  return f.start > 0 && opens && closes;
}

/** 最好的一年, 前一周, 一天要送180单: 一 is an article; 为期一年, 一年来, 近一年 count. */
function isArticle(src: Source, f: Figure): boolean {
  const n = f.numeral;
  if (f.dimension !== 'duration' || n.arabic || n.value !== 1 || n.end - n.start !== 1 || f.value !== 1) return false;
  if (on(src, f.start - 1, '的前这那每新又有同最上下后某此过去整')) return true;
  return on(src, f.end, '要能就可都只到');
}

/** Whether a number without a unit is one to report: no name (307国道, 歼20), no part of 1+1, no identifier. */
function isBareNumber(src: Source, f: Figure, { names }: NotFigures): boolean {
  const { s } = src;
  const n = f.numeral;
  if (f.rule === 'number/ratio' || f.rule === 'numeral/dimension' || n.scale > 1 || n.vague) return true;
  if (n.decimal) return !isLatin(s[f.end]!) && names.matchBack(s, f.start, 0) === f.start;
  if (on(src, f.end, '+*_@') || (on(src, n.start - 1, '+*_@') && f.start === n.start)) return false;
  if (n.digits && n.end - n.start >= 10) return false;
  if (n.digits && isMarker(src, f)) return false;
  if (isLatin(s[f.end]!)) return false; // 300ETF
  if (isHan(s[f.end]!) && !on(src, f.end, AFTER_NUMBER) && !isCompared(src, f.end)) return false;
  let at = f.start;
  if (on(src, at - 1, ' -:') || on(src, at - 1, '-')) at--;
  if (at < f.start && isLatin(s[at - 1]!)) return false;
  if (on(src, n.start - 1, '双') && (n.value === 11 || n.value === 12)) return false;
  return names.matchBack(s, at, 0) === at;
}

/** （1）, （2019）, and 3. at the head of a line: the number of a point, a class or a year, no figure. */
function isMarker(src: Source, f: Figure): boolean {
  const { s } = src;
  const short = f.end - f.start <= 2 || (f.end - f.start === 4 && f.numeral.value > 1900 && f.numeral.value < 2100);
  if (short && on(src, f.start - 1, '(（〔[') && on(src, f.end, ')）〕]')) return true;
  const first = f.start === 0 || s[f.start - 1] === 10;
  return first && f.end - f.start <= 2 && (on(src, f.end, '、.．') || s[f.end] === 0xff0e) && !isDigit(s[f.end + 1]!);
}

/** 大于10小于20, 2^10等于1024. */
const isCompared = (src: Source, at: number): boolean =>
  (on(src, at, '等大小高低多少') && on(src, at + 1, '于')) || (on(src, at, '不') && on(src, at + 1, '大小高低超'));

/** What may follow a number that has no unit; any other character makes it part of a name. */
const AFTER_NUMBER = '之间和与及至到的以左多余是占为比增降，升减上下或而并又最且';
