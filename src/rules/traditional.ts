import { prepared } from './prepared.ts';
import table from './traditional.yaml';

interface Tables {
  /** What the code unit is: a small table, as nearly all characters are only asked whether they are Traditional. */
  script: Uint8Array;
  /** Its Simplified form. */
  fold: Uint16Array;
}

/** A character of Traditional text, or of both: one that Simplified text has as well. */
const Script = { traditional: 1, both: 2 } as const;

const foldTables = prepared('traditional', (): Tables => {
  const tables = { script: new Uint8Array(65536), fold: new Uint16Array(65536) };
  const add = (rows: readonly string[], script: number) => {
    for (const row of rows)
      for (let i = 0; i + 1 < row.length; i += 2) {
        tables.script[row.charCodeAt(i)] = script;
        tables.fold[row.charCodeAt(i)] = row.charCodeAt(i + 1);
      }
  };
  const { pairs, both } = table as { pairs: string[]; both: string[] };
  add(pairs, Script.traditional);
  add(both, Script.both);
  return tables;
});

/** A text is Traditional where at least one in so many of its characters is. A name or a quotation makes none. */
const ONE_IN = 30;

/** The text with each Traditional character as its Simplified one: same length, same offsets; the text itself where it has none. */
export function toSimplified(text: string): string {
  const { script, fold } = foldTables();
  let i = 0;
  while (i < text.length && script[text.charCodeAt(i)] !== Script.traditional) i++;
  if (i === text.length) return text;
  const bytes = Buffer.allocUnsafeSlow(2 * text.length);
  bytes.write(text, 'utf16le');
  const units = new Uint16Array(bytes.buffer);
  let count = 0;
  for (; i < units.length; i++)
    if (script[units[i]!] === Script.traditional) {
      units[i] = fold[units[i]!]!;
      count++;
    }
  if (count * ONE_IN >= units.length)
    for (i = 0; i < units.length; i++) if (script[units[i]!] === Script.both) units[i] = fold[units[i]!]!;
  return bytes.toString('utf16le');
}
