import type { Page } from '../layout/types.ts';
import type { Meaning } from '../meaning/meaning.ts';
import { createIds } from './id.ts';
import { createPlaces } from './places.ts';
import type { FigureRecord } from './schema.ts';

export interface FileIdentity {
  /** As the user named it. */
  file: string;
  /** Of the file's bytes, lower-case hex. */
  sha256: string;
  /** Where the page's text begins in the file; default: at its beginning. */
  origin?: Origin;
}

/** What stands before a piece of a longer text: all counts from 0. */
export interface Origin {
  codePoints: number;
  lines: number;
  /** Code points in the line that it begins in. */
  column: number;
  articles: number;
}

const BEGINNING: Origin = { codePoints: 0, lines: 0, column: 0, articles: 0 };

/**
 * Meanings of one page → records, in the text's order.
 * @param isWanted whether records of a type are kept; default: all are
 */
export function toRecords(
  page: Page,
  meanings: readonly Meaning[],
  identity: FileIdentity,
  isWanted: (type: FigureRecord['type'], unit: string | null) => boolean = () => true,
): FigureRecord[] {
  const { source, sentences, paragraphs } = page;
  const { file, sha256, origin = BEGINNING } = identity;
  const places = createPlaces(source.raw);
  const idOf = createIds(sha256);
  const articles = namedArticles(page, origin);
  const records: FigureRecord[] = [];
  const spans: number[] = [];
  let sentenceIndex = -1;
  let sentence = '';
  let article: FigureRecord['source']['article'] = null;
  for (let i = 0; i < meanings.length; i++) {
    const m = meanings[i]!;
    const q = m.quantity;
    const from = places.at(source.map.toRaw(q.start));
    const to = places.behind(from, source.map.toRaw(q.end - 1) + 1);
    const start = origin.codePoints + from.codePoints;
    const end = origin.codePoints + to.codePoints;
    const nth = sameBefore(spans, start, end);
    spans.push(start, end);
    if (!isWanted(m.type, m.unit)) continue;
    if (m.sentence !== sentenceIndex) {
      sentenceIndex = m.sentence;
      const { start, end, paragraph } = sentences[m.sentence]!;
      sentence = source.text.slice(start, end);
      article = articles[paragraphs[paragraph]!.article] ?? null;
    }
    const record = recordOf(m, idOf(start, end, nth), {
      file,
      sha256,
      article,
      line: origin.lines + from.lines + 1,
      column: (from.lines === 0 ? origin.column : 0) + from.column + 1,
      endLine: origin.lines + to.lines + 1,
      start,
      end,
      sentence,
    });
    records.push(record as unknown as FigureRecord);
  }
  return records;
}

function recordOf(m: Meaning, id: string, source: FigureRecord['source']): object {
  const q = m.quantity;
  const plain = {
    id,
    type: m.type,
    text: q.text,
    value: m.value,
    unit: m.unit,
    unitCode: q.unitCode,
    canonical: q.canonical,
    subject: m.subject,
    metric: m.metric,
    item: m.item,
    period: m.period,
    status: m.status,
    modifier: q.modifier,
    inferred: m.inferred,
    rule: m.rule,
    source,
  };
  const record: Record<string, unknown> =
    q.minValue === undefined && q.maxValue === undefined ? plain : withBounds(plain, q);
  for (const name in m.own) record[name] = m.own[name];
  return record;
}

/** The bounds stand behind the value; one that is not known is not there at all. */
function withBounds<T extends { id: string; type: string; text: string; value: unknown }>(
  plain: T,
  { minValue, maxValue }: { minValue?: number; maxValue?: number },
): Record<string, unknown> {
  const { id, type, text, value } = plain;
  const record: Record<string, unknown> =
    maxValue === undefined
      ? { id, type, text, value, minValue }
      : minValue === undefined
        ? { id, type, text, value, maxValue }
        : { id, type, text, value, minValue, maxValue };
  return Object.assign(record, plain);
}

/** How many figures before this one stand at the same place (a price per area has two readings). `spans`: start and end of each. */
function sameBefore(spans: readonly number[], start: number, end: number): number {
  let n = 0;
  for (let i = spans.length - 2; i >= 0 && spans[i]! >= start; i -= 2)
    if (spans[i] === start && spans[i + 1] === end) n++;
  return n;
}

/** The articles as records name them: one object for all records of one. */
const namedArticles = (page: Page, origin: Origin): NonNullable<FigureRecord['source']['article']>[] =>
  page.articles.map(({ index, title }) => ({ index: origin.articles + index, title }));
