import type { FigureRecord } from '../record/schema.ts';
import { Bytes, Fragment, Key, Names, type Scalar } from './bytes.ts';

/**
 * Records → JSON as UTF-8, the same bytes as `JSON.stringify` gives, written field by field: nearly half of the whole work was
 * `JSON.stringify` and the encoding of its strings. What one record shares with the one before it (its file and article, its
 * sentence) is copied, not written anew.
 */
export interface JsonBytes {
  /** The bytes of the records. They are overwritten by the next call: the caller writes or copies them before. */
  of(records: readonly FigureRecord[]): Uint8Array;
}

/** @param before ASCII that stands before each record, and `behind` that stands behind it */
export function jsonBytes(before: string, behind: string): JsonBytes {
  const out = new Bytes();
  const opening = new Fragment(`${before}{"id":`);
  const closing = new Fragment(`}${behind}`);
  return {
    of(records) {
      out.clear();
      const last = new Shared();
      for (let i = 0; i < records.length; i++) {
        out.fragment(opening);
        writeRecord(out, records[i]!, last);
        out.fragment(closing);
      }
      return out.written();
    },
  };
}

const BRACE = 0x7d;

/** What stands between the values, as bytes. */
const K = {
  text: new Key(',"text":'),
  value: new Fragment(',"value":'),
  noCanonical: new Fragment(',"canonical":null'),
  canonical: new Fragment(',"canonical":{"value":'),
  subject: new Key(',"subject":'),
  metric: new Key(',"metric":'),
  item: new Key(',"item":'),
  noPeriod: new Fragment(',"period":null'),
  period: new Key(',"period":{"text":'),
  edtf: new Key(',"edtf":'),
  inferred: new Fragment(',"inferred":['),
  name: new Fragment(',"'),
  named: new Fragment('":'),
  minValue: new Fragment(',"minValue":'),
  maxValue: new Fragment(',"maxValue":'),
  source: new Key(',"source":{"file":'),
  sha256: new Key(',"sha256":'),
  noArticle: new Fragment(',"article":null'),
  article: new Fragment(',"article":{"index":'),
  title: new Key(',"title":'),
  line: new Fragment(',"line":'),
  column: new Fragment(',"column":'),
  endLine: new Fragment(',"endLine":'),
  start: new Fragment(',"start":'),
  end: new Fragment(',"end":'),
  sentence: new Key(',"sentence":'),
};

/** Fields with few values. */
const N = {
  type: new Names(',"type":'),
  unitCode: new Names(',"unitCode":'),
  unit: new Names(',"unit":'),
  status: new Names(',"status":'),
  modifier: new Names(',"modifier":'),
  rule: new Names('],"rule":'),
  /** Of the fields that are inferred. */
  first: new Names(''),
  further: new Names(','),
};

/** What records share with the one before them, and where it was written last. */
class Shared {
  file: string | null = null;
  article: FigureRecord['source']['article'] = null;
  fileAt = 0;
  fileEnd = 0;
  /** A time holds for the figures behind it until another is told. */
  periodText: string | null = null;
  edtf: string | null = null;
  periodAt = 0;
  periodEnd = 0;
  sentence: string | null = null;
  sentenceAt = 0;
  sentenceEnd = 0;
}

function writeRecord(out: Bytes, r: FigureRecord, last: Shared): void {
  out.string(r.id);
  out.name(N.type, r.type);
  out.text(K.text, r.text);
  out.value(K.value, r.value);
  writeBounds(out, r);
  out.name(N.unit, r.unit);
  out.name(N.unitCode, r.unitCode);
  if (r.canonical === null) out.fragment(K.noCanonical);
  else {
    out.value(K.canonical, r.canonical.value);
    writeBounds(out, r.canonical);
    out.name(N.unit, r.canonical.unit);
    out.byte(BRACE);
  }
  out.text(K.subject, r.subject);
  out.text(K.metric, r.metric);
  out.text(K.item, r.item);
  if (r.period === null) out.fragment(K.noPeriod);
  else writePeriod(out, r.period, last);
  out.name(N.status, r.status);
  out.name(N.modifier, r.modifier);
  out.fragment(K.inferred);
  for (let i = 0; i < r.inferred.length; i++) {
    out.name(i === 0 ? N.first : N.further, r.inferred[i]!);
  }
  out.name(N.rule, r.rule);
  writeSource(out, r.source, last);
  if (!hasOwnFields(r.type)) return;
  // the fields of its type stand behind `source`
  let isOwn = false;
  for (const key in r) {
    if (isOwn) writeOwn(out, key, (r as unknown as Record<string, Scalar | undefined>)[key]);
    else if (key === 'source') isOwn = true;
  }
}

function writeOwn(out: Bytes, key: string, value: Scalar | undefined): void {
  if (value === undefined) return;
  out.fragment(K.name);
  out.ascii(key);
  out.value(K.named, value);
}

function writeBounds(out: Bytes, bounds: { minValue?: number; maxValue?: number }): void {
  if (bounds.minValue !== undefined) out.count(K.minValue, bounds.minValue);
  if (bounds.maxValue !== undefined) out.count(K.maxValue, bounds.maxValue);
}

function writePeriod(out: Bytes, period: NonNullable<FigureRecord['period']>, last: Shared): void {
  const { text, edtf } = period;
  if (text === last.periodText && edtf === last.edtf) {
    out.again(last.periodAt, last.periodEnd);
    return;
  }
  last.periodText = text;
  last.edtf = edtf;
  last.periodAt = out.length;
  out.text(K.period, text);
  out.text(K.edtf, edtf);
  out.byte(BRACE);
  last.periodEnd = out.length;
}

function writeSource(out: Bytes, s: FigureRecord['source'], last: Shared): void {
  // one object stands for an article in all its records
  if (s.file === last.file && s.article === last.article) out.again(last.fileAt, last.fileEnd);
  else {
    last.file = s.file;
    last.article = s.article;
    last.fileAt = out.length;
    out.text(K.source, s.file);
    out.text(K.sha256, s.sha256);
    if (s.article === null) out.fragment(K.noArticle);
    else {
      out.count(K.article, s.article.index);
      out.text(K.title, s.article.title);
      out.byte(BRACE);
    }
    last.fileEnd = out.length;
  }
  out.count(K.line, s.line);
  out.count(K.column, s.column);
  out.count(K.endLine, s.endLine);
  out.count(K.start, s.start);
  out.count(K.end, s.end);
  if (s.sentence === last.sentence) out.again(last.sentenceAt, last.sentenceEnd);
  else {
    last.sentence = s.sentence;
    last.sentenceAt = out.length;
    out.text(K.sentence, s.sentence);
    last.sentenceEnd = out.length;
  }
  out.byte(BRACE);
}

/** Whether the type has fields of its own: most have none, and going through a record's keys takes as long as writing half of them. */
function hasOwnFields(type: FigureRecord['type']): boolean {
  switch (type) {
    case 'growth':
    case 'investment':
    case 'people':
    case 'share':
    case 'capacity':
    case 'price':
      return true;
    default:
      return false;
  }
}
