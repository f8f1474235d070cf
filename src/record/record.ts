import { createHash } from 'node:crypto';
import type { Page } from '../layout/types.ts';
import type { Meaning } from '../meaning/meaning.ts';
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
  articles: number;
}

const BEGINNING: Origin = { codePoints: 0, lines: 0, articles: 0 };

/** Meanings of one page → records, in the text's order. */
export function toRecords(page: Page, meanings: Meaning[], identity: FileIdentity): FigureRecord[] {
  const { source } = page;
  const place = createPlaces(source.raw);
  const origin = identity.origin ?? BEGINNING;
  const seen = new Map<string, number>();
  return meanings.map((m) => {
    const q = m.quantity;
    const rawStart = source.map.toRaw(q.start);
    const rawEnd = source.map.toRaw(q.end - 1) + 1;
    const start = origin.codePoints + place.codePoint(rawStart);
    const end = origin.codePoints + place.codePoint(rawEnd);
    const key = `${identity.sha256}:${start}:${end}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const sentence = page.sentences[m.sentence]!;
    const article = page.articles[page.paragraphs[sentence.paragraph]!.article];
    const line = place.line(rawStart);
    return {
      id: createHash('sha256')
        .update(nth === 0 ? key : `${key}:${nth}`)
        .digest('hex')
        .slice(0, 12),
      type: m.type,
      text: q.text,
      value: m.value,
      ...(q.minValue === undefined ? {} : { minValue: q.minValue }),
      ...(q.maxValue === undefined ? {} : { maxValue: q.maxValue }),
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
      source: {
        file: identity.file,
        sha256: identity.sha256,
        article: article ? { index: origin.articles + article.index, title: article.title } : null,
        line: origin.lines + line,
        column: start - origin.codePoints - place.codePoint(place.lineStart(line)) + 1,
        endLine: origin.lines + place.line(rawEnd - 1),
        start,
        end,
        sentence: source.text.slice(sentence.start, sentence.end),
      },
      ...m.own,
    } as FigureRecord;
  });
}

/** Lines and code points of a text, by binary search over what is rare: line ends and surrogate pairs. */
function createPlaces(raw: string) {
  const starts: number[] = [0];
  for (let i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) starts.push(i + 1);
  const pairs: number[] = [];
  for (const m of raw.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(m.index + 1);
  const below = (sorted: number[], x: number) => {
    let lo = 0;
    let hi = sorted.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (sorted[mid]! <= x) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  };
  return {
    line: (offset: number) => below(starts, offset),
    lineStart: (line: number) => starts[line - 1]!,
    codePoint: (offset: number) => offset - below(pairs, offset - 1),
  };
}
