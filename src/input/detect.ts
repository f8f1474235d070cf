import { isUtf8 } from 'node:buffer';
import { commonShare } from './common-characters.ts';
import { badUtf8, decode, type Encoding } from './decode.ts';

export interface Detection {
  encoding: Encoding;
  /** Length of the byte-order mark, 0 for none. */
  bom: number;
  /** What a reader should know, e.g. that the encoding is a guess; null for nothing. */
  warning: string | null;
}

const SAMPLE = 65_536;

/** The byte-order mark at the head of the bytes; null for none. */
export function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; bom: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33)
    return { encoding: 'gb18030', bom: 4 };
  return null;
}

/**
 * The encoding of a text: byte-order mark, strict UTF-8, UTF-16 by its zero bytes, UTF-8 with a few faults, then GB18030
 * or Big5 by letter statistics. `valid` says that all of the bytes, of which these are the head, are UTF-8.
 */
export function detectEncoding(bytes: Uint8Array, valid = isUtf8(bytes)): Detection {
  const mark = byteOrderMark(bytes);
  if (mark) return { ...mark, warning: null };
  const sample = bytes.subarray(0, SAMPLE);
  const found = (encoding: Encoding, warning: string | null = null) => ({ encoding, bom: 0, warning });
  if (valid) {
    if (sample.includes(0)) return found(utf16(sample) ?? 'utf-8');
    return found(isMistaken(sample) ? 'gb18030' : 'utf-8');
  }
  const wide = sample.includes(0) ? utf16(sample) : null;
  if (wide) return found(wide);
  const window = aroundFirstHighByte(bytes);
  if (isFaultyUtf8(window)) return found('utf-8');
  return legacy(window);
}

/** GB18030 or Big5: whichever gives the more of the characters that every text is full of. */
function legacy(bytes: Uint8Array): Detection {
  const quality = (encoding: 'gb18030' | 'big5') => {
    const { text, badCount } = decode(bytes, encoding, false);
    const common = commonShare(text) - (3 * badCount) / Math.max(1, text.length);
    return { common, all: common + EVERYDAY_WEIGHT * everydayShare(bytes, encoding) };
  };
  const gb = quality('gb18030');
  const big5 = quality('big5');
  // Nothing that reads as Chinese either way: most likely GB18030, which has a character for nearly everything.
  const unsure = Math.max(gb.common, big5.common) < 0.15;
  return {
    encoding: big5.all > gb.all && big5.common > 0 ? 'big5' : 'gb18030',
    bom: 0,
    warning: unsure ? 'the encoding is not known, read as gb18030 (name it with --encoding)' : null,
  };
}

const EVERYDAY_WEIGHT = 0.5;

/**
 * Share of the two-byte characters that stand in the part of the encoding where the everyday ones are: rows 16–55 of GB2312,
 * level 1 of Big5, and the punctuation of both. It decides where a text is all names.
 */
function everydayShare(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): number {
  const [from, to] = encoding === 'gb18030' ? [0xb0, 0xd7] : [0xa4, 0xc6];
  let everyday = 0;
  let all = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[++i]!;
    all++;
    const isLow = trail < 0xa1;
    if (encoding === 'gb18030' && isLow) continue;
    if ((lead >= from! && lead <= to!) || (lead >= 0xa1 && lead <= 0xa3)) everyday++;
  }
  return all === 0 ? 0 : everyday / all;
}

/** Most legacy files begin with ASCII at times (a head of markup): the statistics need the part that is not. */
function aroundFirstHighByte(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && bytes[first]! < 0x80) first++;
  return bytes.subarray(first, first + SAMPLE);
}

/** UTF-8 that was cut off, or damaged in a few places: much more of it is well formed than not. */
function isFaultyUtf8(bytes: Uint8Array): boolean {
  const bad = badUtf8(bytes);
  // A character cut by the window's own end is no fault.
  const faults = bad.filter((at) => at < bytes.length - 3).length;
  let leads = 0;
  for (const b of bytes) if (b >= 0xe0 && b <= 0xf4) leads++;
  const well = leads - bad.length;
  return well > 0 && (faults === 0 || faults * 10 < well);
}

/**
 * Short GB18030 texts can be well-formed UTF-8 by accident: 联通 is C1 AA CD A8. Such accidents are two-byte sequences only,
 * where Chinese in UTF-8 has three.
 */
function isMistaken(sample: Uint8Array): boolean {
  let two = 0;
  for (const b of sample) {
    if (b >= 0xe0) return false;
    if (b >= 0xc0) two++;
  }
  return two > 0 && commonShare(decode(sample, 'gb18030', false).text) > 0.5;
}

/** UTF-16 without a byte-order mark: the byte order in which nearly all code units are what a Chinese text is made of. */
function utf16(sample: Uint8Array): Encoding | null {
  const little = plausibleUnits(sample, 1);
  const big = plausibleUnits(sample, 0);
  if (Math.max(little, big) < 0.85) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

function plausibleUnits(sample: Uint8Array, highAt: 0 | 1): number {
  const units = sample.length >> 1;
  let good = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    const high = sample[i + highAt]!;
    const low = sample[i + 1 - highAt]!;
    if (high === 0) {
      if ((low >= 0x20 && low < 0x7f) || low === 0x0a || low === 0x0d || low === 0x09) good++;
    } else if ((high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20) good++;
  }
  return units === 0 ? 0 : good / units;
}
