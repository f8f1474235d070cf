import { prepared } from './prepared.ts';
import table from './traditional.yaml';

interface Tables {
  /** 1 for the code unit of a Traditional character: a small table, as nearly all characters are only asked whether they are one. */
  isTraditional: Uint8Array;
  /** Its Simplified form. */
  fold: Uint16Array;
}

const foldTables = prepared('traditional', (): Tables => {
  const tables = { isTraditional: new Uint8Array(65536), fold: new Uint16Array(65536) };
  for (const row of (table as { pairs: string[] }).pairs)
    for (let i = 0; i + 1 < row.length; i += 2) {
      tables.isTraditional[row.charCodeAt(i)] = 1;
      tables.fold[row.charCodeAt(i)] = row.charCodeAt(i + 1);
    }
  return tables;
});

/** The text with each Traditional character as its Simplified one: same length, same offsets; the text itself where it has none. */
export function toSimplified(text: string): string {
  const { isTraditional, fold } = foldTables();
  let i = 0;
  while (i < text.length && isTraditional[text.charCodeAt(i)] === 0) i++;
  if (i === text.length) return text;
  const bytes = Buffer.allocUnsafeSlow(2 * text.length);
  bytes.write(text, 'utf16le');
  const units = new Uint16Array(bytes.buffer);
  for (; i < units.length; i++) if (isTraditional[units[i]!] === 1) units[i] = fold[units[i]!]!;
  return bytes.toString('utf16le');
}
