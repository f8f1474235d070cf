import type { QuantityRules } from '../rules/quantity.ts';
import { code, isDigit, isHan, isLatin, KIND, Kind, NUMERALS, on, type Source, stands, toSource } from './chars.ts';
import { readCurrencyPrefix } from './figure/currency.ts';
import { readFan } from './figure/fan.ts';
import { readFigure } from './figure/figure.ts';
import { isPlus, signStart } from './figure/sign.ts';
import type { Figure } from './figure/types.ts';
import { compileModifiers, type Modifiers, readOutside } from './modifier.ts';
import { compileNotFigures, type NotFigures, readNoise } from './noise.ts';
import { readNumeral } from './numeral/numeral.ts';
import { parseYmd } from './time/calendar.ts';
import { readClock } from './time/clock.ts';
import { readDate } from './time/date.ts';
import { compileTimes, readTimeWord, type TimeWords } from './time/relative-time.ts';
import { readSmall } from './time/small.ts';
import type { TimeContext, TimeRead } from './time/types.ts';
import type { Modifier, Quantity, QuantityOptions } from './types.ts';
import { compileUnits, readUnit, type Units } from './unit.ts';

/** Reads all figures and times of a text. */
export type Scanner = (text: string, options?: QuantityOptions) => Quantity[];

/** What may begin at a character, as bits of one table: the scanner's main loop looks at nothing else. */
const Begin = { numeral: 1, opener: 2, time: 4, currency: 8, ordinal: 16, fan: 32, newline: 64, stop: 128 } as const;

/** Rules as the scanner reads them. */
export interface Tables {
  begin: Uint8Array;
  units: Units;
  modifiers: Modifiers;
  times: TimeWords;
  notFigures: NotFigures;
}

/** A scanner by compiled rules; it keeps no state between texts. */
export const createScanner =
  (tables: Tables): Scanner =>
  (text, options = {}) =>
    scan(text, options, tables);

/** Compiles rules: some milliseconds. */
export function compileQuantityRules(rules: QuantityRules): Tables {
  const times = compileTimes(rules.times);
  const tables: Tables = {
    begin: new Uint8Array(65536),
    units: compileUnits(rules),
    modifiers: compileModifiers(rules),
    times,
    notFigures: compileNotFigures(rules.notFigures),
  };
  fillBegin(tables.begin, times);
  return tables;
}

function fillBegin(begin: Uint8Array, times: TimeWords): void {
  for (const c of NUMERALS) {
    const kind = KIND[c]!;
    let bits = 0;
    if (kind & (Kind.arabic | Kind.digit | Kind.scale | Kind.tens | Kind.financial)) bits |= Begin.numeral;
    if (kind & Kind.opener) bits |= Begin.opener;
    begin[c] = bits;
  }
  for (const c of times.trie.starts) begin[c]! |= Begin.time;
  for (const ch of '前头') begin[code(ch)]! |= Begin.time;
  for (const ch of '¥$€£USHRCANT') begin[code(ch)]! |= Begin.currency;
  begin[code('第')]! |= Begin.ordinal;
  begin[code('翻')]! |= Begin.fan;
  begin[10]! |= Begin.newline;
  for (const ch of '。！？；') begin[code(ch)]! |= Begin.stop;
}

function scan(text: string, options: QuantityOptions, t: Tables): Quantity[] {
  const src = toSource(text);
  const { s, n } = src;
  const { begin } = t;
  const out: Quantity[] = [];
  const ctx: TimeContext = { date: parseYmd(options.date), year: null, month: null, at: -1, firm: false };
  let floor = 0;
  let i = 0;
  const push = (q: Quantity) => {
    out.push(q);
    floor = q.outerEnd;
    i = q.outerEnd > q.end ? q.outerEnd : q.end;
  };
  while (i < n) {
    const bits = begin[s[i]!]!;
    if (bits === 0) {
      i++;
      continue;
    }
    if (bits & (Begin.newline | Begin.stop)) {
      forget(ctx, (bits & Begin.newline) !== 0);
      i++;
      continue;
    }
    if (bits & (Begin.numeral | Begin.opener)) {
      const skip = readNoise(src, i, t.notFigures);
      if (skip > i) {
        i = skip;
        continue;
      }
    }
    if (bits & Begin.time) {
      const read = readTimeWord(src, i, ctx, t.times);
      if (read) {
        push(toTime(src, read));
        continue;
      }
    }
    if (bits & Begin.currency) {
      const read = readCurrencyPrefix(src, i, t.units);
      if (read) {
        push(toQuantity(src, read, floor, t));
        continue;
      }
    }
    if (bits & Begin.ordinal) {
      const from = i;
      const end = readOrdinal(src, from, t, push);
      if (end > from) continue; // pushing it has moved on
    }
    if (bits & Begin.fan) {
      const read = readFan(src, i);
      if (read) {
        push(toQuantity(src, read, floor, t));
        continue;
      }
    }
    if (bits & (Begin.numeral | Begin.opener)) {
      const from = i;
      const next = readAtNumeral(src, i, ctx, floor, t, push);
      i = Math.max(from + 1, next);
      continue;
    }
    i++;
  }
  return out;
}

