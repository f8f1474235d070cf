import type { QuantityRules } from '../rules/quantity.ts';
import { closeUp, coversAll, LONGEST_ALONE, readAlone, spread } from './alone.ts';
import { Begin, compileBegin } from './begin.ts';
import { isDigit, on, type Source, toSource } from './chars.ts';
import { isDeadEnd, skipArticle } from './dead-end.ts';
import { readCurrencyPrefix } from './figure/currency.ts';
import { applyCurrencyWord, currencyStart } from './figure/currency-word.ts';
import { readFan } from './figure/fan.ts';
import { readFigure } from './figure/figure.ts';
import { readPlain } from './figure/plain.ts';
import { applySign } from './figure/sign.ts';
import { isFigure } from './is-figure.ts';
import { compileModifiers, type Modifiers } from './modifier.ts';
import { compileNotFigures, type NotFigures, readNoise, readNoiseWord } from './noise.ts';
import { readOrdinal } from './ordinal.ts';
import { parseYmd } from './time/calendar.ts';
import { isHowOften, readNumeralTime } from './time/numeral-time.ts';
import { compileTimes, readTimeWord, type TimeWords } from './time/relative-time.ts';
import type { TimeContext } from './time/types.ts';
import { toQuantity, toTime } from './to-quantity.ts';
import type { Quantity, QuantityOptions } from './types.ts';
import { compileUnits, readyUnits, type Units, type UnitTables } from './unit-table.ts';

/** Reads all figures and times of a text. */
export type Scanner = (text: string, options?: QuantityOptions) => Quantity[];

/** Rules as they are compiled: data that can be kept in a file. */
export interface ScannerTables {
  begin: Uint8Array;
  units: UnitTables;
  modifiers: Modifiers;
  times: TimeWords;
  notFigures: NotFigures;
}

/** Rules as the scanner reads them. */
interface Tables extends ScannerTables {
  units: Units;
}

/** One text while it is read. */
interface Reader {
  src: Source;
  ctx: TimeContext;
  /** End of the last quantity: nothing is read leftwards beyond it. */
  floor: number;
  /** Where to go on when nothing is found. */
  next: number;
}

/** A scanner by compiled rules; it keeps nothing of a text for the next. */
export function createScanner(compiled: ScannerTables): Scanner {
  const tables: Tables = { ...compiled, units: readyUnits(compiled.units) };
  return (text, options = {}) => {
    const found = scan(text, options, tables);
    return text.length <= LONGEST_ALONE && !coversAll(found, text) ? scanAlone(text, found, options, tables) : found;
  };
}

/** Compiles rules: some milliseconds. */
export function compileQuantityRules(rules: QuantityRules): ScannerTables {
  const times = compileTimes(rules.times);
  return {
    begin: compileBegin(times.trie.starts),
    units: compileUnits(rules),
    modifiers: compileModifiers(rules),
    times,
    notFigures: compileNotFigures(rules.notFigures),
  };
}

function scan(text: string, options: QuantityOptions, t: Tables): Quantity[] {
  const { begin } = t;
  const src = toSource(text, begin, Begin.folds);
  const { s, n } = src;
  const ctx: TimeContext = { date: parseYmd(options.date), year: null, month: null, at: -1, firm: false };
  const reader: Reader = { src, ctx, floor: 0, next: 0 };
  const out: Quantity[] = [];
  let i = 0;
  while (i < n) {
    const bits = begin[s[i]!]!;
    if (bits === 0) {
      i++;
      continue;
    }
    if (bits & Begin.end) {
      if (ctx.at >= 0) forget(src, ctx, s[i] === NEWLINE);
      i++;
      continue;
    }
    reader.next = i + 1;
    const read = readAt(reader, i, bits, t);
    if (read === null) {
      i = reader.next;
      continue;
    }
    out.push(read);
    reader.floor = i = read.outerEnd;
  }
  return out;
}

/** A short text of which not all was read: it may be one figure with spaces in it, or one numeral. */
function scanAlone(text: string, found: Quantity[], options: QuantityOptions, t: Tables): Quantity[] {
  const closed = closeUp(text);
  const read = closed ? scan(closed.text, options, t) : [];
  if (closed && coversAll(read, closed.text)) return [spread(read[0]!, text, closed.places)];
  const src = toSource(text, t.begin, Begin.folds);
  const figure = readAlone(src, t.units, t.notFigures);
  return figure ? [toQuantity(src, figure, 0, t.modifiers)] : found;
}

const NEWLINE = 10;

/**
 * At a sentence's end a year alone is forgotten, and one that is still to come (从明年1月1日起) or that something began in
 * (2008年12月以来首次); at a paragraph's end everything.
 */
function forget(src: Source, ctx: TimeContext, paragraph: boolean): void {
  if (paragraph || !ctx.firm || isBegin(src, ctx)) {
    ctx.year = ctx.month = null;
    ctx.at = -1;
    ctx.firm = false;
  }
}

const isBegin = (src: Source, { at, year, date }: TimeContext): boolean =>
  date !== null && year !== null && year !== date.year && (year > date.year || on(src, at, '以来起之'));

/** Reads what begins at `at`, where the bits say that something may. Where nothing does, `next` says where to go on. */
function readAt(reader: Reader, at: number, bits: number, t: Tables): Quantity | null {
  const { src, ctx, floor } = reader;
  const numeral = bits & (Begin.numeral | Begin.opener);
  if (isDigit(src.s[at]!) && readNoiseWord(src, at, t.notFigures, t.units) === at) {
    const plain = readPlain(src, at, t.units);
    if (plain) return toQuantity(src, plain, floor, t.modifiers);
  }
  if (numeral) {
    const skip = readNoise(src, at, t.notFigures, t.units);
    if (skip > at) {
      reader.next = skip;
      return null;
    }
  }
  if (bits & Begin.time) {
    const read = readTimeWord(src, at, ctx, t.times);
    if (read) return toTime(src, read);
  }
  if (numeral) {
    if (isDeadEnd(src, at, t.units)) return null;
    const article = skipArticle(src, at, t.units);
    if (article === at) return readAtNumeral(reader, at, bits, t);
    reader.next = article;
    return null;
  }
  if (bits & Begin.currency) {
    const read = readCurrencyPrefix(src, at, t.units);
    return read && toQuantity(src, read, floor, t.modifiers);
  }
  if (bits & Begin.ordinal) return readOrdinal(src, at, t.units);
  if (bits & Begin.fan) {
    const read = readFan(src, at);
    return read && toQuantity(src, read, floor, t.modifiers);
  }
  return null;
}

/** Reads the date, the time of day or the figure whose numeral begins at `at`. */
function readAtNumeral(reader: Reader, at: number, bits: number, t: Tables): Quantity | null {
  const { src, ctx, floor } = reader;
  if (bits & Begin.numeral) {
    if (isHowOften(src, at)) {
      reader.next = at + 2;
      return null;
    }
    const time = readNumeralTime(src, at, ctx, t.times.parts);
    if (time) return toTime(src, time);
  }
  const read = readFigure(src, at, t.units, floor);
  if (read === null) return null;
  if (typeof read === 'number') {
    reader.next = Math.max(read, at + 1);
    return null;
  }
  applySign(src, read, floor);
  const from = currencyStart(src, read.start, floor, t.units);
  applyCurrencyWord(src, read, from, t.units);
  if (isFigure(src, read, floor, t.modifiers, t.notFigures)) return toQuantity(src, read, floor, t.modifiers, from);
  reader.next = Math.max(read.end, at + 1);
  return null;
}
