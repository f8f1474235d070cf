import { Chalk } from 'chalk';
import type { FigureRecord } from '../record/schema.ts';
import type { Column } from './columns.ts';
import { headingOf } from './csv.ts';
import { cellWidth, cutToWidth, harmless } from './terminal.ts';
import type { RecordWriter, WriterOptions } from './writer.ts';

/** The columns that a reader wants at a glance; `--columns` names others. */
export const TABLE_COLUMNS = [
  'type',
  'text',
  'value',
  'unit',
  'subject',
  'metric',
  'item',
  'period_edtf',
  'source_line',
];

/** So many rows decide the widths; what follows is fitted to them. */
const MEASURED = 500;
const GAP = 2;
const NARROWEST = 4;

/** An aligned table, fit to the terminal's width and coloured by type. */
export function tableWriter(options: WriterOptions): RecordWriter {
  const { columns, headers, width, colour } = options;
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  const headings = columns.map((c) => headingOf(c, headers));
  let held: FigureRecord[] = [];
  let widths: number[] | null = null;
  const rowsOf = (records: readonly FigureRecord[]) => records.map((r) => columns.map((c) => shown(c, r)));
  const lines = (records: readonly FigureRecord[]) => {
    let out = '';
    rowsOf(records).forEach((row, i) => {
      const paint = colourOf(chalk, records[i]!.type);
      out += lineOf(row, widths!, columns, (text, column) => (column.name === 'type' ? paint(text) : text)) + '\n';
    });
    return out;
  };
  const release = () => {
    widths = fitWidths([headings, ...rowsOf(held)], width);
    const head = lineOf(headings, widths, columns, (text) => chalk.bold(text)) + '\n';
    const out = head + lines(held);
    held = [];
    return out;
  };
  return {
    begin: () => '',
    records(records) {
      if (widths) return lines(records);
      held.push(...records);
      return held.length >= MEASURED ? release() : '';
    },
    end: () => (widths === null && held.length > 0 ? release() : ''),
  };
}

function shown(column: Column, record: FigureRecord): string {
  const cell = column.of(record);
  return cell === null ? '' : harmless(String(cell));
}

/** Widths that fit: the widest columns give way first. */
function fitWidths(rows: readonly (readonly string[])[], total: number): number[] {
  const widths = rows[0]!.map((_, i) => Math.max(1, ...rows.map((row) => cellWidth(row[i]!))));
  let spare = total - widths.reduce((sum, w) => sum + w, 0) - GAP * (widths.length - 1);
  while (spare < 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= NARROWEST) break;
    widths[widest]!--;
    spare++;
  }
  return widths;
}

function lineOf(
  row: readonly string[],
  widths: readonly number[],
  columns: readonly Column[],
  paint: (text: string, column: Column) => string,
): string {
  const cells = row.map((text, i) => {
    const column = columns[i]!;
    const cut = cutToWidth(text, widths[i]!);
    const padding = ' '.repeat(Math.max(0, widths[i]! - cellWidth(cut)));
    return column.kind === 'text' ? paint(cut, column) + padding : padding + paint(cut, column);
  });
  return cells.join(' '.repeat(GAP)).trimEnd();
}

const COLOURS = ['cyan', 'green', 'yellow', 'magenta', 'blue', 'red'] as const;
const GROUPS: readonly (readonly string[])[] = [
  ['count', 'people', 'age', 'ordinal', 'number'],
  ['investment', 'money', 'price'],
  ['growth', 'share', 'rate'],
  ['date', 'duration'],
  ['area', 'length', 'mass', 'volume', 'speed', 'temperature'],
  ['capacity', 'energy'],
];

function colourOf(chalk: InstanceType<typeof Chalk>, type: string): (text: string) => string {
  const group = GROUPS.findIndex((types) => types.includes(type));
  return group < 0 ? (text) => text : chalk[COLOURS[group]!];
}