/** At a sentence's end a year alone is forgotten, at a paragraph's end everything. */
function forget(ctx: TimeContext, paragraph: boolean): void {
  if (ctx.at < 0) return;
  if (paragraph || !ctx.firm) {
    ctx.year = ctx.month = null;
    ctx.at = -1;
    ctx.firm = false;
  }
}

/** Reads what the numeral at `at` begins; where to go on. */
function readAtNumeral(
  src: Source,
  at: number,
  ctx: TimeContext,
  floor: number,
  t: Tables,
  push: (q: Quantity) => void,
): number {
  const { s } = src;
  if (stands(src, at, '一月一')) return at + 2; // 一月一次: how often
  if (!(KIND[s[at]!]! & Kind.opener)) {
    const date = readPlanYears(src, at) ?? readDate(src, at, ctx, t.times.parts) ?? readClock(src, at);
    if (date) {
      push(toTime(src, date));
      return date.end;
    }
  }
  const read = readFigure(src, at, t.units, floor);
  if (read === null) return at + 1;
  if ('skipTo' in read) return Math.max(read.skipTo, at + 1);
  applySign(src, read, floor);
  if (!isFigure(src, read, floor, t)) return Math.max(read.end, at + 1);
  const q = toQuantity(src, read, floor, t);
  push(q);
  return q.outerEnd;
}

/** 十四五, 十二五 as five-year plans: 2021/2025, 2011/2015. */
function readPlanYears(src: Source, at: number): TimeRead | null {
  const { s } = src;
  if (isDigit(s[at]!)) return null;
  const n = readSmall(src, at);
  let plan = 0;
  let end = at;
  if (n && s[at] === code('十') && n.length === 2 && s[n.end] === code('五')) {
    plan = n.value;
    end = n.end + 1;
  }
  if (plan < 11) return null;
  const named = on(src, end, '”"』」期时规末以开收来') || on(src, at - 1, '“"『「');
  if (!named || KIND[s[end]!]! & (Kind.scale | Kind.digit)) return null;
  const from = 1953 + (plan - 1) * 5 - (plan > 2 ? 2 : 0);
  const first = plan >= 6 ? 1981 + (plan - 6) * 5 : from;
  return {
    start: at,
    end,
    time: { edtf: `${first}/${first + 4}`, granularity: 'span', inferred: true },
    figure: false,
    rule: 'time/plan',
  };
}

/** 第17次, 第一, 第六届: kept as ordinals. */
function readOrdinal(src: Source, at: number, t: Tables, push: (q: Quantity) => void): number {
  const n = readNumeral(src, at + 1, () => false);
  if (!n || n.vague || n.high !== null) return at;
  const u = readUnit(src, n.end, t.units);
  const end = u ? u.end : n.end;
  push({
    start: at,
    end,
    text: src.text.slice(at, end),
    dimension: 'ordinal',
    value: n.value,
    modifier: null,
    outerStart: at,
    outerEnd: end,
    unit: u ? u.surface : null,
    unitCode: null,
    canonical: null,
    figure: true,
    rule: 'ordinal',
  });
  return end;
}

/** 零下25.3℃, 负3%, -3.2%: the sign before the numeral, which a range has read already. */
function applySign(src: Source, f: Figure, floor: number): void {
  if (f.signed) return;
  const start = signStart(src, f.start, floor, SIGNED.has(f.dimension));
  if (start === f.start) return;
  f.start = start;
  if (isPlus(src, start)) return;
  if (f.value !== null) f.value = -f.value || 0;
  if (f.min !== null && f.max !== null) [f.min, f.max] = [-f.max, -f.min];
}

const SIGNED = new Set(['ratio', 'temperature', 'points']);

