/** Classes of UTF-16 code units, as bits, for scanning without regexes. */
export const Char = {
  space: 1,
  digit: 2,
  /** Full-width digit, letter, percent sign or full stop: narrowed. */
  wide: 4,
  /** Han and kana. */
  han: 8,
  latin: 16,
  /** Ends a sentence: 。！？ and the closers that follow them. */
  terminal: 32,
  /** Cannot begin a line of its own: ，。、；：）” … */
  closing: 64,
  /** Cannot end one: （“《. */
  opening: 128,
  /** Takes no place in any text: NUL, zero-width, soft hyphen. */
  control: 256,
  /** No digit, nor part of a numeral between its digits. */
  notInNumber: 512,
  lineEnd: 1024,
  /** Takes two cells. */
  wideCell: 2048,
  /** Parts sentences: ，。；：！？、. */
  sentence: 4096,
  /**
   * Looked at one by one: what ends a sentence, and where broken text shows at times: & of an entity, a mark that may stand
   * twice, a letter that may be a digit.
   */
  noted: 8192,
  /** A unit, a counter or a scale begins with it. */
  unit: 16384,
  /** What `\s` matches. */
  blank: 32768,
} as const;

/** What `\s` matches. */
export const BLANKS =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

export const CLASS = new Uint16Array(65536);

const mark = (chars: string, bits: number): void => {
  for (const c of chars) CLASS[c.charCodeAt(0)]! |= bits;
};
const range = (from: number, to: number, bits: number): void => {
  for (let c = from; c <= to; c++) CLASS[c]! |= bits;
};

// The big blocks first, while nothing else is marked in them: filled natively, as going through them here would take longer than a page.
CLASS.fill(Char.notInNumber);
CLASS.fill(Char.notInNumber | Char.wideCell, 0x2e80, 0xa4d0);
CLASS.fill(Char.notInNumber | Char.wideCell | Char.han, 0x3040, 0x3100);
CLASS.fill(Char.notInNumber | Char.wideCell | Char.han, 0x3400, 0xa000);
CLASS.fill(Char.notInNumber | Char.wideCell, 0xac00, 0xd7a4);
CLASS.fill(Char.notInNumber | Char.wideCell | Char.han, 0xf900, 0xfb00);

mark(' \t\u00a0\u3000\u2002\u2003\u2009', Char.space);
mark('\n\r\f\v\u0085\u2028\u2029', Char.lineEnd);
range(0x30, 0x39, Char.digit);
range(0xff10, 0xff19, Char.wide);
range(0xff21, 0xff3a, Char.wide);
range(0xff41, 0xff5a, Char.wide);
mark('％．', Char.wide);
range(0x41, 0x5a, Char.latin);
range(0x61, 0x7a, Char.latin);
mark('。！？', Char.terminal | Char.closing);
mark('，、；：）”’》〉」』】〕％℃…‰,.;:!?)%', Char.closing);
mark('，。；：！？、', Char.sentence);
mark('（“‘《〈「『【〔', Char.opening);
for (const c of '0123456789℃°.,%×～~—–-−:：/＋+±') CLASS[c.charCodeAt(0)]! &= ~Char.notInNumber;
mark('\0\u200b\u200c\u200d\u2060\ufeff\u00ad', Char.control);
range(1, 8, Char.control);
range(0x0e, 0x1f, Char.control);
CLASS[0x7f]! |= Char.control;
range(0x1100, 0x115f, Char.wideCell);
range(0xfe30, 0xfe4f, Char.wideCell);
range(0xff00, 0xff60, Char.wideCell);
range(0xffe0, 0xffe6, Char.wideCell);
mark('&.,%lIO。！？!?', Char.noted);
mark('年月日时分秒元亿万千百个家户名人位项条座所处件台套辆次场份米公吨斤克升亩顷里瓦倍余多岁度平立％%℃', Char.unit);
mark(BLANKS, Char.blank);
mark('“”‘’—…·℃°①②③④⑤⑥⑦⑧⑨⑩■□●○◆◇▲△★☆※', Char.wideCell);

/** Whether the code unit at `at` is of one of the classes `bits`. */
export const is = (units: Uint16Array, at: number, bits: number): boolean => (CLASS[units[at]!]! & bits) !== 0;

export const isWideDigit = (unit: number): boolean => unit >= 0xff10 && unit <= 0xff19;

/** A digit, half- or full-width. */
export const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || isWideDigit(unit);
