import { repair } from '../repair/repair.ts';
import { layout } from './layout.ts';
import type { Page } from './types.ts';

/** A part of a long text that is read as a page of its own. The windows of a text, one behind the other, are the text. */
export interface Window {
  text: string;
  /** What stands before it in the text: code points, line ends, and code points in the line that it begins in. */
  codePoints: number;
  lines: number;
  column: number;
  /** Whether an article goes on over its end: the next window's first article is this one's last. */
  isOpen: boolean;
  isLast: boolean;
}

/** A text longer than four of these many UTF-16 units is read a window of at most this size at a time. */
export const WINDOW = 1 << 18;
/** A text that is little longer than a window is read whole. */
export const WHOLE = 4 * WINDOW;
/** Once a text is cut, its last window may have so much. */
export const LAST_WINDOW = 1.5 * WINDOW;

/** So much of a window's end is looked at for a place to cut: a little, and where no article begins there more. */
const LOOKS = [WINDOW >> 4, WINDOW >> 2];
/** What begins so near the end is not seen whole. */
const MARGIN = 1024;

/**
 * Cuts a long text where an article begins, else between paragraphs, else between sentences. Where it is cut hangs on the text
 * alone, and only the last part of each window is mended and laid out for it: so the windows are known long before they are
 * read, and can be read in any order and by several threads.
 */
export function* windowsOf(parts: Iterable<string>): Generator<Window> {
  let held = '';
  let place: Place = { codePoints: 0, lines: 0, column: 0 };
  let most = WHOLE;
  for (const part of parts) {
    held += part;
    while (held.length > most) {
      most = LAST_WINDOW;
      const cut = cutOf(held.slice(0, windowEnd(held)));
      const text = held.slice(0, cut.at);
      yield { text, ...place, isOpen: cut.isOpen, isLast: false };
      place = advance(place, text);
      held = held.slice(cut.at);
    }
  }
  yield { text: held, ...place, isOpen: false, isLast: true };
}

/** The end of the last line within the window; where there is none the last sentence's; never within a character. */
function windowEnd(text: string): number {
  for (const end of ['\n', '。', ' ']) {
    const at = text.lastIndexOf(end, WINDOW - 1);
    if (at > WINDOW / 2) return at + 1;
  }
  return text.charCodeAt(WINDOW - 1) >> 10 === 0x36 ? WINDOW - 1 : WINDOW;
}

interface Cut {
  at: number;
  isOpen: boolean;
}

function cutOf(text: string): Cut {
  let between: number | null = null;
  for (const look of LOOKS) {
    const from = beginning(text, text.length - look);
    const page = layout(repair(text.slice(from)));
    const rawOf = (start: number) => lineStart(text, from + page.source.map.toRaw(start));
    const last = page.source.text.length - MARGIN;
    // The first one begins where the look does, wherever its article began.
    const article = page.articles.findLast((a) => a.index > 0 && a.kind === 'article' && a.start < last);
    if (article) return { at: rawOf(article.start), isOpen: false };
    between ??= betweenParagraphs(page, last, rawOf);
  }
  return { at: between ?? text.length, isOpen: true };
}

/** A line's beginning at or behind `at`; a sentence's where lines are long. */
function beginning(text: string, at: number): number {
  for (const end of ['\n', '。', ' ']) {
    const found = text.indexOf(end, at - 1);
    if (found >= 0 && found < text.length - 2 * MARGIN) return found + 1;
  }
  return text.charCodeAt(at) >> 10 === 0x37 ? at + 1 : at;
}

function betweenParagraphs(page: Page, last: number, rawOf: (start: number) => number): number | null {
  for (const places of [page.paragraphs, page.sentences]) {
    const place = places.findLast((p) => p.start < last);
    if (place && place.start > 0) return rawOf(place.start);
  }
  return null;
}

/** The line's beginning where nothing but blanks stands before `at` in it: a paragraph's indent is its own. */
function lineStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && BLANKS.includes(text[i - 1]!)) i--;
  return i > 0 && text[i - 1] === '\n' ? i : at;
}

const BLANKS = ' \t\u3000\u00a0';

type Place = Pick<Window, 'codePoints' | 'lines' | 'column'>;

function advance(place: Place, text: string): Place {
  let { codePoints, lines } = place;
  let lineAt = codePoints - place.column;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >> 10 !== 0x37 || i === 0 || text.charCodeAt(i - 1) >> 10 !== 0x36) codePoints++;
    if (c === 10) {
      lines++;
      lineAt = codePoints;
    }
  }
  return { codePoints, lines, column: codePoints - lineAt };
}
