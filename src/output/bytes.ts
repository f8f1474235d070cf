/** A number or text as JSON has it. */
export type Scalar = string | number | boolean | null;

/** Bytes that a fragment can hold. */
const LONGEST = 32;

/**
 * Text that is written again and again (a key with its colon), as four numbers that hold eight bytes each: four stores write
 * it, whatever its length, without a loop. No UTF-8 makes a NaN (ff never stands in it, nor 7f behind f0), so the numbers carry the bytes unchanged.
 */
export class Fragment {
  readonly length: number;
  readonly words: Float64Array;

  /** @param text of at most `LONGEST` bytes */
  constructor(text: string) {
    const utf8 = new TextEncoder().encode(text);
    if (utf8.length > LONGEST) throw new RangeError(`${text}: longer than ${LONGEST} bytes`);
    const view = new DataView(new ArrayBuffer(LONGEST));
    utf8.forEach((byte, i) => {
      view.setUint8(i, byte);
    });
    this.length = utf8.length;
    this.words = Float64Array.from({ length: LONGEST / 8 }, (_, i) => view.getFloat64(8 * i, true));
  }
}

/** A key, and the key with null behind it. */
export class Key {
  readonly key: Fragment;
  readonly none: Fragment;

  constructor(text: string) {
    this.key = new Fragment(text);
    this.none = new Fragment(`${text}null`);
  }
}

/** A key whose values are few in a run (status, rule, unit code): each is a fragment together with its key. */
export class Names extends Key {
  private readonly text: string;
  private readonly known = new Map<string, Fragment | null>();
  /** The value that was asked for last: often the next figure has it too. */
  private last = '';
  private fragment: Fragment | null = null;

  /** @param key with all that stands between it and the value */
  constructor(key: string) {
    super(key);
    this.text = key;
  }

  /** Null where the value is too long, or where there are more values than are worth keeping. */
  of(value: string): Fragment | null {
    if (value === this.last && this.fragment !== null) return this.fragment;
    const found = this.known.get(value);
    this.last = value;
    this.fragment = found === undefined ? this.learn(value) : found;
    return this.fragment;
  }

  private learn(value: string): Fragment | null {
    if (this.known.size === MOST_NAMES) return null;
    const text = this.text + JSON.stringify(value);
    const fragment = Buffer.byteLength(text) > LONGEST ? null : new Fragment(text);
    this.known.set(value, fragment);
    return fragment;
  }
}

/** Own rules may make as many types and units as they like. */
const MOST_NAMES = 200;

/**
 * JSON written as UTF-8 into one buffer that grows. A JavaScript string is built, flattened and encoded, which reads every
 * character three times; here each is written once.
 */
