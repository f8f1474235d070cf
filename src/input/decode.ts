import { isUtf8, transcode } from 'node:buffer';

/** The encodings that are read. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
  text: string;
  /** Bytes that were read; fewer than given only where a character is cut off at the end and more bytes may follow. */
  used: number;
  /** Offsets of undecodable bytes, from 0; each stands as U+FFFD in the text. At most `BAD_KEPT` are kept. */
  bad: number[];
  /** How many undecodable places there are. */
  badCount: number;
}

/** So many offsets of undecodable bytes are kept; the rest are only counted. */
export const BAD_KEPT = 100;

/**
 * Bytes → text, with the places that cannot be decoded. `last` is false where more bytes follow: a character that is cut
 * off at the end is then left unread. A byte-order mark must have been taken off.
 */
export function decode(bytes: Uint8Array, encoding: Encoding, last = true): Decoded {
  if (encoding === 'utf-8') return decodeUtf8(bytes, last);
  if (encoding === 'gb18030' || encoding === 'big5') return decodeDoubleByte(bytes, encoding, last);
  return decodeUtf16(bytes, encoding, last);
}

const textOf = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

const utf8 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

function decodeUtf8(bytes: Uint8Array, last: boolean): Decoded {
  const used = last ? bytes.length : bytes.length - cutOffUtf8(bytes);
  const whole = used === bytes.length ? bytes : bytes.subarray(0, used);
  // Twelve times as fast as the decoder, which checks each byte and walks the bytes twice.
  if (isUtf8(whole))
    return { text: transcode(whole, 'utf8', 'utf16le').toString('utf16le'), used, bad: [], badCount: 0 };
  const places = badUtf8(whole);
  return { text: utf8(whole), used, bad: places.slice(0, BAD_KEPT), badCount: places.length };
}

/** Bytes of a character begun but not ended at the end of `bytes`, 0 to 3. */
export function cutOffUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const b = bytes[bytes.length - back]!;
    if (b < 0x80) return 0;
    if (b >= 0xc0) return back < utf8Length(b) ? back : 0;
  }
  return 0;
}

const utf8Length = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** Offsets of the malformed sequences, one for each U+FFFD that the WHATWG decoder gives. */
export function badUtf8(bytes: Uint8Array): number[] {
  const bad: number[] = [];
  const n = bytes.length;
  for (let i = 0; i < n; ) {
    const b = bytes[i]!;
    if (b < 0x80) {
      i++;
      continue;
    }
    const length = b >= 0xc2 && b <= 0xf4 ? utf8Length(b) : 0;
    if (length === 0) {
      bad.push(i++);
      continue;
    }
    let k = 1;
    // The second byte is bounded more narrowly: no overlong form, no surrogate, nothing above U+10FFFF.
    const low = b === 0xe0 ? 0xa0 : b === 0xf0 ? 0x90 : 0x80;
    const high = b === 0xed ? 0x9f : b === 0xf4 ? 0x8f : 0xbf;
    if (i + 1 < n && bytes[i + 1]! >= low && bytes[i + 1]! <= high) {
      k = 2;
      while (k < length && i + k < n && (bytes[i + k]! & 0xc0) === 0x80) k++;
    }
    if (k < length) bad.push(i);
    i += k;
  }
  return bad;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', last: boolean): Decoded {
  const high = (at: number) => bytes[encoding === 'utf-16le' ? at + 1 : at]! & 0xfc;
  let used = bytes.length & ~1;
  if (!last && used >= 2 && high(used - 2) === 0xd8) used -= 2;
  const text = textOf(bytes.subarray(0, used), encoding);
  const bad: number[] = [];
  let badCount = 0;
  // One U+FFFD stands for one code unit, so offsets are twice the place in the text.
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    const isReal = (bytes[at * 2]! | bytes[at * 2 + 1]!) === 0xff && (bytes[at * 2]! & bytes[at * 2 + 1]!) === 0xfd;
    if (isReal) continue;
    if (badCount++ < BAD_KEPT) bad.push(at * 2);
  }
  if (!last || used === bytes.length) return { text, used, bad, badCount };
  if (badCount < BAD_KEPT) bad.push(used);
  return { text: text + '\ufffd', used: bytes.length, bad, badCount: badCount + 1 };
}

