import type { FigureRecord } from '../record/schema.ts';
import { ascii, Bytes, type Scalar } from './bytes.ts';

/**
 * Records → JSON as UTF-8, the same bytes as `JSON.stringify` gives, written field by field: nearly half of the whole work was
 * `JSON.stringify` and the encoding of its strings. What one record shares with the one before it (its file and article, its
 * sentence) is copied, not written anew.
 */
export interface JsonBytes {
  /** The bytes of the records, each behind `before` and followed by `behind`. They are a copy: the caller may keep them. */
  of(records: readonly FigureRecord[], before: string, behind: string): Uint8Array;
}

export function jsonBytes(): JsonBytes {
  const out = new Bytes();
  return {
    of(records, before, behind) {
      out.clear();
      const opening = ascii(before);
      const closing = ascii(behind);
      const last: Shared = { file: null, article: null, sentence: null, fileAt: 0, fileEnd: 0, textAt: 0, textEnd: 0 };
      for (const record of records) {
        out.raw(opening);
        writeRecord(out, record, last);
        out.raw(closing);
      }
      return out.copy();
    },
  };
}

/** What stands between the values, as bytes. */
const K = {
  id: ascii('{"id":'),
  type: ascii(',"type":'),
  text: ascii(',"text":'),
  value: ascii(',"value":'),
  unit: ascii(',"unit":'),
  unitCode: ascii(',"unitCode":'),
  noCanonical: ascii(',"canonical":null'),
  canonical: ascii(',"canonical":{"value":'),
  subject: ascii(',"subject":'),
  metric: ascii(',"metric":'),
  item: ascii(',"item":'),
  noPeriod: ascii(',"period":null'),
  period: ascii(',"period":{"text":'),
  edtf: ascii(',"edtf":'),
  status: ascii(',"status":'),
  modifier: ascii(',"modifier":'),
  inferred: ascii(',"inferred":['),
  rule: ascii('],"rule":'),
  name: ascii(',"'),
  named: ascii('":'),
  minValue: ascii(',"minValue":'),
  maxValue: ascii(',"maxValue":'),
  source: ascii(',"source":{"file":'),
  sha256: ascii(',"sha256":'),
  noArticle: ascii(',"article":null'),
  article: ascii(',"article":{"index":'),
  title: ascii(',"title":'),
  line: ascii(',"line":'),
  column: ascii(',"column":'),
  endLine: ascii(',"endLine":'),
  start: ascii(',"start":'),
  end: ascii(',"end":'),
  sentence: ascii(',"sentence":'),
};

/** Where the parts that records share were written last. */
interface Shared {
  file: string | null;
  article: FigureRecord['source']['article'];
  sentence: string | null;
  fileAt: number;
  fileEnd: number;
  textAt: number;
  textEnd: number;
}

function writeRecord(out: Bytes, r: FigureRecord, last: Shared): void {
  out.raw(K.id);
  out.string(r.id);
  out.raw(K.type);
  out.string(r.type);
  out.raw(K.text);
  out.string(r.text);
  out.raw(K.value);
  out.scalar(r.value);
  writeBounds(out, r);
  out.raw(K.unit);
  out.scalar(r.unit);
  out.raw(K.unitCode);
  out.scalar(r.unitCode);
  if (r.canonical === null) out.raw(K.noCanonical);
  else {
    out.raw(K.canonical);
    out.scalar(r.canonical.value);
    writeBounds(out, r.canonical);
    out.raw(K.unit);
    out.string(r.canonical.unit);
    out.byte(0x7d);
  }
  out.raw(K.subject);
  out.scalar(r.subject);
  out.raw(K.metric);
  out.scalar(r.metric);
  out.raw(K.item);
  out.scalar(r.item);
  if (r.period === null) out.raw(K.noPeriod);
  else {
    out.raw(K.period);
    out.string(r.period.text);
    out.raw(K.edtf);
    out.scalar(r.period.edtf);
    out.byte(0x7d);
  }
  out.raw(K.status);
  out.string(r.status);
  out.raw(K.modifier);
  out.scalar(r.modifier);
  out.raw(K.inferred);
  for (let i = 0; i < r.inferred.length; i++) {
    if (i > 0) out.byte(0x2c);
    out.string(r.inferred[i]!);
  }
  out.raw(K.rule);
  out.string(r.rule);
  writeSource(out, r.source, last);
  // the fields of its type stand behind `source`
  let isOwn = false;
  for (const key in r) {
    if (isOwn) writeOwn(out, key, (r as unknown as Record<string, Scalar | undefined>)[key]);
    else if (key === 'source') isOwn = true;
  }
  out.byte(0x7d);
}

function writeOwn(out: Bytes, key: string, value: Scalar | undefined): void {
  if (value === undefined) return;
  out.raw(K.name);
  out.ascii(key);
  out.raw(K.named);
  out.scalar(value);
}

function writeBounds(out: Bytes, bounds: { minValue?: number; maxValue?: number }): void {
  if (bounds.minValue !== undefined) {
    out.raw(K.minValue);
    out.number(bounds.minValue);
  }
  if (bounds.maxValue !== undefined) {
    out.raw(K.maxValue);
    out.number(bounds.maxValue);
  }
}

function writeSource(out: Bytes, s: FigureRecord['source'], last: Shared): void {
  // one object stands for an article in all its records
  if (s.file === last.file && s.article === last.article) out.again(last.fileAt, last.fileEnd);
  else {
    last.file = s.file;
    last.article = s.article;
    last.fileAt = out.length;
    out.raw(K.source);
    out.string(s.file);
    out.raw(K.sha256);
    out.string(s.sha256);
    if (s.article === null) out.raw(K.noArticle);
    else {
      out.raw(K.article);
      out.number(s.article.index);
      out.raw(K.title);
      out.scalar(s.article.title);
      out.byte(0x7d);
    }
    last.fileEnd = out.length;
  }
  out.raw(K.line);
  out.number(s.line);
  out.raw(K.column);
  out.number(s.column);
  out.raw(K.endLine);
  out.number(s.endLine);
  out.raw(K.start);
  out.number(s.start);
  out.raw(K.end);
  out.number(s.end);
  if (s.sentence === last.sentence) out.again(last.textAt, last.textEnd);
  else {
    last.sentence = s.sentence;
    last.textAt = out.length;
    out.raw(K.sentence);
    out.string(s.sentence);
    last.textEnd = out.length;
  }
  out.byte(0x7d);
}