export class Bytes {
  length = 0;
  private bytes: Uint8Array;
  private view: DataView;
  /** What `length` may reach: stores may run over the end of what they write. */
  private limit: number;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity + SLACK);
    this.view = new DataView(this.bytes.buffer);
    this.limit = capacity;
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written. It is overwritten by what is written after the next `clear`. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  byte(b: number): void {
    if (this.length === this.limit) this.grow(1);
    this.bytes[this.length++] = b;
  }

  fragment({ length, words }: Fragment): void {
    if (this.length + length > this.limit) this.grow(length);
    const { view } = this;
    const at = this.length;
    view.setFloat64(at, words[0]!, true);
    view.setFloat64(at + 8, words[1]!, true);
    view.setFloat64(at + 16, words[2]!, true);
    view.setFloat64(at + 24, words[3]!, true);
    this.length = at + length;
  }

  /** A key and a text. */
  text({ key, none }: Key, text: string | null): void {
    if (text === null) this.fragment(none);
    else {
      this.fragment(key);
      this.string(text);
    }
  }

  /** A key and one of its few values. */
  name(names: Names, value: string | null): void {
    const fragment = value === null ? names.none : names.of(value);
    if (fragment === null) this.text(names, value);
    else this.fragment(fragment);
  }

  /** A key and a number. */
  count(key: Fragment, value: number): void {
    this.fragment(key);
    this.number(value);
  }

  /** A key and whatever it has. */
  value(key: Fragment, value: Scalar): void {
    this.fragment(key);
    this.scalar(value);
  }

  /** ASCII that needs no escape. */
  ascii(text: string): void {
    const n = text.length;
    if (this.length + n > this.limit) this.grow(n);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < n; i++) bytes[at++] = String.prototype.charCodeAt.call(text, i);
    this.length = at;
  }

  /** Writes anew what stands from `from` to `to`. */
  again(from: number, to: number): void {
    const n = to - from;
    if (this.length + n > this.limit) this.grow(n);
    this.bytes.copyWithin(this.length, from, to);
    this.length += n;
  }

  /** A number as JSON has it: as JavaScript writes it, null for what is none. */
  number(value: number): void {
    if (value >= 0 && value <= MOST && (value | 0) === value) this.digits(value, 0);
    else this.otherNumber(value);
  }

  scalar(value: Scalar): void {
    if (value === null) this.fragment(NULL);
    else if (typeof value === 'string') this.string(value);
    else if (typeof value === 'number') this.number(value);
    else this.ascii(String(value));
  }

  /**
   * A JSON string, as `JSON.stringify` writes it. `text.charCodeAt` would be looked up anew at each character, as strings of many makes
   * come by (slices, joined ones, of one byte a character or of two): that takes twice as long as the writing.
   */
  string(text: string): void {
    const n = text.length;
    // at most six bytes a code unit (\u001f), and the quotes
    if (this.length + 6 * n + 2 > this.limit) this.grow(6 * n + 2);
    const { bytes, view } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < n; i++) {
      const c = String.prototype.charCodeAt.call(text, i);
      if (c >= 0x800 && (c & 0xf800) !== 0xd800) {
        // three bytes in one store; the fourth is written over by what follows
        view.setInt32(at, 0x8080e0 | (c >> 12) | ((c & 0xfc0) << 2) | ((c & 0x3f) << 16), true);
        at += 3;
      } else if (c < 0x80 && PLAIN[c] === 1) bytes[at++] = c;
      else if (c >= 0x80 && c < 0x800) {
        bytes[at++] = 0xc0 | (c >> 6);
        bytes[at++] = 0x80 | (c & 0x3f);
      } else if (
        c >= 0xd800 &&
        c < 0xdc00 &&
        i + 1 < n &&
        String.prototype.charCodeAt.call(text, i + 1) >> 10 === 0x37
      ) {
        at = this.pair(c, String.prototype.charCodeAt.call(text, ++i), at);
      } else at = this.escape(c, at);
    }
    bytes[at++] = QUOTE;
    this.length = at;
  }

  private pair(high: number, low: number, at: number): number {
    const { bytes } = this;
    const point = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    bytes[at] = 0xf0 | (point >> 18);
    bytes[at + 1] = 0x80 | ((point >> 12) & 0x3f);
    bytes[at + 2] = 0x80 | ((point >> 6) & 0x3f);
    bytes[at + 3] = 0x80 | (point & 0x3f);
    return at + 4;
  }

  /** A whole number from 0 to `MOST`, with zeros before it where it has fewer digits than `least`. */
  private digits(value: number, least: number): void {
    let n = value < 100 ? (value < 10 ? 1 : 2) : value < 10_000 ? (value < 1000 ? 3 : 4) : 5;
    if (n === 5) for (let v = (value / 100_000) | 0; v > 0; v = (v / 10) | 0) n++;
    if (n < least) n = least;
    if (this.length + n > this.limit) this.grow(n);
    const { bytes } = this;
    const from = this.length;
    this.length = from + n;
    let v = value;
    for (let at = from + n - 1; at >= from; at--) {
      const rest = (v / 10) | 0;
      bytes[at] = 0x30 + v - rest * 10;
      v = rest;
    }
  }

  /** Big sums (2500000000), falls (-5.1) and rates (0.1225) digit by digit, which takes a fifth of what `String` takes. */
  private otherNumber(value: number): void {
    const size = Math.abs(value);
    const places = size < 2000 ? 6 : 2;
    const scale = size < 2000 ? 1e6 : 100;
    const scaled = Math.round(size * scale);
    // Decimals of fifteen digits or fewer are told apart: if the division gives the number, its digits are the number's.
    if (scaled > 0 && scaled <= MOST && scaled / scale === size) {
      if (value < 0) this.byte(MINUS);
      const whole = Math.floor(scaled / scale);
      this.digits(whole, 0);
      const rest = scaled - whole * scale;
      if (rest > 0) this.decimals(rest, places);
    } else if (size <= Number.MAX_SAFE_INTEGER && size > MOST && Math.floor(size) === size) {
      if (value < 0) this.byte(MINUS);
      const billions = Math.floor(size / 1e9);
      this.digits(billions, 0);
      this.digits(size - billions * 1e9, 9);
    } else this.ascii(Number.isFinite(value) ? String(value) : 'null');
  }

  /** What stands behind the point, without the zeros at its end. */
  private decimals(value: number, places: number): void {
    let v = value;
    let n = places;
    for (; v % 10 === 0; v = (v / 10) | 0) n--;
    this.byte(POINT);
    this.digits(v, n);
  }

  /** What JSON cannot hold as it is: quotes, control characters, halves of pairs. */
  private escape(c: number, from: number): number {
    const { bytes } = this;
    const written = JSON.stringify(String.fromCharCode(c));
    let at = from;
    for (let i = 1; i < written.length - 1; i++) bytes[at++] = written.charCodeAt(i);
    return at;
  }

  private grow(more: number): void {
    this.limit = Math.max(2 * this.limit, this.length + more);
    const bigger = new Uint8Array(this.limit + SLACK);
    bigger.set(this.bytes.subarray(0, this.length));
    this.bytes = bigger;
    this.view = new DataView(bigger.buffer);
  }
}

const SLACK = LONGEST;
/** The largest number whose digits are found in whole numbers of 32 bits. */
const MOST = 0x7fffffff;
const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
/** 1 for what stands in a JSON string as it is. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, c) => (c >= 0x20 && c !== QUOTE && c !== 0x5c ? 1 : 0));

const NULL = new Fragment('null');
