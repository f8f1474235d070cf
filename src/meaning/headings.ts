import type { Cell, Table } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import { tableWords } from '../rules/tables.ts';
import type { Context, Period } from './context.ts';
import { headGroup } from './found.ts';
import { unitOf } from './header-unit.ts';
import { endsOnHead, splitMeasure } from './measure.ts';
import { nounPhraseBefore } from './phrases.ts';
import type { Status } from './status.ts';
import { yearTold } from './times.ts';
import { tokenize } from './tokens.ts';
import { spanText, word } from './view.ts';

/** What the words over a column or before a row say of its cells. */
export interface Heading {
  /** Its words without unit, time and change: 产量 of 产量（万吨）, of 产量比上年增长（%）; '' where nothing is left. */
  name: string;
  /** Group of the measure's head that the name ends on, null for no measure. */
  head: string | null;
  unit: Quantity | null;
  period: Period | null;
  /** The year of `period` was worked out: 本月, 1-9月. */
  isYearless: boolean;
  /** 比上年增长, 增速: the words; null over levels. */
  change: string | null;
  isShare: boolean;
  /** 全市 in 占全市比重. */
  whole: string | null;
  status: Status | null;
}

/** What the lines above a table say of all its cells. */
export interface Caption {
  unit: Quantity | null;
  /** 单位：亿元、%: the unit of the changes. */
  percent: Quantity | null;
  /** 各乡镇蔬菜种植面积: the measure that the title ends on, its last word (种植面积) and that word's group. */
  measure: { name: string; word: string; head: string } | null;
  period: Period | null;
}

