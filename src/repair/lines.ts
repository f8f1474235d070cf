import { Char, CLASS } from './characters.ts';

/** Facts of the lines of a text, blank ones left out. Parallel arrays. */
export interface Lines {
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
} as const;

/** Splits and measures. One pass over the text. */
export function measureLines(text: string): Lines {
  let guess = 16;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) guess++;
  const l: Lines = {
    count: 0,
    start: new Int32Array(guess),
    end: new Int32Array(guess),
    number: new Int32Array(guess),
    blanks: new Uint8Array(guess),
    indent: new Uint8Array(guess),
    width: new Int32Array(guess),
    facts: new Uint16Array(guess),
  };
  let number = 1;
  let blanks = 0;
  let i = 0;
  const n = text.length;
  while (i <= n) {
    let start = -1;
    let end = -1;
    let indent = 0;
    let width = 0;
    let widthAtEnd = 0;
    let seen = 0;
    let inner = 0;
    let gap = false;
    let k = i;
    for (; k < n; k++) {
      const c = text.charCodeAt(k);
      const bits = CLASS[c]!;
      if (bits & (Char.lineEnd | Char.space | Char.control)) {
        if (bits & Char.lineEnd) break;
        if (bits & Char.control) {
          seen |= 1 << 16;
          continue;
        }
        const cells = c === 0x3000 ? 2 : 1;
        if (start < 0) indent += cells;
        else {
          width += cells;
          gap = true;
        }
        continue;
      }
      if (start < 0) start = k;
      else if (gap) inner = 1;
      gap = false;
      width += bits & Char.wideCell ? 2 : 1;
      widthAtEnd = width;
      seen |= bits;
      if (!(bits & (Char.digit | Char.inNumber))) seen |= 1 << 17;
      if (c === 0x26)
        seen |= 1 << 16; // & of an entity
      else if (c === text.charCodeAt(k - 1) && (c === 0x2e || c === 0x2c || c === 0x25))
        seen |= 1 << 16; // .. ,, %%: doubled glyphs
      else if ((c === 0x6c || c === 0x49 || c === 0x4f) && (isDigitAt(text, k + 1) || isDigitAt(text, k - 1)))
        seen |= 1 << 16; // l9, 1O
      end = k + 1;
    }
    if (start < 0) blanks++;
    else {
      if (l.count === l.start.length) grow(l);
      const at = l.count++;
      l.start[at] = start;
      l.end[at] = end;
      l.number[at] = number;
      l.blanks[at] = Math.min(255, blanks);
      l.indent[at] = Math.min(255, indent);
      l.width[at] = widthAtEnd;
      l.facts[at] = factsOf(text, start, end, seen, inner);
      blanks = 0;
    }
    const lineEnd = text.charCodeAt(k);
    if (lineEnd === 13 && text.charCodeAt(k + 1) === 10) k++;
    i = k + 1;
    if (lineEnd === 10 || lineEnd === 13) number++; // a form feed begins a line, but no line of the file
  }
  return l;
}

function factsOf(text: string, start: number, end: number, seen: number, inner: number): number {
  const first = CLASS[text.charCodeAt(start)]!;
  let last = end - 1;
  while (last > start && '”’）)》」』'.includes(text[last]!)) last--;
  const lastBits = CLASS[text.charCodeAt(last)]!;
  const endBits = CLASS[text.charCodeAt(end - 1)]!;
  let facts = 0;
  if (!(seen & (1 << 17)) && seen & Char.digit) facts |= Fact.numeric;
  if (first & Char.digit || (first & Char.wide && isWideDigit(text, start))) facts |= Fact.startsWithDigit;
  if (endBits & Char.digit || (endBits & Char.wide && isWideDigit(text, end - 1))) facts |= Fact.endsWithDigit;
  if (lastBits & Char.terminal) facts |= Fact.terminal;
  if (first & Char.closing) facts |= Fact.startsClosing;
  if (seen & Char.han) facts |= Fact.hasHan;
  if (inner) facts |= Fact.hasGap;
  if (endBits & Char.opening || '，、'.includes(text[end - 1]!)) facts |= Fact.endsOpen;
  if (seen & Char.sentence) facts |= Fact.hasMark;
  if (seen & ((1 << 16) | Char.wide) || inner) facts |= Fact.dirty;
  return facts;
}

const isDigitAt = (text: string, at: number): boolean => (CLASS[text.charCodeAt(at)]! & Char.digit) !== 0;
const isWideDigit = (text: string, at: number): boolean =>
  text.charCodeAt(at) >= 0xff10 && text.charCodeAt(at) <= 0xff19;

function grow(l: Lines): void {
  const size = l.start.length * 2;
  for (const key of ['start', 'end', 'number', 'width'] as const) {
    const bigger = new Int32Array(size);
    bigger.set(l[key]);
    l[key] = bigger;
  }
  for (const key of ['blanks', 'indent'] as const) {
    const bigger = new Uint8Array(size);
    bigger.set(l[key]);
    l[key] = bigger;
  }
  const facts = new Uint16Array(size);
  facts.set(l.facts);
  l.facts = facts;
}
