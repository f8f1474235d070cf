import { prepared } from '../rules/prepared.ts';
import { builtInNumerals, builtInVariants } from '../rules/quantity.ts';

/** What a character can be to the readers of numerals, as bits. */
export const Kind = {
  arabic: 1,
  digit: 2,
  scale: 4,
  tens: 8,
  financial: 16,
  latin: 32,
  /** 半, 几, 数, 上: open a numeral together with what follows. */
  opener: 64,
  han: 128,
} as const;

const WIDE = 0xff01;
const WIDE_END = 0xff5e;

/** Character → the one that the tables are written in: full width to ASCII, traditional to simplified, dashes to —, spaces to space. */
export const FOLD: Uint16Array = prepared('fold', buildFold)();
/** Character (folded) → Kind bits. */
export const KIND: Uint8Array = new Uint8Array(65536);
/** Value of a Chinese digit. */
export const DIGIT: Uint8Array = new Uint8Array(65536);
/** Value of 十 百 千 万 亿 兆, of 廿 卅 卌 and of the financial ones. */
export const SCALE = new Map<number, number>();

/** The characters that numerals are made of, folded. */
export const NUMERALS: number[] = [];

fillKinds();

function buildFold(): Uint16Array {
  const fold = new Uint16Array(65536);
  for (let c = 0; c < 65536; c++) fold[c] = c;
  for (let c = WIDE; c <= WIDE_END; c++) if (c !== 0xff0c) fold[c] = c - 0xfee0;
  const put = (from: string, to: string) => {
    for (const ch of from) fold[ch.charCodeAt(0)] = to.charCodeAt(0);
  };
  put('\u00a0\u2002\u2003\u2005\u2007\u2009\u202f\u3000\t', ' ');
  put('–―─━－﹣', '—'); // the ASCII hyphen stays itself: it is also a minus sign
  put('−', '-');
  put('〜～∼˜', '~');
  put('∶︰：', ':');
  put('✕✖⨯╳', '×');
  put('／', '/');
  put('·•‧・⋅', '·');
  put('﹪', '%');
  put('﹩', '$');
  put('￥', '¥');
  put('﹒', '.');
  const pairs = builtInVariants();
  for (const pair of pairs) put(pair[0]!, pair[1]!);
  return fold;
}

function fillKinds(): void {
  KIND.fill(Kind.han, 0x3400, 0xa000);
  KIND[0x3007] = Kind.han;
  for (let c = 48; c < 58; c++) {
    KIND[c] = Kind.arabic;
    NUMERALS.push(c);
  }
  for (let c = 65; c < 91; c++) KIND[c] = KIND[c + 32] = Kind.latin;
  const add = (ch: string, kind: number) => {
    NUMERALS.push(ch.charCodeAt(0));
    KIND[ch.charCodeAt(0)]! |= kind;
  };
  const numerals = builtInNumerals();
  for (const [ch, v] of Object.entries(numerals.financial)) {
    DIGIT[ch.charCodeAt(0)] = v;
    add(ch, Kind.financial);
  }
  for (const [ch, v] of Object.entries(numerals.digits)) {
    DIGIT[ch.charCodeAt(0)] = v;
    add(ch, Kind.digit);
    KIND[ch.charCodeAt(0)]! &= ~Kind.financial;
  }
  for (const [ch, v] of Object.entries(numerals.tens)) {
    SCALE.set(ch.charCodeAt(0), v);
    add(ch, Kind.tens);
  }
  for (const [ch, v] of Object.entries({ ...numerals.scales, ...numerals.financialScales })) {
    SCALE.set(ch.charCodeAt(0), v);
    add(ch, Kind.scale);
  }
  for (const ch of Object.keys(numerals.financialScales)) add(ch, Kind.financial);
  for (const ch of '半几数上') add(ch, Kind.opener);
}

/** Code of a character, for comparisons: `is('年')`. */
export const code = (ch: string): number => ch.charCodeAt(0);

/** The text as the readers see it: folded codes, with room behind so that looking ahead needs no check. */
export interface Source {
  text: string;
  s: Uint16Array;
  n: number;
}

const ROOM = 32;
/** Texts up to this length (a page of a newspaper has some 10000) are folded in one buffer, which is kept. */
const KEPT = 1 << 17;
let kept: Buffer | null = null;

/** The text as a scanner reads it; only until the next call, which takes the same buffer. `folds` has `bit` where a character is to be folded. */
export function toSource(text: string, folds: Uint8Array, bit: number): Source {
  const n = text.length;
  const bytes = bufferOf(n);
  bytes.write(text, 0, 'utf16le');
  const s = new Uint16Array(bytes.buffer, 0, n + ROOM);
  s.fill(0, n);
  fold(s, n, folds, bit);
  return { text, s, n };
}

function bufferOf(length: number): Buffer {
  if (length > KEPT) return Buffer.allocUnsafeSlow((length + ROOM) * 2);
  kept ??= Buffer.allocUnsafeSlow((KEPT + ROOM) * 2);
  return kept;
}

/** A function of its own: V8 optimizes the loop while it runs, and throws that away at each return to code that it has not seen run. */
function fold(s: Uint16Array, n: number, folds: Uint8Array, bit: number): void {
  for (let i = 0; i < n; i++) if (folds[s[i]!]! & bit) s[i] = FOLD[s[i]!]!;
}

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isLatin = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
export const isHan = (c: number): boolean => (KIND[c]! & Kind.han) !== 0;
/** A digit or a scale, of whatever script. */
export const isNumeral = (c: number): boolean =>
  (KIND[c]! & (Kind.arabic | Kind.digit | Kind.scale | Kind.tens | Kind.financial)) !== 0;
export const isChineseNumeral = (c: number): boolean => (KIND[c]! & (Kind.digit | Kind.scale | Kind.tens)) !== 0;

/** Whether the (folded) word stands at `at`. */
export function stands(src: Source, at: number, word: string): boolean {
  for (let k = 0; k < word.length; k++) if (src.s[at + k] !== word.charCodeAt(k)) return false;
  return true;
}

/** Whether the character at `at` is one of `set`. */
export function on(src: Source, at: number, set: string): boolean {
  if (at < 0 || at >= src.n) return false;
  const c = src.s[at]!;
  for (let k = 0; k < set.length; k++) if (set.charCodeAt(k) === c) return true;
  return false;
}

/** One space may stand between numeral, scale and unit: `100 万元`. */
export const skipSpace = (src: Source, at: number): number => (src.s[at] === 32 && src.s[at + 1] !== 32 ? at + 1 : at);