const UNIT_NOTE = /单\s*位\s*[:：]\s*([^\s）)，。；]{1,16})/;
const IN_BRACKETS = /[（(]\s*(?:单位\s*[:：])?\s*([^（）()]{1,12}?)\s*[）)]\s*$/;
const YEAR = /^(?:19|20)\d{2}$/;
/** 其中：, #, 一、, 1. before a row's label. */
const LABEL_MARK = /^(?:其中[:：]?|[#＃*]|[（(]?[一二三四五六七八九十]{1,2}[）)、]|\d{1,2}[、.．])\s*/;

/** The words of a cell taken apart. */
export function readHeading(cell: Cell, context: Context): Heading {
  const { text } = context;
  const lists = tableWords();
  const span = { ...cell };
  const drop = (m: RegExpExecArray | null) => {
    if (m) span.start += m[0].length;
  };
  drop(LABEL_MARK.exec(text.slice(span.start, span.end)));
  let unit: Quantity | null = null;
  const bracket = IN_BRACKETS.exec(text.slice(span.start, span.end));
  if (bracket) {
    unit = unitOf(bracket[1]!);
    if (unit) span.end = span.start + bracket.index;
  } else if ('%％‰'.includes(text[span.end - 1]!)) unit = unitOf(text[--span.end]!);
  const period = periodIn(span, context);
  if (period) span.start = Math.min(span.end, period.end);
  const isIn = (list: readonly string[]) => list.find((w) => text.slice(span.start, span.end).endsWith(w));
  const word = isIn(lists.change);
  const isChange = word !== undefined && (unit === null || ['ratio', 'points'].includes(unit.dimension));
  let change: string | null = null;
  if (isChange) {
    const end = span.end;
    span.end -= word.length;
    for (let more = isIn(lists.against); more; more = isIn(lists.against)) span.end -= more.length;
    change = text.slice(span.end, end);
  }
  const share = isIn(lists.share);
  if (share) span.end -= share.length;
  let whole: string | null = null;
  if (share && text[span.start] === '占') {
    whole = context.page.source.text.slice(span.start + 1, span.end) || null; // 占全市比重
    span.start = span.end;
  }
  while (span.end > span.start && /[\s（(]/.test(text[span.end - 1]!)) span.end--;
  const name = text.slice(span.start, span.end);
  const source = context.page.source.text.slice(span.start, span.end);
  const status = lists.status.find((s) => s.words.includes(name))?.status ?? null;
  const generic = status !== null || lists.generic.has(name);
  return {
    name: generic ? '' : source.replace(/\s+/g, ''),
    head: generic || name === '' ? null : headOf(span, context),
    unit,
    period: period && { text: period.text, edtf: period.edtf },
    isYearless: period?.isYearless ?? false,
    change,
    isShare: share !== undefined,
    whole,
    status,
  };
}

/** One heading a column, from the lowest row of headings; a row above it lends units and times where it has as many cells. */
export function headingsOf(table: Table, context: Context): Heading[] {
  const rows = table.head.map((row) => row.map((cell) => readHeading(cell, context)));
  const lowest = rows.pop() ?? [];
  for (const row of rows)
    if (row.length === lowest.length)
      lowest.forEach((h, i) => {
        h.unit ??= row[i]!.unit;
        h.period ??= row[i]!.period;
        h.name ||= row[i]!.name;
        h.head ??= row[i]!.head;
      });
  return lowest;
}

export function captionOf(table: Table, context: Context): Caption {
  const caption: Caption = { unit: null, percent: null, measure: null, period: null };
  for (const line of table.above) {
    const words = context.text.slice(line.start, line.end);
    const note = UNIT_NOTE.exec(words);
    if (note) {
      for (const one of [note[1]!, ...note[1]!.split(/[、,/及和]/)]) {
        const unit = unitOf(one);
        if (unit?.unit === '%' || unit?.unit === '％') caption.percent ??= unit;
        else if (unit) caption.unit ??= unit;
      }
    }
    const end = note ? line.start + note.index : line.end;
    caption.unit ??= note ? null : readHeading({ start: line.start, end }, context).unit;
    caption.period ??= periodWithin({ start: line.start, end }, context);
    caption.measure ??= measureOf({ start: line.start, end }, context);
  }
  return caption;
}

/** The measure on which a title ends, brackets apart: 产量 of 2023年主要农产品产量（万吨）. */
function measureOf(title: Cell, context: Context): Caption['measure'] {
  const { page, text, rules } = context;
  const words = text.slice(title.start, title.end).replace(/[\s（(]*(?:[（(][^（）()]*[）)]\s*)?$/, '');
  const t = tokenize(page.source.text, text, title.start, title.start + words.length, [], 0, 0, rules.lexicon);
  const noun = nounPhraseBefore(t, t.count, 0, rules.lexicon);
  const { measure } = splitMeasure(t, noun, rules.lexicon);
  if (measure.to <= measure.from) return null;
  return { name: spanText(t, measure), word: word(t, t.count - 1), head: headGroup(t, measure.to - 1, rules.lexicon) };
}

/** Group of the measure's head on which words end, null where they end on none. */
function headOf(span: Cell, context: Context): string | null {
  const { page, text, rules } = context;
  const t = tokenize(page.source.text, text, span.start, span.end, [], 0, 0, rules.lexicon);
  return endsOnHead(t, { from: 0, to: t.count }) ? headGroup(t, t.count - 1, rules.lexicon) : null;
}

interface PeriodAt extends Period {
  end: number;
  isYearless: boolean;
}

/** The time with which a heading begins: 2022年, 2022, 1-12月. */
function periodIn(span: Cell, context: Context): PeriodAt | null {
  const year = context.text.slice(span.start, span.end);
  if (YEAR.test(year)) return { text: year, edtf: year, end: span.end, isYearless: false };
  const q = context.quantities[indexAt(context.quantities, span.start)];
  if (!q?.time || q.dimension !== 'date' || q.start !== span.start || q.end > span.end) return null;
  return { text: q.text, edtf: yearTold(q, context), end: q.end, isYearless: q.time.inferred };
}

/** The first time with a year that stands anywhere in a line. */
function periodWithin(line: Cell, context: Context): Period | null {
  for (let i = indexAt(context.quantities, line.start); i < context.quantities.length; i++) {
    const q = context.quantities[i]!;
    if (q.start >= line.end) return null;
    if (q.dimension === 'date' && q.time?.edtf && !q.time.inferred) return { text: q.text, edtf: q.time.edtf };
  }
  return null;
}

/** Index of the first quantity that begins at or after an offset. */
export function indexAt(quantities: readonly Quantity[], offset: number): number {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (quantities[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
