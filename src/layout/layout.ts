import type { Line, SourceText } from '../repair/types.ts';
import { splitSentences } from './sentences.ts';
import { authorsOf, BYLINE, CONTINUES, CREDIT, CREDIT_INLINE, DATELINE, isHeadline, namesIn } from './shapes.ts';
import { findTables } from './tables.ts';
import type { Article, Page, Paragraph, Role } from './types.ts';

/**
 * Takes a mended page apart: articles with their headlines and authors, photo captions, furniture, tables, sentences. What
 * no rule knows is body text; every line belongs to the page, none is lost.
 */
export function layout(source: SourceText): Page {
  const { text, lines } = source;
  const articles: Article[] = [];
  const paragraphs: Paragraph[] = lines.map((l) => ({
    start: l.start,
    end: l.end,
    role: l.kind === 'text' ? 'body' : l.kind,
    article: -1,
  }));
  const content = (i: number): string => text.slice(lines[i]!.start, lines[i]!.end);
  let open: Article | null = null;
  for (let i = 0; i < lines.length; i++) {
    const caption = captionAt(lines, i, content);
    if (caption > 0) {
      open = openArticle(articles, 'caption', lines[i]!);
      open.byline = captionNames(content(i), content(i + caption - 1));
      for (let k = i; k < i + caption; k++) claim(paragraphs[k]!, 'caption', open, lines[k]!);
      i += caption - 1;
      open = null;
      continue;
    }
    const head = headAt(lines, i, content, open === null);
    if (head) {
      open = openArticle(articles, 'article', lines[i]!);
      head.roles.forEach((role, k) => {
        claim(paragraphs[i + k]!, role, open!, lines[i + k]!);
        const written = content(i + k);
        if (role === 'byline') open!.byline.push(...namesIn(BYLINE.exec(written)?.[1] ?? written));
        else if (role === 'title') open!.title = written;
        else if (role === 'kicker') open!.kicker = written;
        else if (role === 'subtitle') open!.subtitle = written.replace(/^[—–-]+/, '');
      });
      i += head.roles.length - 1;
      continue;
    }
    open ??= openArticle(articles, 'article', lines[i]!);
    claim(paragraphs[i]!, paragraphs[i]!.role, open, lines[i]!);
    if (paragraphs[i]!.role === 'body') readBody(open, content(i));
  }
  const tables = findTables(text, paragraphs);
  for (const { first, last } of tables) for (let i = first; i <= last; i++) paragraphs[i]!.role = 'table';
  return { source, articles, paragraphs, sentences: splitSentences(text, paragraphs), tables };
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

/** Dateline, authors and continuation mark that stand in the body. */
function readBody(article: Article, line: string): void {
  if (article.dateline === null) {
    const m = DATELINE.exec(line);
    if (m) {
      article.dateline = m[0];
      article.byline.push(...authorsOf(line).filter((n) => !article.byline.includes(n)));
    }
  }
  const on = line.includes('下') ? CONTINUES.exec(line) : null;
  if (on) article.continues = on[1]!;
}

/** Lines of a photo caption that begins at `i`: the text and its credit, 0 for none. */
function captionAt(lines: readonly Line[], i: number, content: (i: number) => string): number {
  if (lines[i]!.kind !== 'text') return 0;
  const own = lines[i]!.end - lines[i]!.start;
  if (own > 220) return 0;
  const line = content(i);
  if (/[摄攝][）)]?$/.test(line) && CREDIT_INLINE.test(line) && !CREDIT.test(line)) return 1;
  const next = lines[i + 1];
  if (next?.kind === 'text' && next.end - next.start <= 30 && CREDIT.test(content(i + 1)) && !CREDIT.test(line))
    return 2;
  return 0;
}

function captionNames(line: string, credit: string): string[] {
  const m = (credit === line ? null : CREDIT.exec(credit)) ?? CREDIT_INLINE.exec(line);
  return m ? namesIn(m[1]!) : [];
}

interface Head {
  roles: Role[];
}

/**
 * The headlines at line `i` with any line of authors, if a new article begins there: after the page's start or a caption any
 * headline does; inside an article only one whose text opens like news or that names its authors.
 */
function headAt(lines: readonly Line[], i: number, content: (i: number) => string, fresh: boolean): Head | null {
  let to = i;
  const titles: number[] = [];
  let authors = false;
  while (to < lines.length && to < i + 6 && lines[to]!.kind === 'text' && lines[to]!.end - lines[to]!.start <= 60) {
    const line = content(to);
    if (BYLINE.test(line)) {
      authors = true;
      to++;
    } else if (!authors && !DATELINE.test(line) && isHeadline(line)) {
      titles.push(to);
      to++;
    } else break;
  }
  if (titles.length === 0 || titles.length > 4 || to >= lines.length) return null;
  const body = content(to);
  const news = DATELINE.test(body);
  const prose = lines[to]!.kind === 'text' && (body.length > 24 || /[。：]$/.test(body));
  if (!(news || (authors && prose) || (fresh && prose))) return null;
  if (!fresh && !news && !authors) return null;
  const roles: Role[] = [];
  const dashed = titles.findIndex((k) => /^[—–-]{1,3}/.test(content(k)));
  const main = dashed > 0 ? dashed - 1 : titles.length === 1 ? 0 : titles.length === 2 ? 1 : titles.length - 2;
  for (let k = i; k < to; k++) {
    const n = titles.indexOf(k);
    roles.push(n < 0 ? 'byline' : n === main ? 'title' : n < main ? 'kicker' : 'subtitle');
  }
  return { roles };
}
