import { createHash } from 'node:crypto';
import { createEngine, type Engine, standardEngine } from './engine.ts';
import { dateFromText } from './input/document-date.ts';
import { layout } from './layout/layout.ts';
import type { Page } from './layout/types.ts';
import { interpret, type Trace } from './meaning/meaning.ts';
import { type Origin, toRecords } from './record/record.ts';
import type { FigureRecord } from './record/schema.ts';
import { repair } from './repair/repair.ts';

export interface ExtractOptions {
  /** Name that the records carry as `source.file`; default `-`. */
  file?: string;
  /** Lower-case hex SHA-256 of the file's bytes; default: of the text as UTF-8. */
  sha256?: string;
  /**
   * The document's date (YYYY-MM-DD, YYYY-MM or YYYY), by which 今年 and 去年 are resolved; null: unknown; default: what the
   * text's masthead or dateline says, else unknown.
   */
  date?: string | null;
  /** Types to keep; default: all but `ordinal`, and `number` without a unit. */
  types?: ReadonlySet<string> | null;
  /** Where the text begins in a longer one of which it is a piece; default: at its beginning. */
  origin?: Origin;
  /** Compiled rules; default: the built-in ones. */
  engine?: Engine;
  /** Called with what was seen around each figure: for `extract explain`. */
  trace?: (seen: Trace) => void;
}

export interface Extraction {
  page: Page;
  records: FigureRecord[];
}

/** Decoded text → repaired → articles and sentences → quantities → records. Never throws on any text. */
export function extractPage(raw: string, options: ExtractOptions = {}): Extraction {
  const page = layout(repair(raw));
  return { page, records: recordsOf(page, options) };
}

/** A page → quantities → records. */
export function recordsOf(page: Page, options: ExtractOptions): FigureRecord[] {
  const { source } = page;
  const engine = options.engine ?? standardEngine();
  const date = options.date === undefined ? dateFromText(source.text) : options.date;
  const quantities = engine.scan(source.text, { date });
  const meanings = interpret(page, quantities, { date, rules: engine.meaning, trace: options.trace });
  const identity = {
    file: options.file ?? '-',
    sha256: options.sha256 ?? createHash('sha256').update(source.raw, 'utf8').digest('hex'),
    origin: options.origin,
  };
  return toRecords(page, meanings, identity, wanted(options.types ?? null));
}

export { createEngine, type Engine };

/** The records of one text, in its order. */
export function extractText(raw: string, options: ExtractOptions = {}): FigureRecord[] {
  return extractPage(raw, options).records;
}

/** Which types are kept; of bare numbers those that have a unit of their own (the points of an index). */
function wanted(types: ReadonlySet<string> | null): (type: string, unit: string | null) => boolean {
  if (types?.has('all')) return () => true;
  return types ? (type) => types.has(type) : (type, unit) => type !== 'ordinal' && (type !== 'number' || unit !== null);
}
