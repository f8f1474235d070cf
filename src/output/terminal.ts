/** Text on a terminal: made harmless, measured and cut in cells. */

// C0 and C1 controls, and what reorders or hides text: bidi overrides and isolates, zero width, line separators, lone
// surrogates, tags.
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/** Control characters, terminal escapes and bidi overrides shown as `\u001b`, so that a text can never steer a terminal. */
export function harmless(text: string): string {
  UNSAFE.lastIndex = 0;
  if (!UNSAFE.test(text)) return text;
  return text.replace(UNSAFE, (c) =>
    c === '\n' ? '\\n' : c === '\t' ? '\\t' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Ranges that take two cells (East Asian Width W and F). */
// biome-ignore format: a table
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f], [0x231a, 0x231b], [0x2329, 0x232a], [0x23e9, 0x23ec], [0x25fd, 0x25fe], [0x2614, 0x2615],
  [0x2648, 0x2653], [0x26a1, 0x26a1], [0x2e80, 0x303e], [0x3041, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0xa4cf],
  [0xa960, 0xa97f], [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe10, 0xfe19], [0xfe30, 0xfe6f], [0xff01, 0xff60],
  [0xffe0, 0xffe6], [0x1b000, 0x1b2ff], [0x1f300, 0x1f64f], [0x1f680, 0x1f6ff], [0x1f900, 0x1faff], [0x20000, 0x3fffd],
];

/** Cells that a code point takes: 0 for combining marks, 2 for Chinese and full-width, else 1. */
export function cellsOf(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x300) return 1;
  if (
    codePoint <= 0x36f ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0x20d0 && codePoint <= 0x20ff)
  )
    return 0;
  if (codePoint < 0x1100) return 1;
  let low = 0;
  let high = WIDE.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = WIDE[middle]!;
    if (codePoint < from) high = middle - 1;
    else if (codePoint > to) low = middle + 1;
    else return 2;
  }
  return 1;
}

/** Width of a text in cells. */
export function cellWidth(text: string): number {
  let width = 0;
  for (const c of text) width += cellsOf(c.codePointAt(0)!);
  return width;
}

/** `text` cut to at most `width` cells, with … where something is left out. */
export function cutToWidth(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  let out = '';
  let used = 0;
  for (const c of text) {
    const cells = cellsOf(c.codePointAt(0)!);
    if (used + cells > width - 1) break;
    out += c;
    used += cells;
  }
  return width > 0 ? out + '…' : '';
}
