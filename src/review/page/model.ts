import type { FigureType } from '../../record/schema.ts';
import { COLUMNS, mended, type PackedDocument, type PackedFinding, type PageData, PLACES } from '../data.ts';
import { above } from './dom.ts';

/** A record as the page works with it: its fields, its places, and where it comes from. */
export interface Figure {
  /** Index into `Model.figures`; the text's order. */
  index: number;
  document: number;
  id: string;
  type: FigureType;
  text: string;
  value: number | string | null;
  unit: string | null;
  unitCode: string | null;
  subject: string | null;
  metric: string | null;
  item: string | null;
  period: { text: string; edtf: string | null } | null;
  status: string;
  modifier: string | null;
  inferred: string[];
  rule: string;
  /** What only some records have: minValue, canonical, a type's own fields. */
  own: Record<string, unknown>;
  start: number;
  end: number;
  rawStart: number;
  rawEnd: number;
  sentence: number;
  article: number;
  line: number;
  column: number;
  endLine: number;
  cpStart: number;
  cpEnd: number;
}

export interface Doc {
  index: number;
  file: string;
  sha256: string;
  packed: PackedDocument;
  /** Index of its first figure in `Model.figures`, and how many it has; sorted by place. */
  first: number;
  count: number;
  /** Made when first asked for. */
  text(): string;
  rawLines(): number[];
}

export interface Finding extends Omit<PackedFinding, 'records'> {
  /** Indices into `Model.figures`. */
  figures: number[];
}

export interface Model {
  docs: Doc[];
  figures: Figure[];
  findings: Finding[];
  findingsOf: Map<number, Finding[]>;
}

export function readModel(data: PageData): Model {
  const figures: Figure[] = [];
  const docs = data.documents.map((packed, index): Doc => {
    const first = figures.length;
    for (const row of packed.records) figures.push(readFigure(row, figures.length, index));
    return {
      index,
      file: packed.file,
      sha256: packed.sha256,
      packed,
      first,
      count: packed.records.length,
      text: once(() => mended(packed.raw, packed.mends)),
      rawLines: once(() => lineStarts(packed.raw)),
    };
  });
  const findings = data.findings.map(({ records, ...rest }): Finding => {
    const first = docs[rest.document]!.first;
    return { ...rest, figures: records.map((r) => first + r) };
  });
  const findingsOf = new Map<number, Finding[]>();
  for (const finding of findings)
    for (const figure of finding.figures) findingsOf.set(figure, [...(findingsOf.get(figure) ?? []), finding]);
  return { docs, figures, findings, findingsOf };
}

function readFigure(row: unknown[], index: number, document: number): Figure {
  const figure: Record<string, unknown> = { index, document };
  for (let i = 0; i < COLUMNS.length; i++) figure[COLUMNS[i]!] = row[i];
  for (let i = 0; i < PLACES.length; i++) figure[PLACES[i]!] = row[COLUMNS.length + i];
  figure.own = row[COLUMNS.length + PLACES.length] ?? {};
  return figure as unknown as Figure;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** The sentence that a figure stands in. */
export function sentenceOf(doc: Doc, figure: Figure): { start: number; end: number; text: string } {
  const starts = doc.packed.sentences;
  const start = figure.sentence < 0 ? figure.start : starts[figure.sentence]!;
  const text = doc.text();
  const lineEnd = text.indexOf('\n', figure.end);
  const next = figure.sentence < 0 ? Infinity : (starts[figure.sentence + 1] ?? Infinity);
  const end = Math.max(figure.end, Math.min(next, lineEnd < 0 ? text.length : lineEnd));
  return { start, end, text: text.slice(start, end).trim() };
}

/** Title of the article that a figure stands in; null where it stands in none or the article has none. */
export function articleTitle(doc: Doc, figure: Figure): string | null {
  return doc.packed.articles[figure.article]?.title ?? null;
}

/** Raw UTF-16 offset of a repaired one. */
export function toRaw(doc: Doc, offset: number): number {
  let shift = 0;
  for (const [rawStart, rawEnd, text] of doc.packed.mends) {
    const start = rawStart + shift;
    if (start > offset) break;
    if (offset < start + text.length) return Math.min(rawStart + (offset - start), Math.max(rawStart, rawEnd - 1));
    shift += text.length - (rawEnd - rawStart);
  }
  return offset - shift;
}

/** Range of a document's figures that touch [start, end), by repaired or raw offsets. */
export function figuresIn(model: Model, doc: Doc, start: number, end: number, raw: boolean): Figure[] {
  const at = (i: number): Figure => model.figures[doc.first + i]!;
  let from = above(doc.count, (i) => (raw ? at(i).rawStart : at(i).start), start);
  while (from > 0 && (raw ? at(from - 1).rawEnd : at(from - 1).end) > start) from--;
  const found: Figure[] = [];
  for (let i = from; i < doc.count; i++) {
    const figure = at(i);
    if ((raw ? figure.rawStart : figure.start) >= end) break;
    if ((raw ? figure.rawEnd : figure.end) > start) found.push(figure);
  }
  return found;
}