/** GB18030 and Big5: the decoder reads the well-formed runs, and each malformed byte becomes one U+FFFD. */
function decodeDoubleByte(bytes: Uint8Array, encoding: 'gb18030' | 'big5', last: boolean): Decoded {
  const step = encoding === 'gb18030' ? gb18030Length : big5Length;
  const n = bytes.length;
  const parts: string[] = [];
  const bad: number[] = [];
  let badCount = 0;
  let from = 0;
  let i = 0;
  const flush = (to: number) => {
    if (to === from) return;
    const run = bytes.subarray(from, to);
    const text = textOf(run, encoding);
    if (text.includes('\ufffd') || (encoding === 'big5' && PRIVATE_USE.test(text))) {
      const mended = unmapped(run, from, text, step, encoding, bad, BAD_KEPT);
      badCount += mended.count;
      parts.push(mended.text);
    } else parts.push(text);
  };
  while (i < n) {
    const length = bytes[i]! < 0x80 ? 1 : step(bytes, i);
    if (length > 0) i += length;
    else if (length < 0 && !last)
      break; // cut off: wait for the rest
    else {
      flush(i);
      parts.push('\ufffd');
      if (badCount++ < BAD_KEPT) bad.push(i);
      from = ++i;
    }
  }
  flush(i);
  return { text: parts.join(''), used: i, bad: bad.sort((a, b) => a - b), badCount };
}

// The decoder of Node gives private-use characters for Big5 pairs that have no character.
const PRIVATE_USE = /[\ue000-\uf8ff]/;

/** Well-formed pairs that stand for no character: found by walking bytes and characters side by side. */
function unmapped(
  run: Uint8Array,
  offset: number,
  text: string,
  step: (bytes: Uint8Array, at: number) => number,
  encoding: 'gb18030' | 'big5',
  bad: number[],
  kept: number,
): { text: string; count: number } {
  let out = '';
  let count = 0;
  let at = 0;
  for (const character of text) {
    const length = run[at]! < 0x80 ? 1 : step(run, at);
    const isReal = encoding === 'gb18030' && run[at] === 0x84 && run[at + 1] === 0x31;
    if ((character === '\ufffd' && !isReal) || (encoding === 'big5' && PRIVATE_USE.test(character))) {
      out += '\ufffd';
      if (count++ + bad.length < kept) bad.push(offset + at);
    } else out += character;
    at += Math.max(length, 1);
  }
  return { text: out, count };
}

/** Length of the character at `at` (2 or 4), 0 if malformed, -1 if cut off by the end. */
function gb18030Length(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x80) return 1; // the euro sign of Windows' code page 936
  if (bytes[at] === 0xff) return 0;
  if (at + 1 >= bytes.length) return -1;
  const second = bytes[at + 1]!;
  if (second >= 0x40) return second === 0x7f || second === 0xff ? 0 : 2;
  if (second < 0x30 || second > 0x39) return 0;
  if (at + 3 >= bytes.length)
    return at + 2 < bytes.length && !(bytes[at + 2]! >= 0x81 && bytes[at + 2]! <= 0xfe) ? 0 : -1;
  const third = bytes[at + 2]!;
  const fourth = bytes[at + 3]!;
  return third >= 0x81 && third <= 0xfe && fourth >= 0x30 && fourth <= 0x39 ? 4 : 0;
}

function big5Length(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x80 || bytes[at] === 0xff) return 0;
  if (at + 1 >= bytes.length) return -1;
  const second = bytes[at + 1]!;
  return (second >= 0x40 && second <= 0x7e) || (second >= 0xa1 && second <= 0xfe) ? 2 : 0;
}
