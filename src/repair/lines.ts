import { Char, CLASS, is, isDigit } from './characters.ts';

/** A text in its units, and facts of its lines, blank ones left out. Parallel arrays, filled for `count` lines. */
export interface Lines {
  text: string;
  units: Uint16Array;
  count: number;
  /** Content without surrounding blanks. */
  start: Int32Array;
  end: Int32Array;
  /** Raw line number, from 1. */
  number: Int32Array;
  /** Blank lines before it. */
  blanks: Uint8Array;
  /** Cells of blank before its content. */
  indent: Uint8Array;
  /** Width of the content in cells: 2 for Han and full-width, 1 for others. */
  width: Int32Array;
  /** `Fact` bits. */
  facts: Uint16Array;
  /** What the line is by its shape; see `markShapes`. */
  shape: Uint8Array;
  /** What happens at its end: a `Join`, with `Join.withSpace` where a blank takes the line end's place. */
  join: Uint8Array;
  /** Where a sentence may end: 。！？!? The first `stopCount` are filled. */
  stops: number[];
  stopCount: number;
  /** A numeral somewhere may have lost a digit or a separator. */
  mayBeBroken: boolean;
}

export const Fact = {
  /** Only a numeral: 25, 41.5%, 4×100, 1,234. */
  numeric: 1,
  startsWithDigit: 2,
  endsWithDigit: 4,
  /** Ends a sentence (。！？ with any closers behind). */
  terminal: 8,
  /** Begins with what begins no line: ，）%. */
  startsClosing: 16,
  hasHan: 32,
  /** Blanks inside: columns, letter spacing or stray ones. */
  hasGap: 64,
  /** ，、 or an opening bracket at its end. */
  endsOpen: 128,
  /** A sentence mark somewhere inside. */
  hasMark: 256,
  /** Characters that may need narrowing or taking out. */
  dirty: 512,
  /** A digit of any width, or another full-width character. */
  hasDigit: 1024,
  /** Four Han characters or more that stand alone before a blank: 占 本 次 交 易. */
  maybeSpaced: 2048,
} as const;

/** What happens at a line's end: it stands, or the next line goes on with it, for one reason or another. */
export const Join = { none: 0, wrapped: 1, number: 2, unit: 3, withSpace: 16 } as const;

const CLOSER = new Uint8Array(65536);
for (const c of '”’）)》」』') CLOSER[c.charCodeAt(0)] = 1;

/** Characters behind the point of a numeral that lost its decimals: 4.万亿元. */
const LOST = '万亿元吨%';

export const createLines = (capacity: number): Lines => ({
  text: '',
  units: new Uint16Array(0),
  count: 0,
  start: new Int32Array(capacity),
  end: new Int32Array(capacity),
  number: new Int32Array(capacity),
  blanks: new Uint8Array(capacity),
  indent: new Uint8Array(capacity),
  width: new Int32Array(capacity),
  facts: new Uint16Array(capacity),
  shape: new Uint8Array(capacity),
  join: new Uint8Array(capacity),
  stops: [],
  stopCount: 0,
  mayBeBroken: false,
});

const BLANK = Char.space | Char.control;
const STOP = BLANK | Char.lineEnd | Char.noted;
const WIDE_CELL = Math.log2(Char.wideCell);

/** Splits and measures a text whose units stand in `units` with a line end behind them. One pass. */
export function measureLines(text: string, units: Uint16Array, l: Lines): void {
  const n = text.length;
  const classes = CLASS; // here, as a variable of the module is looked up again at each character
  l.text = text;
  l.units = units;
  l.count = 0;
  l.stopCount = 0;
  l.mayBeBroken = false;
  let number = 1;
  let blanks = 0;
  for (let k = 0; k <= n; k++) {
    const from = k;
    let bits = classes[units[k]!]!;
    let seen = 0;
    for (; bits & BLANK; bits = classes[units[++k]!]!) seen |= bits;
    if (bits & Char.lineEnd) blanks++;
    else {
      const start = k;
      let end = k;
      let width = 0;
      let wide = 0;
      let gaps = 0;
      let alone = 0;
      let dirty = (seen & Char.control) !== 0;
      seen = 0;
      for (;;) {
        for (; !(bits & STOP); bits = classes[units[++k]!]!) {
          seen |= bits;
          wide += (bits >> WIDE_CELL) & 1;
        }
        if (bits & Char.noted) {
          seen |= bits;
          wide += (bits >> WIDE_CELL) & 1;
          if (bits & Char.terminal || units[k] === 0x21 || units[k] === 0x3f) l.stops[l.stopCount++] = k;
          else {
            dirty ||= isSuspect(units, k);
            if (!l.mayBeBroken && mayBeBroken(units, k)) l.mayBeBroken = true;
          }
          bits = classes[units[++k]!]!;
          continue;
        }
        end = k;
        if (bits & Char.lineEnd) break;
        let blank = 0;
        for (; bits & BLANK; bits = classes[units[++k]!]!) blank |= bits;
        if (blank & Char.control) dirty = true;
        if (bits & Char.lineEnd) break;
        if (blank & Char.space) {
          gaps++;
          if (isAlone(units, start, end)) alone++;
        }
        width += blankCells(units, end, k) - (k - end);
      }
      if (l.count === l.start.length) grow(l);
      const at = l.count++;
      l.start[at] = start;
      l.end[at] = end;
      l.number[at] = number;
      l.blanks[at] = Math.min(255, blanks);
      l.indent[at] = from === start ? 0 : Math.min(255, blankCells(units, from, start));
      l.width[at] = end - start + wide + width;
      l.facts[at] = edgeFacts(units, start, end) | innerFacts(seen, gaps, alone, dirty);
      l.join[at] = 0;
      blanks = 0;
    }
    const lineEnd = units[k];
    if (lineEnd === 13 && units[k + 1] === 10 && k + 1 < n) k++;
    if (lineEnd === 10 || lineEnd === 13) number++; // a form feed begins a line, but no line of the file
  }
}

