/** A number or text as JSON has it. */
export type Scalar = string | number | boolean | null;

/**
 * Text written as UTF-8 into one buffer that grows. A JavaScript string is built, flattened and encoded, which reads every
 * character three times; here each is written once.
 */
export class Bytes {
  length = 0;
  private bytes: Uint8Array;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  /** What was written, for the caller to keep. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  byte(b: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = b;
  }

  /** Bytes as they are; meant for few. */
  raw(part: Uint8Array): void {
    const n = part.length;
    if (this.length + n > this.bytes.length) this.grow(n);
    const { bytes } = this;
    const at = this.length;
    for (let i = 0; i < n; i++) bytes[at + i] = part[i]!;
    this.length = at + n;
  }

  /** ASCII that needs no escape. */
  ascii(text: string): void {
    const n = text.length;
    if (this.length + n > this.bytes.length) this.grow(n);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < n; i++) bytes[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /** Writes anew what stands from `from` to `to`. */
  again(from: number, to: number): void {
    const n = to - from;
    if (this.length + n > this.bytes.length) this.grow(n);
    this.bytes.copyWithin(this.length, from, to);
    this.length += n;
  }

  /** A whole number from 0, or any other number as JavaScript writes it. */
  number(value: number): void {
    if (value >= 0 && value <= 0x7fffffff && (value | 0) === value) this.whole(value);
    else this.ascii(Number.isFinite(value) ? String(value) : 'null');
  }

  scalar(value: Scalar): void {
    if (value === null) this.raw(NULL);
    else if (typeof value === 'string') this.string(value);
    else if (typeof value === 'number') this.number(value);
    else this.ascii(String(value));
  }

  /** A JSON string, as `JSON.stringify` writes it. */
  string(text: string): void {
    const n = text.length;
    // at most six bytes a code unit (\u001f), and the quotes
    if (this.length + 6 * n + 2 > this.bytes.length) this.grow(6 * n + 2);
    const { bytes } = this;
    let at = this.length;
    bytes[at++] = QUOTE;
    for (let i = 0; i < n; i++) {
      const c = text.charCodeAt(i);
      if (c >= 0x800 && (c & 0xf800) !== 0xd800) {
        bytes[at] = 0xe0 | (c >> 12);
        bytes[at + 1] = 0x80 | ((c >> 6) & 0x3f);
        bytes[at + 2] = 0x80 | (c & 0x3f);
        at += 3;
      } else if (c < 0x80 && PLAIN[c] === 1) bytes[at++] = c;
      else if (c >= 0x80 && c < 0x800) {
        bytes[at++] = 0xc0 | (c >> 6);
        bytes[at++] = 0x80 | (c & 0x3f);
      } else if (c >= 0xd800 && c < 0xdc00 && i + 1 < n && text.charCodeAt(i + 1) >> 10 === 0x37) {
        at = this.pair(c, text.charCodeAt(++i), at);
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

  private whole(value: number): void {
    let digits = 1;
    for (let v = value; v >= 10; v = (v / 10) | 0) digits++;
    if (this.length + digits > this.bytes.length) this.grow(digits);
    let at = this.length + digits;
    this.length = at;
    let v = value;
    do {
      const rest = (v / 10) | 0;
      this.bytes[--at] = 0x30 + v - rest * 10;
      v = rest;
    } while (v > 0);
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
    const bigger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    bigger.set(this.bytes.subarray(0, this.length));
    this.bytes = bigger;
  }
}

const QUOTE = 0x22;
/** 1 for what stands in a JSON string as it is. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, c) => (c >= 0x20 && c !== QUOTE && c !== 0x5c ? 1 : 0));

/** ASCII as bytes, for what is written again and again. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

const NULL = ascii('null');
