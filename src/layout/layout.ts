import type { Line, SourceText } from '../repair/types.ts';
import { cutRunOns } from './run-on.ts';
import { splitSentences } from './sentences.ts';
import {
  authorsOf,
  bylineOf,
  continuationIn,
  creditAtEndOf,
  creditOf,
  datelineOf,
  isHeadline,
  mayContinue,
  namesIn,
} from './shapes.ts';
import { findTables } from './tables.ts';
import type { Article, Page, Paragraph, Role } from './types.ts';

/**
 * Takes a mended page apart: articles with their headlines and authors, photo captions, furniture, tables, sentences. What
 * no rule knows is body text; every line belongs to the page, none is lost.
 */
export function layout(source: SourceText): Page {
  const { text, stops } = source;
  const lines = cutRunOns(text, source.lines);
  const articles: Article[] = [];
  const paragraphs: Paragraph[] = [];
  for (const { start, end, kind } of lines)
    paragraphs.push({ start, end, role: kind === 'text' ? 'body' : kind, article: -1 });
  const continues = mayContinue(text);
  let open: Article | null = null;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const caption = captionAt(text, lines, i);
    if (caption) {
      open = openArticle(articles, 'caption', line);
      open.byline = namesIn(caption.credit);
      for (let k = i; k < i + caption.lines; k++) claim(paragraphs[k]!, 'caption', open, lines[k]!);
      i += caption.lines - 1;
      open = null;
      continue;
    }
    const head = headAt(text, lines, i, open === null);
    if (head) {
      open = openArticle(articles, 'article', line);
      for (let k = 0; k < head.roles.length; k++) {
        claim(paragraphs[i + k]!, head.roles[k]!, open, lines[i + k]!);
        readHead(open, head.roles[k]!, text, lines[i + k]!);
      }
      i += head.roles.length - 1;
      continue;
    }
    open ??= openArticle(articles, 'article', line);
    claim(paragraphs[i]!, paragraphs[i]!.role, open, line);
    if (paragraphs[i]!.role === 'body') readBody(open, text, line, continues);
  }
  const tables = findTables(text, paragraphs);
  for (const { first, last } of tables) for (let i = first; i <= last; i++) paragraphs[i]!.role = 'table';
  return { source, articles, paragraphs, sentences: splitSentences(text, stops, paragraphs), tables };
}

function openArticle(articles: Article[], kind: Article['kind'], line: Line): Article {
  const article: Article = {
    index: articles.length,
    kind,
    kicker: null,
    title: null,
    subtitle: null,
    byline: [],
    dateline: null,
    continues: null,
    start: line.start,
    end: line.end,
    startLine: line.rawFirst,
    endLine: line.rawLast,
  };
  articles.push(article);
  return article;
}

function claim(paragraph: Paragraph, role: Role, article: Article, line: Line): void {
  paragraph.role = role;
  paragraph.article = article.index;
  article.end = line.end;
  article.endLine = line.rawLast;
}

/** What a headline or a line of authors says of its article. */
function readHead(article: Article, role: Role, text: string, { start, end }: Line): void {
  const written = text.slice(start, end);
  if (role === 'byline') article.byline.push(...namesIn(bylineOf(text, start, end) ?? written));
  else if (role === 'title') article.title = written;
  else if (role === 'kicker') article.kicker = written;
  else if (role === 'subtitle') article.subtitle = written.replace(/^[—–-]+/, '');
}

/** Dateline, authors and continuation mark that stand in the body. */
function readBody(article: Article, text: string, { start, end }: Line, continues: boolean): void {
  if (article.dateline === null) {
    article.dateline = datelineOf(text, start, end);
    if (article.dateline !== null)
      article.byline.push(...authorsOf(text.slice(start, end)).filter((n) => !article.byline.includes(n)));
  }
  if (continues) article.continues = continuationIn(text.slice(start, end)) ?? article.continues;
}

interface Caption {
  /** Its text and its credit, where that is a line of its own. */
  lines: 1 | 2;
  credit: string;
}

/** The photo caption that begins at line `i`. */
function captionAt(text: string, lines: readonly Line[], i: number): Caption | null {
  const { kind, start, end } = lines[i]!;
  if (kind !== 'text' || end - start > 220) return null;
  const inline = creditAtEndOf(text, start, end);
  const next = lines[i + 1];
  const below = next?.kind === 'text' && next.end - next.start <= 30 ? creditOf(text, next.start, next.end) : null;
  const credit = inline ?? below;
  if (credit === null || creditOf(text, start, end) !== null) return null;
  return { lines: inline !== null ? 1 : 2, credit };
}

/** Whether a text may end with this line. */
const endsText = (text: string, { end, kind }: Line): boolean =>
  kind === 'furniture' || '。！？”）)'.includes(text[end - 1]!);

interface Head {
  roles: Role[];
}

const LONGEST_HEADLINE = 60;
const MOST_HEAD_LINES = 6;
const mayBeHead = ({ kind, start, end }: Line): boolean => kind === 'text' && end - start <= LONGEST_HEADLINE;

/**
 * The headlines at line `i` with any line of authors, if a new article begins there: after the page's start or a caption any
 * headline does; inside an article only one whose text opens like news or that names its authors, or two lines of them (本报评论⏎把项目
 * 做大).
 */
function headAt(text: string, lines: readonly Line[], i: number, fresh: boolean): Head | null {
  if (!mayBeHead(lines[i]!)) return null;
  let to = i;
  const titles: number[] = [];
  let authors = false;
  for (; to < lines.length && to < i + MOST_HEAD_LINES && mayBeHead(lines[to]!); to++) {
    const { start, end } = lines[to]!;
    if (bylineOf(text, start, end) !== null) authors = true;
    else if (!authors && isHeadline(text, start, end) && datelineOf(text, start, end) === null) titles.push(to);
    else break;
  }
  if (titles.length === 0 || titles.length > 4 || to >= lines.length) return null;
  const body = lines[to]!;
  const news = datelineOf(text, body.start, body.end) !== null;
  if (!fresh && !news && !authors && !(titles.length > 1 && endsText(text, lines[i - 1]!))) return null;
  const prose = body.kind === 'text' && (body.end - body.start > 24 || '。：'.includes(text[body.end - 1]!));
  if (!news && !prose) return null;
  const roles: Role[] = [];
  const dashed = titles.findIndex((k) => '—–-'.includes(text[lines[k]!.start]!));
  const main = dashed > 0 ? dashed - 1 : titles.length === 1 ? 0 : titles.length === 2 ? 1 : titles.length - 2;
  for (let k = i; k < to; k++) {
    const n = titles.indexOf(k);
    roles.push(n < 0 ? 'byline' : n === main ? 'title' : n < main ? 'kicker' : 'subtitle');
  }
  return { roles };
}