/** Cells of blank between two places: a wide one takes two, what is no blank but takes no place none. */
function blankCells(units: Uint16Array, from: number, to: number): number {
  let cells = 0;
  for (let i = from; i < to; i++) if (is(units, i, Char.space)) cells += units[i] === 0x3000 ? 2 : 1;
  return cells;
}

/** Whether the last character before a blank at `end` is a Han character by itself. */
const isAlone = (units: Uint16Array, start: number, end: number): boolean =>
  is(units, end - 1, Char.han) && is(units, end, Char.space) && (end - 1 === start || !is(units, end - 2, Char.han));

/** What the classes of a line's characters say, its gaps and the letters that stand alone before them. */
function innerFacts(seen: number, gaps: number, alone: number, dirty: boolean): number {
  let facts = 0;
  if (!(seen & Char.notInNumber) && seen & Char.digit) facts |= Fact.numeric;
  if (seen & Char.han) facts |= Fact.hasHan;
  if (seen & Char.sentence) facts |= Fact.hasMark;
  if (seen & (Char.digit | Char.wide)) facts |= Fact.hasDigit;
  if (gaps > 0) facts |= Fact.hasGap;
  if (alone >= 4) facts |= Fact.maybeSpaced;
  if (dirty || gaps > 0 || seen & Char.wide) facts |= Fact.dirty;
  return facts;
}

/** What the first and last characters of a line say. */
function edgeFacts(units: Uint16Array, start: number, end: number): number {
  const first = CLASS[units[start]!]!;
  let last = end - 1;
  while (last > start && CLOSER[units[last]!]) last--;
  const ending = units[end - 1]!;
  const endBits = CLASS[ending]!;
  let facts = 0;
  if (isDigit(units[start]!)) facts |= Fact.startsWithDigit;
  if (isDigit(ending)) facts |= Fact.endsWithDigit;
  if (CLASS[units[last]!]! & Char.terminal) facts |= Fact.terminal;
  if (first & Char.closing) facts |= Fact.startsClosing;
  if (endBits & Char.opening || ending === 0xff0c || ending === 0x3001) facts |= Fact.endsOpen;
  return facts;
}

/** Whether a suspect character is one that may be taken out: the & of an entity, a mark that stands twice, the l of l9亿. */
function isSuspect(units: Uint16Array, at: number): boolean {
  const c = units[at]!;
  if (c === 0x26) return true;
  if (c === 0x2e || c === 0x2c || c === 0x25) return at > 0 && units[at - 1] === c;
  return isAsciiDigit(units[at + 1]!) || (at > 0 && isAsciiDigit(units[at - 1]!));
}

/** Whether a numeral may have lost a digit or a separator at this mark: 4.万亿元, 10,98,2011. */
function mayBeBroken(units: Uint16Array, at: number): boolean {
  if (at === 0 || !isAsciiDigit(units[at - 1]!)) return false;
  const next = units[at + 1]!;
  if (units[at] === 0x2e) return !isAsciiDigit(next) && LOST.includes(String.fromCharCode(next));
  if (units[at] !== 0x2c) return false;
  let digits = 0;
  while (isAsciiDigit(units[at + 1 + digits]!)) digits++;
  return digits >= 4 || (digits > 0 && digits < 3 && units[at + 1 + digits] === 0x2c);
}

const isAsciiDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The array with twice the room. */
function grown(array: Int32Array): Int32Array {
  const bigger = new Int32Array(2 * array.length);
  bigger.set(array);
  return bigger;
}

function grow(l: Lines): void {
  const size = l.start.length * 2;
  for (const key of ['start', 'end', 'number', 'width'] as const) l[key] = grown(l[key]);
  for (const key of ['blanks', 'indent', 'shape', 'join'] as const) {
    const bigger = new Uint8Array(size);
    bigger.set(l[key]);
    l[key] = bigger;
  }
  const facts = new Uint16Array(size);
  facts.set(l.facts);
  l.facts = facts;
}
