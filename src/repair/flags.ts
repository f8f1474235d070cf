import type { Flag, OffsetMap } from './types.ts';

/** Numerals that lost a digit or a separator: 4.万亿元, 10,98,2011股. */
const BROKEN = /\d+\.(?=[万亿元吨%])|\d{1,3}(?:,\d{1,2}(?=,)|,\d{4,})[\d,]*/g;

/** What is broken in a mended text and stays so. */
export function flagsOf(text: string, map: OffsetMap): Flag[] {
  const flags: Flag[] = [];
  for (const m of text.matchAll(BROKEN)) {
    const start = m.index;
    const end = start + m[0].length;
    flags.push({
      kind: 'broken-number',
      start,
      end,
      rawStart: map.toRaw(start),
      rawEnd: map.toRaw(end - 1) + 1,
      message: `'${m[0]}' lost a digit or a separator`,
    });
  }
  return flags;
}
