import { BLANKS } from '../repair/characters.ts';
import type { Cell, Paragraph, Row, Table } from './types.ts';

/** A numeral by itself, or what stands where there is none. */
const NUMERAL = /^[-−–+]?\d[\d,.]*[%‰]?$/;
const BLANK = /^[-—–…／/*]{1,4}$/;
const YEAR = /^(?:19|20)\d{2}$/;
/** A sentence, or a line that says something (单位：万元, 注：…). */
const PROSE = /[。；！？，：]|,(?!\d)/;
/** 其中：税收收入: a label that takes its row out of the one above. */
const OF_WHICH = /^\s*其中[:：]/;
/** What a character says of a line that may stand in a table, as bits. */
const Mark = { prose: 1, blank: 2, rowEnd: 4 } as const;
const MARK = new Uint8Array(65536);
const mark = (chars: string, bit: number): void => {
  for (const c of chars) MARK[c.charCodeAt(0)]! |= bit;
};
mark('。；！？，：', Mark.prose);
mark(BLANKS, Mark.blank | Mark.rowEnd);
/** A row ends in a numeral, in what stands for one, or in a bar. */
mark('0123456789,.%‰-−–—…／/*|｜│', Mark.rowEnd);

const LONGEST_ROW = 200;
const LONGEST_CELL = 24;
/** Lines above a table that may name it or its unit. */
const ABOVE = 3;
const MOST_HEADS = 3;
/** Fewer lines than two heads and two rows of two cells are no stack. */
const LEAST_STACK = 5;

interface Line {
  paragraph: number;
  cells: Cell[];
  /** Numerals at the line's end. */
  numerals: number;
}

/**
 * Finds the tables of a page: rows of cells apart by tabs, blanks or bars, and cells one a line, a row's number of lines
 * learnt from how labels and numerals alternate. A table is two rows or more, or one under a heading of as many cells.
 */
export function findTables(text: string, paragraphs: readonly Paragraph[]): Table[] {
  const tables: Table[] = [];
  let i = 0;
  while (i < paragraphs.length) {
    const table = rowsAt(text, paragraphs, i);
    if (table) {
      tables.push(table);
      i = table.last + 1;
      continue;
    }
    const end = stackEnd(text, paragraphs, i);
    if (end - i >= LEAST_STACK) tables.push(...tablesInStack(text, paragraphs, i, end));
    i = Math.max(i + 1, end);
  }
  return tables;
}

const isOpen = (p: Paragraph | undefined): p is Paragraph => p !== undefined && p.role !== 'furniture';
const written = (text: string, c: Cell): string => text.slice(c.start, c.end);
const rowOf = (cells: readonly Cell[], labels: number): Row => ({
  labels: cells.slice(0, labels),
  values: cells.slice(labels),
});
const isNumeral = (cell: string): boolean => NUMERAL.test(cell) || BLANK.test(cell);

function rowsAt(text: string, paragraphs: readonly Paragraph[], first: number): Table | null {
  const end = paragraphs[first]!.end;
  const top = MARK[text.charCodeAt(end - 1)]! & Mark.rowEnd ? readLine(text, paragraphs, first) : null;
  if (!top || top.numerals === 0) return null;
  const rows = [top];
  let last = first;
  for (let i = first + 1; i < paragraphs.length; i++) {
    const line = readLine(text, paragraphs, i);
    if (line?.numerals === top.numerals) {
      rows.push(line);
      last = i;
    } else if (!line || line.cells.length > 1 || last < i - 1) break; // one line of words may part the rows: 按地区分
  }
  const head: Cell[][] = [];
  let i = first - 1;
  for (; i >= 0 && head.length < MOST_HEADS; i--) {
    const line = readLine(text, paragraphs, i);
    if (!line || line.cells.length < 2 || line.cells.length > top.cells.length + 1) break;
    if (line.numerals > 0 && !line.cells.slice(-line.numerals).every((c) => YEAR.test(written(text, c)))) break;
    head.unshift(line.cells);
  }
  if (rows.length < 2 && head.length === 0) return null;
  return {
    head,
    rows: rows.map((r) => rowOf(r.cells, r.cells.length - r.numerals)),
    above: linesAbove(paragraphs, i),
    first,
    last,
  };
}

/** The cells of a line that may stand in a table, null for prose. */
function readLine(text: string, paragraphs: readonly Paragraph[], at: number): Line | null {
  const p = paragraphs[at];
  if (!isOpen(p) || p.end - p.start > LONGEST_ROW) return null;
  const line = text.slice(p.start, p.end);
  if (PROSE.test(line.replace(OF_WHICH, ''))) return null;
  const cells = glued(line, p.start) ?? cellsOf(line, p.start);
  if (cells.some((c) => c.end - c.start > LONGEST_CELL * 2)) return null;
  let numerals = 0;
  while (numerals < cells.length - 1 && isNumeral(written(text, cells[cells.length - 1 - numerals]!))) numerals++;
  const label = cells.length - numerals;
  for (let i = 1; i < label; i++) if (NUMERAL.test(written(text, cells[i]!))) return null; // 金牌 3 银牌 2: no columns
  return { paragraph: at, cells, numerals };
}

/** 其中：税收收入51230: the mark makes the row look like a sentence, and its blank goes. */
function glued(line: string, offset: number): Cell[] | null {
  const m = OF_WHICH.test(line) ? /^(\D+)(\d[\d,.]*)$/.exec(line) : null;
  if (!m) return null;
  const end = offset + m[1]!.length;
  return [
    { start: offset, end },
    { start: end, end: offset + line.length },
  ];
}

/**
 * Cells apart by tabs or bars, else by blanks. Where a line has wide gaps, a single blank between two words is a part of
 * their cell (华兴 集团　　325.6).
 */
function cellsOf(line: string, offset: number): Cell[] {
  const barred = /[\t|｜│]/.test(line);
  const wide = !barred && /\S(?: {2,}|\u3000+)\S/.test(line);
  const cells: Cell[] = [];
  for (const m of line.matchAll(barred ? /[^\t|｜│]+/g : /[^ \u3000\t]+/g)) {
    const start = m.index + (m[0].length - m[0].trimStart().length);
    const cell = { start: offset + start, end: offset + start + m[0].trim().length };
    if (cell.end === cell.start) continue;
    const before = cells.at(-1);
    const words = before && !isNumeral(m[0]) && !isNumeral(line.slice(before.start - offset, before.end - offset));
    if (wide && words && cell.start - before.end === 1 && line[before.end - offset] === ' ') before.end = cell.end;
    else cells.push(cell);
  }
  return cells;
}

function linesAbove(paragraphs: readonly Paragraph[], from: number): Cell[] {
  const above: Cell[] = [];
  for (let i = from; i >= 0 && above.length < ABOVE && isOpen(paragraphs[i]); i--) {
    if (paragraphs[i]!.end - paragraphs[i]!.start > 60) break;
    above.push({ start: paragraphs[i]!.start, end: paragraphs[i]!.end });
  }
  return above;
}

/** The end of the short lines from `from` on, each of which may be a cell. */
function stackEnd(text: string, paragraphs: readonly Paragraph[], from: number): number {
  let i = from;
  for (; i < paragraphs.length && isOpen(paragraphs[i]); i++) {
    const { start, end } = paragraphs[i]!;
    if (end - start > LONGEST_CELL || !mayBeCell(text, start, end)) break;
  }
  return i;
}

/** No blank and no mark of a sentence, 其中： apart. */
function mayBeCell(text: string, start: number, end: number): boolean {
  let i = start;
  if (text.charCodeAt(i) === 0x5176 && end - start >= 3 && OF_WHICH.test(text.slice(start, start + 3))) i += 3;
  for (; i < end; i++) {
    const c = text.charCodeAt(i);
    if (MARK[c]! & (Mark.prose | Mark.blank)) return false;
    if (c === 0x2c && !(i + 1 < end && text.charCodeAt(i + 1) >= 0x30 && text.charCodeAt(i + 1) <= 0x39)) return false;
  }
  return true;
}

/** Cells one a line: 指标⏎产量⏎粮食⏎389.6⏎油料⏎25.8. */
function tablesInStack(text: string, paragraphs: readonly Paragraph[], from: number, to: number): Table[] {
  const cells: Cell[] = paragraphs.slice(from, to).map(({ start, end }) => ({ start, end }));
  const isValue = cells.map((c) => isNumeral(written(text, c)));
  const isYear = cells.map((c) => YEAR.test(written(text, c)));
  const tables: Table[] = [];
  for (let i = isValue.indexOf(true); i >= 0; ) {
    const rows = rowsFrom(isValue, isYear, i);
    if (rows) {
      const { start, end, width, labels } = rows;
      const head = cells.slice(Math.max(0, start - width), start);
      tables.push({
        head: [head],
        rows: Array.from({ length: (end - start) / width }, (_, r) =>
          rowOf(cells.slice(start + r * width, start + (r + 1) * width), labels),
        ),
        above: linesAbove(paragraphs, from + start - head.length - 1),
        first: from + start,
        last: from + end - 1,
      });
      i = isValue.indexOf(true, end);
    } else i = isValue.indexOf(true, isValue.indexOf(false, i) < 0 ? isValue.length : isValue.indexOf(false, i));
  }
  return tables;
}

interface Rows {
  start: number;
  end: number;
  /** Lines of a row, and how many of them are its labels. */
  width: number;
  labels: number;
}

/** The rows whose first value stands at `first`, null where nothing repeats. */
function rowsFrom(isValue: readonly boolean[], isYear: readonly boolean[], first: number): Rows | null {
  const values = runLength(isValue, first);
  if (first + values === isValue.length && isYear[first]) return rowsOfYears(isYear, first, values);
  const labels = runLength(isValue, first + values);
  if (labels === 0 || labels > 2 || first < labels) return null;
  const width = labels + values;
  const start = first - labels;
  let end = start;
  const isRow = (at: number): boolean => {
    for (let k = 0; k < width; k++) if (isValue[at + k] !== k >= labels) return false;
    return true;
  };
  while (isRow(end)) end += width;
  return end - start >= 2 * width && start >= width - 1 ? { start, end, width, labels } : null;
}

/** 年份⏎收入⏎2019⏎201.3⏎2020⏎205.6: a year opens each row. */
function rowsOfYears(isYear: readonly boolean[], first: number, values: number): Rows | null {
  const width = isYear.indexOf(true, first + 1) - first;
  if (width < 2 || values < 2 * width || values % width !== 0 || first < width) return null;
  for (let i = first; i < first + values; i++) if (isYear[i] !== ((i - first) % width === 0)) return null;
  return { start: first, end: first + values, width, labels: 1 };
}

function runLength(list: readonly boolean[], from: number): number {
  let i = from;
  while (i < list.length && list[i] === list[from]) i++;
  return i - from;
}