/** A numeral without a unit is a figure only as a number; a Chinese one needs a scale and two characters. */
function isFigure(src: Source, f: Figure, floor: number, t: Tables): boolean {
  const n = f.numeral;
  if (isHeaderUnit(src, f) || isArticle(src, f)) return false;
  if (f.unit !== null || f.dimension === 'money' || f.dimension === 'ratio') return true;
  if (n.arabic) return isBareNumber(src, f, t);
  if (n.high !== null) return false; // 十四五
  if (n.bare && n.value >= 1e4) return readOutside(src, f.start, f.end, floor, t.modifiers).modifier !== null; // 逾千亿
  if (n.digits || n.bare || n.value === 0.5) return false;
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
function isBareNumber(src: Source, f: Figure, t: Tables): boolean {
  const { s } = src;
  const n = f.numeral;
  if (f.rule === 'number/ratio' || f.rule === 'numeral/dimension' || n.scale > 1 || n.vague) return true;
  if (n.decimal) return !isLatin(s[f.end]!) && t.notFigures.names.matchBack(s, f.start, 0) === f.start;
  if (on(src, f.end, '+*_@') || (on(src, n.start - 1, '+*_@') && f.start === n.start)) return false;
  if (n.digits && n.end - n.start >= 10) return false;
  if (n.digits && isMarker(src, f)) return false;
  if (isLatin(s[f.end]!)) return false; // 300ETF
  if (isHan(s[f.end]!) && !on(src, f.end, AFTER_NUMBER)) return false;
  let at = f.start;
  if (on(src, at - 1, ' -:') || on(src, at - 1, '-')) at--;
  if (at < f.start && isLatin(s[at - 1]!)) return false;
  if (on(src, n.start - 1, '双') && (n.value === 11 || n.value === 12)) return false;
  return t.notFigures.names.matchBack(s, at, 0) === at;
}

/** （1）, （2019）, and 3. at the head of a line: the number of a point, a class or a year, no figure. */
function isMarker(src: Source, f: Figure): boolean {
  const { s } = src;
  const short = f.end - f.start <= 2 || (f.end - f.start === 4 && f.numeral.value > 1900 && f.numeral.value < 2100);
  if (short && on(src, f.start - 1, '(（〔[') && on(src, f.end, ')）〕]')) return true;
  const first = f.start === 0 || s[f.start - 1] === 10;
  return first && f.end - f.start <= 2 && (on(src, f.end, '、.．') || s[f.end] === 0xff0e) && !isDigit(s[f.end + 1]!);
}

/** What may follow a number that has no unit; any other character makes it part of a name. */
const AFTER_NUMBER = '之间和与及至到的以左多余是占为比增降，升减上下或而并又最且';

/** Bounds by the modifier: 以上 gives minValue, 不足 maxValue. */
function toQuantity(src: Source, f: Figure, floor: number, t: Tables): Quantity {
  const outside = readOutside(src, f.start, f.end, floor, t.modifiers);
  let modifier: Modifier | null = f.inner ?? outside.modifier;
  if (modifier === 'nearly' && f.dimension === 'duration' && src.s[f.start - 1] === code('近') && isLastYears(src, f))
    modifier = null;
  const q: Quantity = {
    start: f.start,
    end: f.end,
    text: src.text.slice(f.start, f.end),
    dimension: f.dimension,
    value: f.value,
    modifier,
    outerStart: outside.outerStart,
    outerEnd: outside.outerEnd,
    unit: f.unit,
    unitCode: f.code,
    canonical: null,
    figure: true,
    rule: f.rule,
  };
  if (f.min !== null && f.max !== null) {
    q.minValue = f.min;
    q.maxValue = f.max;
  } else if (typeof q.value === 'number') {
    if (modifier === 'moreThan' || modifier === 'atLeast') q.minValue = q.value;
    else if (modifier === 'lessThan' || modifier === 'atMost') q.maxValue = q.value;
  }
  if (f.base !== null) q.canonical = canonical(q, f);
  return q;
}

/** 近5年, 近三年来 are the last years; 历时近20年 is almost twenty. */
function isLastYears(src: Source, f: Figure): boolean {
  if (f.value === null || f.inner) return f.inner !== null;
  if (on(src, f.start - 2, '了时过达经续已有超用')) return false;
  if (on(src, f.end, '来间里内，、')) return true;
  return f.value < 20;
}

function canonical(q: Quantity, f: Figure): Quantity['canonical'] {
  const to = (v: number): number => {
    if (f.factor === 1 && f.offset === 0) return v;
    const x = (v + f.offset) * f.factor;
    return Number.isInteger(x) ? x : Number(x.toPrecision(15));
  };
  const value = typeof q.value === 'number' ? to(q.value) : null;
  const unit = f.base!;
  if (q.minValue === undefined && q.maxValue === undefined) return { value, unit };
  return {
    value,
    ...(q.minValue === undefined ? {} : { minValue: to(q.minValue) }),
    ...(q.maxValue === undefined ? {} : { maxValue: to(q.maxValue) }),
    unit,
  };
}

function toTime(src: Source, read: TimeRead): Quantity {
  const clock = read.time.granularity === 'clock';
  return {
    start: read.start,
    end: read.end,
    text: src.text.slice(read.start, read.end),
    dimension: clock ? 'time' : 'date',
    value: read.time.edtf,
    modifier: null,
    outerStart: read.start,
    outerEnd: read.end,
    unit: null,
    unitCode: null,
    canonical: null,
    time: read.time,
    figure: read.figure,
    rule: read.rule,
  };
}
