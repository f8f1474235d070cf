import type { Paragraph, Sentence } from './types.ts';

const CLOSER = new Uint8Array(65536);
for (const c of '。！？!?”’」』）)》') CLOSER[c.charCodeAt(0)] = 1;

/** Cuts paragraphs at their stops (。！？!?) and the closers behind them. Every paragraph gives at least one sentence. */
export function splitSentences(text: string, stops: readonly number[], paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  let s = 0;
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph++) {
    const { start, end } = paragraphs[paragraph]!;
    let from = start;
    for (; s < stops.length && stops[s]! < end; s++) {
      let to = stops[s]! + 1;
      if (to <= from) continue; // one of the closers behind the last
      while (to < end && CLOSER[text.charCodeAt(to)]) to++;
      sentences.push({ start: from, end: to, paragraph });
      while (to < end && text.charCodeAt(to) === 0x20) to++;
      from = to;
    }
    if (from < end) sentences.push({ start: from, end, paragraph });
  }
  return sentences;
}
