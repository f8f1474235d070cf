import { dateFromText } from './input/document-date.ts';
import { layout } from './layout/layout.ts';
import type { Page } from './layout/types.ts';
import { type Window, windowsOf } from './layout/windows.ts';
import { type ExtractOptions, recordsOf } from './pipeline.ts';
import type { FigureRecord } from './record/schema.ts';
import { repair } from './repair/repair.ts';

/** A window of one text, with its records. */
export interface Piece {
  records: FigureRecord[];
  /** Articles that begin in it. */
  articles: number;
  page: Page;
}

export type PieceOptions = ExtractOptions & { sha256: string };

/**
 * The records of a text of any length in bounded memory, a window at a time (see `windowsOf`). Offsets, lines, article numbers and
 * ids go on as if nothing had been cut.
 */
export function* extractPieces(parts: Iterable<string>, options: PieceOptions): Generator<Piece> {
  let { date } = options;
  let articles = 0;
  let isFirst = true;
  for (const window of windowsOf(parts)) {
    if (isFirst) date = dateOf(window, date);
    isFirst = false;
    const page = pageOf(window);
    const next = articlesBehind(articles, page, window);
    const records = recordsOf(page, { ...options, date, origin: { ...window, articles } });
    yield { records, articles: next - articles, page };
    articles = next;
  }
}

export const pageOf = (window: Window): Page => layout(repair(window.text));

const HEAD = 20_000;

/** The document's date for all of its windows: as it is given, else what the head of the first one says. A text of one window says it as a page. */
export function dateOf(first: Window, given: string | null | undefined): string | null | undefined {
  return given === undefined && !first.isLast ? dateFromText(repair(first.text.slice(0, HEAD)).text) : given;
}

/** The number of the article that the next window begins with. One that goes on over the window's end keeps its number. */
export function articlesBehind(before: number, page: Page, { isOpen }: Pick<Window, 'isOpen'>): number {
  const { length } = page.articles;
  return before + (isOpen && length > 0 ? length - 1 : length);
}
