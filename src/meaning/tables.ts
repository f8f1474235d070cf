import type { Cell, Table } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import type { FigureType } from '../record/schema.ts';
import { Cue } from '../rules/format.ts';
import { tableWords } from '../rules/tables.ts';
import type { Context, Period } from './context.ts';
import { unitCues } from './cues.ts';
import { fallOf } from './fall.ts';
import { unitOf, withUnit } from './header-unit.ts';
import { type Caption, captionOf, type Heading, headingsOf, indexAt, readHeading } from './headings.ts';
import type { Meaning } from './meaning.ts';
import { decideType } from './type.ts';

/** All that bears on one cell. */
interface Place {
  column: Heading | null;
  /** The nearest column of levels to the left, the cell's own among them: what a change is the change of. */
  level: Heading | null;
  label: Heading;
  /** The unit in the row's second label: 粮食产量 | 万吨 | 58.3. */
  rowUnit: Quantity | null;
  /** What stands over the labels: 地区, 指标. */
  corner: string;
  sentence: number;
  caption: Caption;
}

/** What a cell measures and whose it is. */
interface Reading {
  metric: string | null;
  head: string;
  /** The row's label where it is no measure: an owner or a thing. */
  who: string | null;
}

/**
 * The records of a table's cells, in the text's order: a column's heading and a row's label say what is measured, whose it is
 * and when. `sentence` is the index of the table's first one. Numbers for which neither they nor the lines above give a unit are no figures.
 */
export function interpretTable(table: Table, context: Context, sentence: number): Meaning[] {
  const { sentences } = context.page;
  let s = sentence;
  const headings = headingsOf(table, context);
  const caption = captionOf(table, context);
  const out: Meaning[] = [];
  for (const { labels, values } of table.rows) {
    const width = labels.length + values.length;
    const columns = values.map((_, k) => headings[headings.length - values.length + k] ?? null);
    const named = Math.max(
      0,
      labels.findIndex((c) => /\p{Script=Han}/u.test(textOf(c, context))),
    ); // behind 1, 2, 3
    const corner = headings.length >= width ? table.head.at(-1)![headings.length - width + named] : undefined;
    const row = {
      label: readHeading(labels[named]!, context),
      rowUnit: labels.length > named + 1 ? unitOf(textOf(labels.at(-1)!, context)) : null,
      corner: corner ? textOf(corner, context) : '',
      caption,
    };
    values.forEach((cell, k) => {
      const quantity = quantityIn(cell, context);
      const level = columns.slice(0, k + 1).findLast((h) => h && h.change === null && !h.isShare) ?? null;
      if (!quantity) return;
      while (s + 1 < sentences.length && sentences[s + 1]!.start <= cell.start) s++;
      const meaning = readCell(quantity, { ...row, column: columns[k]!, level, sentence: s }, context);
      if (meaning) out.push(meaning);
    });
  }
  return out;
}

const textOf = (c: Cell, context: Context): string => context.text.slice(c.start, c.end);

/** The quantity that fills a cell. */
function quantityIn(cell: Cell, context: Context): Quantity | null {
  const q = context.quantities[indexAt(context.quantities, cell.start)];
  return q && q.start === cell.start && q.end === cell.end && q.dimension !== 'date' ? q : null;
}

