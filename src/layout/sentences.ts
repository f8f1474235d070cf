import type { Paragraph, Sentence } from './types.ts';

const END = new Uint8Array(65536);
for (const c of '。！？!?') END[c.charCodeAt(0)] = 1;
for (const c of '”’」』）)》') END[c.charCodeAt(0)] = 2;

/** Cuts paragraphs at 。！？ and the closers behind them. Every paragraph gives at least one sentence. */
export function splitSentences(text: string, paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs.forEach(({ start, end }, paragraph) => {
    let from = start;
    for (let i = start; i < end; i++) {
      if (END[text.charCodeAt(i)] !== 1) continue;
      let to = i + 1;
      while (to < end && END[text.charCodeAt(to)] !== 0) to++;
      sentences.push({ start: from, end: to, paragraph });
      while (to < end && text.charCodeAt(to) === 0x20) to++;
      from = to;
      i = to - 1;
    }
    if (from < end) sentences.push({ start: from, end, paragraph });
  });
  return sentences;
}
