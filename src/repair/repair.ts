import type { Line, SourceText } from './types.ts';

/** Placeholder: passes the text through, one line each. */
export function repair(raw: string): SourceText {
  const lines: Line[] = [];
  let start = 0;
  let n = 1;
  for (let i = 0; i <= raw.length; i++) {
    if (i === raw.length || raw[i] === '\n') {
      lines.push({ start, end: i, kind: 'text', rawFirst: n, rawLast: n });
      start = i + 1;
      n++;
    }
  }
  return { raw, text: raw, map: { toRaw: (o) => o, toRepaired: (o) => o }, lines, edits: () => [], flags: [] };
}
