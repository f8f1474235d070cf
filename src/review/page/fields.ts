import { type App, current, currentPeriod } from './app.ts';
import { type Doc, type Figure, sentenceOf } from './model.ts';

export type FieldName = 'subject' | 'metric' | 'item' | 'period';

/** Where a selected record's field stands in the repaired text. */
export interface FieldPlace {
  field: FieldName;
  start: number;
  end: number;
}

/**
 * The places of a record's subject, metric, item and period: in its sentence the one nearest to the figure; else the last
 * before the sentence, for a subject may be carried over from an earlier one.
 */
export function fieldPlaces(app: App, doc: Doc, figure: Figure): FieldPlace[] {
  const wanted: [FieldName, string | null][] = [
    ['subject', current(app, figure, 'subject') as string | null],
    ['metric', current(app, figure, 'metric') as string | null],
    ['item', current(app, figure, 'item') as string | null],
    ['period', currentPeriod(app, figure)?.text ?? null],
  ];
  const text = doc.text();
  const sentence = sentenceOf(doc, figure);
  return wanted.flatMap(([field, words]) => {
    if (!words) return [];
    const start = nearest(text, words, sentence, figure);
    return start < 0 ? [] : [{ field, start, end: start + words.length }];
  });
}

function nearest(text: string, words: string, sentence: { start: number; end: number }, figure: Figure): number {
  let best = -1;
  let distance = Infinity;
  for (let i = text.indexOf(words, sentence.start); i >= 0 && i < sentence.end; i = text.indexOf(words, i + 1)) {
    const gap = i < figure.start ? figure.start - i - words.length : i - figure.end + 0.5;
    if (Math.abs(gap) < distance) {
      best = i;
      distance = Math.abs(gap);
    }
  }
  return best >= 0 || sentence.start === 0 ? best : text.lastIndexOf(words, sentence.start - 1);
}
