import { Char, CLASS, isDigit } from './characters.ts';

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
  /** What happens at its end; see `decideJoins`. */
  join: Uint8Array;
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
  mayBeBroken: false,
});

/** Splits and measures a text whose units stand in `units` with a line end behind them. One pass. */
export function measureLines(text: string, units: Uint16Array, l: Lines): void {
  const n = text.length;
  l.text = text;
  l.units = units;
  l.count = 0;
  l.mayBeBroken = false;
  let number = 1;
  let blanks = 0;
  for (let k = 0; k <= n; k++) {
    let indent = 0;
    let dirty = false;
    let bits = CLASS[units[k]!]!;
    for (; bits & (Char.space | Char.control); bits = CLASS[units[++k]!]!)
      if (bits & Char.control) dirty = true;
      else indent += units[k] === 0x3000 ? 2 : 1;
    if (bits & Char.lineEnd) blanks++;
    else {
      const start = k;
      let end = k;
      let width = 0;
      let widthAtEnd = 0;
      let seen = 0;
      let every = 0xffff;
      let hasGap = false;
      let alone = 0;
      for (;;) {
        for (; !(bits & (Char.lineEnd | Char.space | Char.control)); bits = CLASS[units[++k]!]!) {
          seen |= bits;
          every &= bits;
          width += bits & Char.wideCell ? 2 : 1;
          if (bits & Char.suspect) {
            dirty ||= isSuspect(units, k);
            if (!l.mayBeBroken && mayBeBroken(units, k)) l.mayBeBroken = true;
          }
        }
        end = k;
        widthAtEnd = width;
        if (bits & Char.lineEnd) break;
        const isAlone =
          bits & Char.space &&
          CLASS[units[k - 1]!]! & Char.han &&
          (k - 1 === start || !(CLASS[units[k - 2]!]! & Char.han));
        let space = false;
        for (; bits & (Char.space | Char.control); bits = CLASS[units[++k]!]!)
          if (bits & Char.control) dirty = true;
          else {
            width += units[k] === 0x3000 ? 2 : 1;
            space = true;
          }
        if (bits & Char.lineEnd) break;
        if (isAlone) alone++;
        if (space) hasGap = true;
      }
      if (l.count === l.start.length) grow(l);
      const at = l.count++;
      l.start[at] = start;
      l.end[at] = end;
      l.number[at] = number;
      l.blanks[at] = Math.min(255, blanks);
      l.indent[at] = Math.min(255, indent);
      l.width[at] = widthAtEnd;
      let facts = edgeFacts(units, start, end);
      if (every & Char.inNumber && seen & Char.digit) facts |= Fact.numeric;
      if (seen & Char.han) facts |= Fact.hasHan;
      if (seen & Char.sentence) facts |= Fact.hasMark;
      if (seen & (Char.digit | Char.wide)) facts |= Fact.hasDigit;
      if (hasGap) facts |= Fact.hasGap;
      if (alone >= 4) facts |= Fact.maybeSpaced;
      if (dirty || hasGap || seen & Char.wide) facts |= Fact.dirty;
      l.facts[at] = facts;
      l.shape[at] = 0;
      l.join[at] = 0;
      blanks = 0;
    }
    const lineEnd = units[k];
    if (lineEnd === 13 && units[k + 1] === 10 && k + 1 < n) k++;
    if (lineEnd === 10 || lineEnd === 13) number++; // a form feed begins a line, but no line of the file
  }
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

function grow(l: Lines): void {
  const size = l.start.length * 2;
  for (const key of ['start', 'end', 'number', 'width'] as const) {
    const bigger = new Int32Array(size);
    bigger.set(l[key]);
    l[key] = bigger;
  }
  for (const key of ['blanks', 'indent', 'shape', 'join'] as const) {
    const bigger = new Uint8Array(size);
    bigger.set(l[key]);
    l[key] = bigger;
  }
  const facts = new Uint16Array(size);
  facts.set(l.facts);
  l.facts = facts;
}
