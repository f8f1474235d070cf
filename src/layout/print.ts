import type { Page } from './types.ts';

/** The mended text as a reader wants it: one paragraph a line, a blank line between articles. */
export function printPage(page: Page): string {
  const { text } = page.source;
  const lines: string[] = [];
  let article = -2;
  for (const p of page.paragraphs) {
    if (article !== -2 && p.article !== article) lines.push('');
    article = p.article;
    lines.push(text.slice(p.start, p.end));
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