function readCell(found: Quantity, place: Place, context: Context): Meaning | null {
  const { column, label } = place;
  if (column && tableWords().ranks.has(column.name)) return null;
  const change = column?.change ?? label.change;
  const isShare = (column?.isShare || label.isShare) ?? false;
  const isRelative = change !== null || isShare;
  const like = found.dimension === 'number' ? unitFor(place, isRelative) : null;
  if (found.dimension === 'number' && !like) return null;
  const level = like ? withUnit(found, like) : found;
  const falls = change !== null && tableWords().falls.some((w) => change.endsWith(w));
  const quantity = falls ? fallOf(level) : level;
  const { metric: named, head, who } = measured(place, isRelative);
  const isOwner = who !== null && ownsRows(place.corner);
  // 原煤: a thing is counted or weighed, but it grows itself
  const metric = isRelative && who !== null && !isOwner ? who : named;
  const item = isOwner || isRelative ? null : who;
  let cues = unitCues(quantity) & Cue['money-per'];
  if (change !== null) cues |= Cue.change | Cue.basis;
  if (isShare) cues |= Cue.share;
  const facts = {
    dimension: quantity.dimension,
    unit: quantity.unit,
    head,
    cues,
    text: metric ?? '',
    from: 0,
    to: metric?.length ?? 0,
    item: item ?? '',
  };
  const rule = decideType(facts, context.rules.types);
  const meaning: Meaning = {
    quantity,
    type: rule.type as FigureType,
    subject: isOwner ? who : null,
    metric,
    item,
    period: periodOf(place) ?? context.headingPeriod,
    status: column?.status ?? label.status ?? 'actual',
    value: quantity.value,
    unit: quantity.unit,
    inferred: like ? ['unit'] : [],
    rule: rule.rule,
    sentence: place.sentence,
    own: {},
  };
  meaning.own = ownFields(meaning, change, column?.whole ?? null);
  context.trace?.({ column: column?.name ?? '', label: label.name, corner: place.corner, facts, meaning });
  return meaning;
}

/** The time of the column or the row; the title gives the year that 本月 and 1-9月 are of. */
function periodOf({ column, level, label, caption }: Place): Period | null {
  const heading = [column, level, label].find((h) => h?.period);
  if (!heading) return caption.period;
  const period = heading.period!;
  const year = /^\d{4}/.exec(caption.period?.edtf ?? '')?.[0];
  if (!heading.isYearless || !year) return period;
  if (/^[本当]/.test(period.text)) return caption.period;
  return { text: period.text, edtf: period.edtf?.replace(/\d{4}/g, year) ?? null };
}

/** Labels name owners unless the words over them say that they are things (品种, 指标). */
const ownsRows = (corner: string): boolean => corner === '' || isOwnersCorner(corner);

const isOwnersCorner = (corner: string): boolean => tableWords().owners.some((w) => corner.startsWith(w));

/** The unit that the table gives a bare number; a change takes none that is meant for the levels. */
function unitFor({ column, label, rowUnit, caption }: Place, isRelative: boolean): Quantity | null {
  if (column?.unit) return column.unit;
  if (isRelative) return label.change === null ? caption.percent : (label.unit ?? caption.percent);
  return label.unit ?? rowUnit ?? caption.unit;
}

function measured({ column, level, label, corner, caption }: Place, isRelative: boolean): Reading {
  const over = isRelative && !column?.name ? level : column;
  const fromColumn = over?.name ? { metric: over.name, head: over.head ?? '' } : null;
  const title = caption.measure;
  // 工业产品产量 over 原煤: only 产量 is its measure
  const fromTitle = title && { metric: ownsRows(corner) ? title.name : title.word, head: title.head };
  const fromLabel = { metric: label.name || null, head: label.head ?? '', who: null };
  if (label.name === '') return { ...(fromColumn ?? fromTitle ?? fromLabel), who: null };
  if (label.head !== null && !isOwnersCorner(corner) && over?.head == null) return fromLabel;
  if (fromColumn) return { ...fromColumn, who: label.name };
  return fromTitle && label.head === null ? { ...fromTitle, who: label.name } : fromLabel;
}

/** The fields of a type of its own, as far as a table tells them. */
function ownFields(m: Meaning, change: string | null, whole: string | null): Meaning['own'] {
  switch (m.type) {
    case 'growth': {
      const v = typeof m.value === 'number' ? m.value : 0;
      return { basis: change, direction: v > 0 ? 'up' : v < 0 ? 'down' : null, level: null };
    }
    case 'share':
      return { whole };
    case 'investment':
      return { project: null, phase: null };
    case 'capacity':
      return { product: m.item, per: null };
    case 'price':
      return { per: /\/(.+)$/.exec(m.unit ?? '')?.[1] ?? null };
    case 'people':
      return { group: m.item };
    default:
      return {};
  }
}
