import { prepared } from './prepared.ts';
import table from './traditional.yaml';

/** Code unit → its Simplified form, itself for all but Traditional characters. */
const foldTable = prepared('traditional', () => {
  const fold = new Uint16Array(65536);
  for (let c = 0; c < 65536; c++) fold[c] = c;
  for (const row of (table as { pairs: string[] }).pairs)
    for (let i = 0; i + 1 < row.length; i += 2) fold[row.charCodeAt(i)] = row.charCodeAt(i + 1);
  return fold;
});

/** The text with each Traditional character as its Simplified one: same length, same offsets; the text itself where it has none. */
export function toSimplified(text: string): string {
  const table = foldTable();
  let i = 0;
  while (i < text.length && table[text.charCodeAt(i)] === text.charCodeAt(i)) i++;
  if (i === text.length) return text;
  const units = new Uint16Array(text.length);
  for (let k = 0; k < text.length; k++) units[k] = table[text.charCodeAt(k)]!;
  return Buffer.from(units.buffer).toString('utf16le');
}
