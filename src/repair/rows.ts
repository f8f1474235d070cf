import { isText, Shape } from './furniture.ts';
import { Fact, Join, type Lines } from './lines.ts';

const WINDOW = 6;
/** Cells by which rows of one column differ: marks at the line's end, half-width numerals. */
const SLACK = 5;
/** A paragraph's first row is narrower by its indent, which dumps lose. */
const INDENT = 4;
/** A mark that may begin no row hangs over the edge. */
const HANG = 3;
/** No column is as narrow as this. */
export const NARROWEST = 20;

/** The rows of a page as the page had them: lines, and the pieces that a torn numeral joins. Parallel arrays. */
export interface Rows {
  count: number;
  /** The last line of the row. */
  line: Int32Array;
  /** Width of the row, and of its last line; 0 for a table or furniture. */
  width: Int32Array;
  piece: Int32Array;
}

const rowsFor = (lines: number): Rows => ({
  count: 0,
  line: new Int32Array(lines),
  width: new Int32Array(lines),
  piece: new Int32Array(lines),
});
/** Rows of so many lines are made once and used for one text after another. */
const MOST_KEPT = 4096;
const kept = rowsFor(MOST_KEPT);

export function rowsOf(l: Lines): Rows {
  const rows = l.count <= MOST_KEPT ? kept : rowsFor(l.count);
  rows.count = 0;
  let width = 0;
  for (let i = 0; i < l.count; i++) {
    width += l.width[i]!;
    if (i + 1 < l.count && l.join[i] === Join.number) continue;
    const inText = l.shape[i] === Shape.text;
    const r = rows.count++;
    rows.line[r] = i;
    rows.width[r] = inText ? width : 0;
    rows.piece[r] = inText ? l.width[i]! : 0;
    width = 0;
  }
  return rows;
}

/** Whether blank lines part paragraphs: they stand between some rows, and not between most. */
export function doBlanksBreak(l: Lines, rows: Rows): boolean {
  let withBlank = 0;
  let without = 0;
  for (let r = 0; r < rows.count; r++) {
    const i = rows.line[r]!;
    if (!isText(l, i) || !isText(l, i + 1)) continue;
    if (l.blanks[i + 1]! > 0) withBlank++;
    else without++;
  }
  return without >= 3 && withBlank > 0 && withBlank < 2 * without;
}

/**
 * Whether a row, a paragraph's first or not, is as full as asked. Dumps differ: some cut the page's rows, some each piece
 * between two numerals.
 */
export function isFull(l: Lines, rows: Rows, r: number, first: boolean, asked: 1 | 2): boolean {
  const indent = first ? INDENT : 0;
  const { width, piece } = rows;
  if (fullness(l, rows, width, r, 1, indent) >= asked || fullness(l, rows, width, r, -1, indent) >= asked) return true;
  if (rows.count === l.count) return false; // each row is one piece
  return fullness(l, rows, piece, r, 1, indent) >= asked || fullness(l, rows, piece, r, -1, indent) >= asked;
}

/**
 * How the row ends among the rows on one side: 2 at the column's very edge, 1 near it, 0 before it or where there is no column.
 * A row is full where two more of its neighbours end near its width, most hold sentences, and no two are wider.
 */
function fullness(l: Lines, rows: Rows, widths: Int32Array, r: number, step: 1 | -1, indent: number): number {
  const own = widths[r]!;
  if (own < NARROWEST) return 0;
  const last = Math.max(-1, Math.min(rows.count, r + step * (WINDOW + 1)));
  let near = 0;
  let wider = 0;
  let sentences = 0;
  let edge = own;
  for (let k = r; k !== last; k += step) {
    const w = widths[k]!;
    if (w === 0) break; // a table or furniture
    if (w > own + SLACK + indent)
      wider += w >= 1.4 * own && l.width[rows.line[k]!]! < w ? 0 : 1; // two rows that a numeral at the edge made one tell nothing
    else if (w >= own - SLACK) {
      near++;
      if (w > edge) edge = w;
      if (l.facts[rows.line[k]!]! & Fact.hasMark) sentences++;
    }
  }
  if (near < 3 || wider > 1 || sentences * 3 < near) return 0;
  return own >= edge - HANG ? 2 : 1;
}
