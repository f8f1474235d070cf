import { dateFromText } from './input/document-date.ts';
import type { Page } from './layout/types.ts';
import { type ExtractOptions, extractPage } from './pipeline.ts';
import type { Origin } from './record/record.ts';
import type { FigureRecord } from './record/schema.ts';
import { repair } from './repair/repair.ts';

/** A run of whole articles of one text, with its records. */
export interface Piece {
  records: FigureRecord[];
  /** Articles that begin in it. */
  articles: number;
  /** The page that it was read from; it may go on beyond the piece's end. */
  page: Page;
}

/** A text longer than four of these many UTF-16 units is read a window of this size at a time. */
export const WINDOW = 1 << 18;
/** What a window may hold over `WINDOW` before it is cut: a text that is little longer is read whole. */
const WHOLE = 4 * WINDOW;

/**
 * The records of a text of any length in bounded memory. A text of more than four windows is cut where an article begins:
 * each window is read as a page, all but its last article is given out, and the next window begins with that one. An
 * article longer than a window is cut between its paragraphs, and a paragraph longer than that between sentences. Offsets,
 * lines, article numbers and ids go on as if nothing had been cut.
 */
export function* extractPieces(
  parts: Iterable<string>,
  options: ExtractOptions & { sha256: string },
): Generator<Piece> {
  let held = '';
  let origin: Origin = { codePoints: 0, lines: 0, articles: 0 };
  let { date } = options;
  let isCut = false;
  for (const part of parts) {
    held += part;
    while (held.length > WHOLE) {
      const window = held.slice(0, windowEnd(held));
      if (!isCut && date === undefined) date = dateFromText(repair(window.slice(0, 20_000)).text);
      isCut = true;
      const { page, records } = extractPage(window, { ...options, date, origin });
      const cut = cutOf(page);
      const next = advance(origin, window, cut.raw, cut.articles);
      yield { records: records.filter((r) => r.source.start < next.codePoints), articles: cut.articles, page };
      origin = next;
      held = held.slice(cut.raw);
    }
  }
  if (isCut && held === '') return;
  const { page, records } = extractPage(held, { ...options, date, origin });
  yield { records, articles: page.articles.length, page };
}

/** The end of the last line within the window; where there is none the last sentence's; never within a character. */
function windowEnd(text: string): number {
  for (const end of ['\n', '。', ' ']) {
    const at = text.lastIndexOf(end, WINDOW - 1);
    if (at > WINDOW / 2) return at + 1;
  }
  return text.charCodeAt(WINDOW - 1) >> 10 === 0x36 ? WINDOW - 1 : WINDOW;
}

/** Where the page can be cut so that what stands before it is complete, in the raw text, and the articles before it. */
function cutOf(page: Page): { raw: number; articles: number } {
  const { articles, paragraphs, sentences, source } = page;
  const half = source.text.length / 2;
  const lastArticle = articles.findLast((a) => a.kind === 'article');
  if (lastArticle && lastArticle.start > half)
    return { raw: source.map.toRaw(lastArticle.start), articles: lastArticle.index };
  // No article begins in the second half: the one that is cut is counted here and goes on under its number.
  const before = Math.max(0, articles.length - 1);
  const last = paragraphs.at(-1)?.start ?? 0;
  if (last > half) return { raw: source.map.toRaw(last), articles: before };
  const sentence = sentences.at(-1)?.start ?? 0;
  if (sentence > half) return { raw: source.map.toRaw(sentence), articles: before };
  return { raw: source.raw.length, articles: before };
}

function advance(origin: Origin, text: string, end: number, articles: number): Origin {
  let lines = 0;
  let codePoints = end;
  for (let i = 0; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 10) lines++;
    else if (c >> 10 === 0x37 && i > 0 && text.charCodeAt(i - 1) >> 10 === 0x36) codePoints--;
  }
  return {
    codePoints: origin.codePoints + codePoints,
    lines: origin.lines + lines,
    articles: origin.articles + articles,
  };
}
