import { checkFigures } from '../checks/check.ts';
import { locate } from '../checks/locate.ts';
import type { Page } from '../layout/types.ts';
import type { FigureRecord } from '../record/schema.ts';
import type { SourceText } from '../repair/types.ts';
import { COLUMNS, type Mend, mended, type PackedDocument, type PackedFinding, type PageData } from './data.ts';

/** One document to review: what `extractPage` gives, and which file it was. */
export interface ReviewDocument {
  /** As the user named it. */
  file: string;
  /** Of the file's bytes, lower-case hex; decisions are kept under it. */
  sha256: string;
  page: Page;
  records: readonly FigureRecord[];
}

export function packDocuments(documents: readonly ReviewDocument[]): PageData {
  return { documents: documents.map(packDocument), findings: documents.flatMap(packFindings) };
}

function packDocument({ file, sha256, page, records }: ReviewDocument): PackedDocument {
  return {
    file,
    sha256,
    raw: page.source.raw,
    mends: mendsOf(page.source),
    articles: page.articles.map((a) => ({ kind: a.kind, title: a.title, start: a.start })),
    paragraphs: page.paragraphs.map((p) => [p.start, p.end, p.role, p.article]),
    sentences: page.sentences.map((s) => s.start),
    records: locate(page, records).map((l) => packRecord(l.record, [l.start, l.end, l.rawStart, l.rawEnd, l.sentence])),
  };
}

function packRecord(record: FigureRecord, places: number[]): unknown[] {
  const { source, ...fields } = record as FigureRecord & Record<string, unknown>;
  const row: unknown[] = COLUMNS.map((name) => fields[name] ?? null);
  row.push(
    ...places,
    source.article?.index ?? -1,
    source.line,
    source.column,
    source.endLine,
    source.start,
    source.end,
  );
  const known = new Set<string>(COLUMNS);
  const rest = Object.entries(fields).filter(([name]) => !known.has(name));
  if (rest.length > 0) row.push(Object.fromEntries(rest));
  return row;
}

/** The edits of a text with what they put in place; a single whole-middle mend where the edits do not tell everything. */
function mendsOf(source: SourceText): Mend[] {
  const mends = source
    .edits()
    .map((e): Mend => [e.rawStart, e.rawEnd, source.text.slice(e.start, e.end), e.reason])
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (mended(source.raw, mends) === source.text) return mends;
  const { raw, text } = source;
  let head = 0;
  while (head < raw.length && head < text.length && raw[head] === text[head]) head++;
  let tail = 0;
  const most = Math.min(raw.length, text.length) - head;
  while (tail < most && raw[raw.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return [[head, raw.length - tail, text.slice(head, text.length - tail), 'unknown']];
}

function packFindings({ page, records }: ReviewDocument, document: number): PackedFinding[] {
  const index = new Map(records.map((r, i) => [r.id, i]));
  return checkFigures(page, records).map((f) => ({
    kind: f.kind,
    document,
    agrees: f.agrees,
    records: (f.kind === 'sum' ? [f.total, ...f.parts] : f.records).map((id) => index.get(id)!),
    difference: f.difference,
  }));
}
