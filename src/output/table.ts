import { Chalk, type ChalkInstance } from 'chalk';
import type { FigureRecord } from '../record/schema.ts';
import type { FormatOptions, TextFormat } from './format.ts';

const COLOR_OF_TYPE: Record<string, (c: ChalkInstance) => ChalkInstance> = {
  investment: (c) => c.yellow,
  money: (c) => c.yellow,
  price: (c) => c.yellow,
  growth: (c) => c.green,
  share: (c) => c.green,
  rate: (c) => c.green,
  date: (c) => c.gray,
  duration: (c) => c.gray,
  age: (c) => c.gray,
  count: (c) => c.cyan,
  people: (c) => c.cyan,
};

/** Rows for a terminal: type, figure, measure, thing, owner, time, place; cut to the terminal's width in cells. */
export function table(options: Pick<FormatOptions, 'width' | 'color'>): TextFormat {
  const chalk = new Chalk({ level: options.color });
  const widths = columnWidths(options.width);
  const line = (cells: readonly string[], paint: (cell: string, i: number) => string): string =>
    `${cells
      .map((cell, i) => paint(fitCells(cell, widths[i]!), i))
      .join('  ')
      .trimEnd()}\n`;
  return {
    begin: () => line(['type', 'figure', 'metric', 'item', 'subject', 'period', 'place'], (cell) => chalk.bold(cell)),
    records: (records) =>
      records
        .map((r) => {
          const color = (COLOR_OF_TYPE[r.type] ?? ((c: ChalkInstance) => c.white))(chalk);
          return line(rowOf(r), (cell, i) => (i < 2 ? color(cell) : i === 6 ? chalk.dim(cell) : cell));
        })
        .join(''),
    end: () => '',
  };
}

const rowOf = (r: FigureRecord): string[] => [
  r.type,
  `${MARK[r.modifier ?? ''] ?? ''}${r.text}`,
  r.metric ?? '',
  r.item ?? '',
  r.subject ?? '',
  r.period?.edtf ?? r.period?.text ?? '',
  `${r.source.file}:${r.source.line}`,
];

const MARK: Record<string, string> = {
  approx: '≈',
  nearly: '≲',
  moreThan: '>',
  atLeast: '≥',
  lessThan: '<',
  atMost: '≤',
};

/** Shares of the width that each column has; the place takes what is left. */
function columnWidths(width: number): number[] {
  const fixed = [11, 16];
  const rest = Math.max(60, width - fixed[0]! - fixed[1]! - 12);
  const share = (part: number): number => Math.floor(rest * part);
  return [...fixed, share(0.22), share(0.18), share(0.24), share(0.13), share(0.23)];
}

/** Cells that a character takes: two for Chinese and full-width forms. */
const cellsOf = (c: string): number =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…]/.test(c) ? 2 : 1;

/** The text in exactly `width` cells, cut with … where it is longer; control characters shown, never sent to the terminal. */
function fitCells(text: string, width: number): string {
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�');
  let used = 0;
  let out = '';
  for (const c of safe) {
    const w = cellsOf(c);
    if (used + w > width) {
      while (used > width - 1) {
        used -= cellsOf(out.at(-1)!);
        out = out.slice(0, -1);
      }
      return `${out}…${' '.repeat(width - used - 1)}`;
    }
    out += c;
    used += w;
  }
  return out + ' '.repeat(width - used);
}
