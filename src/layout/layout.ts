import type { SourceText } from '../repair/types.ts';
import type { Page, Sentence } from './types.ts';

/** Placeholder: every line a body paragraph of one article. */
export function layout(source: SourceText): Page {
  const sentences: Sentence[] = [];
  const paragraphs = source.lines.map((l, i) => {
    let start = l.start;
    for (let k = l.start; k < l.end; k++)
      if ('。！？'.includes(source.text[k]!) || k === l.end - 1) {
        sentences.push({ start, end: k + 1, paragraph: i });
        start = k + 1;
      }
    return { start: l.start, end: l.end, role: 'body' as const, article: 0 };
  });
  const articles = [
    {
      index: 0,
      kind: 'article' as const,
      kicker: null,
      title: null,
      subtitle: null,
      byline: [],
      dateline: null,
      continues: null,
      start: 0,
      end: source.text.length,
      startLine: 1,
      endLine: source.lines.at(-1)?.rawLast ?? 1,
    },
  ];
  return { source, articles, paragraphs, sentences };
}
