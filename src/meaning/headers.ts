import type { Page } from '../layout/types.ts';
import { scanQuantities } from '../quantity/scan.ts';
import type { Quantity } from '../quantity/types.ts';

/** What a table or header says of a bare number that stands under it. */
export interface Cell {
  metric: string | null;
  subject: string | null;
  period: { text: string; edtf: string | null } | null;
}

export interface Supplied {
  /** The quantities, bare numbers under a header with its unit. */
  quantities: readonly Quantity[];
  /** Quantities whose unit came from a header, with what else the header tells. */
  cells: ReadonlyMap<Quantity, Cell>;
}

interface Column {
  name: string;
  unit: Quantity | null;
  period: Cell['period'];
}

const UNIT_LINE = /(?:单位|单　位|計量單位|單位)\s*[:：]\s*([^\s）)，。；]{1,12})/;
const BRACKETED = /^(.{1,40}?)[（(]\s*(?:(?:单位|單位)[:：])?\s*([^（）()，。]{1,10})\s*[）)]\s*$/;
const IN_BRACKETS = /[（(]\s*(?:(?:单位|單位)[:：])?\s*([^（）()，。、]{1,10})\s*[）)]/g;

/**
 * Supplies units that stand in a header: 单位：万元 over rows, 种植面积（亩） as a title, 常住人口（万人） over a column, or
 * 参赛人数（人）：男子组128 in the sentence. Texts without bare numbers come back as they are.
 */
export function supplyUnits(page: Page, quantities: readonly Quantity[]): Supplied {
  const { text } = page.source;
  const cells = new Map<Quantity, Cell>();
  if (!quantities.some((q) => q.dimension === 'number') || !/[（(]|单位|單位/.test(text)) return { quantities, cells };
  const out = [...quantities];
  let unit: Quantity | null = null;
  let title: string | null = null;
  let columns: Column[] | null = null;
  let previous = '';
  let q = 0;
  for (const paragraph of page.paragraphs) {
    const line = text.slice(paragraph.start, paragraph.end).trim();
    while (q < out.length && out[q]!.start < paragraph.start) q++;
    const from = q;
    while (q < out.length && out[q]!.start < paragraph.end) q++;
    const numbers = out.slice(from, q).filter((x) => x.dimension === 'number');
    if (numbers.length === 0) {
      const named = UNIT_LINE.exec(line);
      const bracketed = BRACKETED.exec(line);
      const header = columnsOf(line);
      if (named && line.length < 60) {
        unit = unitOf(named[1]!) ?? unit;
        title =
          line
            .slice(0, named.index)
            .replace(/[（(]\s*$/, '')
            .trim() || previous;
        columns = null;
      } else if (header) columns = header;
      else if (bracketed && unitOf(bracketed[2]!)) {
        unit = unitOf(bracketed[2]!);
        title = bracketed[1]!.trim();
        columns = null;
      } else if (/[。！？]$/.test(line) || line.length > 60) {
        unit = null;
        columns = null;
      }
    } else {
      const label = text.slice(paragraph.start, numbers[0]!.start).trim();
      const isRow = !/[。；，]/.test(line) && line.length < 80;
      numbers.forEach((number, k) => {
        const at = out.indexOf(number, from);
        const own = nearestBracket(text, paragraph.start, number.start);
        const column =
          isRow && columns && columns.length > numbers.length
            ? columns[columns.length - numbers.length + k]
            : undefined;
        const like = own ?? column?.unit ?? (isRow ? unit : null);
        if (!like) return;
        const filled = withUnit(number, like);
        out[at] = filled;
        cells.set(
          filled,
          isRow ? cellOf(label, column, own ? null : title) : inlineCell(text.slice(paragraph.start, number.start)),
        );
      });
    }
    previous = line.length < 40 ? line : '';
  }
  return { quantities: out, cells };
}

/** 参赛人数（人）：男子组128，女子组96: the measure stands before the brackets, each owner before its number. */
function inlineCell(before: string): Cell {
  const m = /([^，。；：（）()]+)[（(][^（）()]+[）)][:：](?:.*[，、；])?([^，。；：、\d]+)$/.exec(before);
  return { metric: m?.[1] ?? null, subject: m?.[2]?.trim() ?? null, period: null };
}

function cellOf(label: string, column: Column | undefined, title: string | null): Cell {
  const name =
    label
      .replace(IN_BRACKETS, '')
      .replace(/^(其中|#)[:：]?/, '')
      .trim() || null;
  if (column?.period) return { metric: name, subject: null, period: column.period };
  if (column) return { metric: column.name, subject: name, period: null };
  const measured =
    title !== null && /(面积|产量|价格|人数|收入|产值|数量|销量|人口|投资|产值|降水量|气温)$/.test(title);
  return measured ? { metric: title, subject: name, period: null } : { metric: name, subject: null, period: null };
}

/** The cells of a line that heads columns: two or more, apart by blanks, none a sentence. */
function columnsOf(line: string): Column[] | null {
  const parts = line.split(/[\s\u3000]+/).filter(Boolean);
  if (parts.length < 2 || parts.some((p) => p.length > 16 || /[。，；：]/.test(p))) return null;
  const columns = parts.map((p) => {
    const bracket = /^(.*?)[（(]([^（）()]{1,10})[）)]$/.exec(p);
    const year = /^(\d{4})年$/.exec(p);
    return {
      name: bracket ? bracket[1]! : p,
      unit: bracket ? unitOf(bracket[2]!) : null,
      period: year ? { text: p, edtf: year[1]! } : null,
    };
  });
  return columns.some((c) => c.unit || c.period) ? columns : null;
}

/** The unit in the last brackets between `from` and `to`: 参赛人数（人）：男子组128. */
function nearestBracket(text: string, from: number, to: number): Quantity | null {
  let found: Quantity | null = null;
  for (const m of text.slice(from, to).matchAll(IN_BRACKETS)) found = unitOf(m[1]!) ?? found;
  return found;
}

/** What one of a unit is (万元 → 10,000 yuan), null for what is no unit. */
function unitOf(written: string): Quantity | null {
  const [one] = scanQuantities(`1${written}`);
  return one && one.dimension !== 'number' && one.start === 0 && one.end === written.length + 1 ? one : null;
}

function withUnit(number: Quantity, like: Quantity): Quantity {
  const factor = like.value as number;
  const scale = (v: number | undefined) => (v === undefined ? undefined : Number((v * factor).toPrecision(15)));
  const value = typeof number.value === 'number' ? scale(number.value)! : number.value;
  return {
    ...number,
    dimension: like.dimension,
    unit: like.unit,
    unitCode: like.unitCode,
    value,
    minValue: scale(number.minValue),
    maxValue: scale(number.maxValue),
    canonical:
      like.canonical && typeof like.canonical.value === 'number' && typeof number.value === 'number'
        ? { value: Number((number.value * like.canonical.value).toPrecision(15)), unit: like.canonical.unit }
        : null,
    rule: `${number.rule}+header-unit`,
  };
}
