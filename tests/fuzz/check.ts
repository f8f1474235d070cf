import { decode } from '../../src/input/decode.ts';
import { detectEncoding } from '../../src/input/detect.ts';
import { dateFromText } from '../../src/input/document-date.ts';
import { COLUMNS } from '../../src/output/columns.ts';
import { csvWriter } from '../../src/output/csv.ts';
import { tableWriter } from '../../src/output/table.ts';
import { extractPage } from '../../src/pipeline.ts';
import { FigureRecord } from '../../src/record/schema.ts';
import { mutate, mutateBytes, random } from './mutate.mjs';

/** What must hold for any input. Used by `npm run fuzz` and, in a short form, by the tests. */

export interface FuzzResult {
  runs: number;
  records: number;
  /** CSV of some of the inputs with the rows that it must read back to, for other readers. */
  csv: { text: string; rows: string[][] };
  slowest: { milliseconds: number; length: number };
}

const OPTIONS = {
  columns: COLUMNS,
  headers: 'en',
  excel: false,
  escapeFormulas: false,
  width: 100,
  colour: false,
} as const;
/** An input of some hundred characters takes well under a millisecond; this is a hang, not a slow machine. */
const HANG_MS = 5000;
const CSV_EVERY = 50;
/** Edits after which a figure's raw characters are not those of its text. */
const RESHAPES = new Set(['look-alike', 'doubled-glyph', 'entity', 'control']);

/** Runs `runs` mutated inputs made from `texts`. Throws at the first that breaks a rule, with what repeats it. */
export function fuzz(texts: readonly string[], runs: number, seed: number): FuzzResult {
  const csv = csvWriter(OPTIONS);
  const table = tableWriter(OPTIONS);
  const result: FuzzResult = {
    runs,
    records: 0,
    csv: { text: csv.begin() as string, rows: [COLUMNS.map((c) => c.name)] },
    slowest: { milliseconds: 0, length: 0 },
  };
  for (let run = 0; run < runs; run++) {
    const pick = random(seed + run);
    const text = run % 3 === 0 ? decoded(mutateBytes(texts, pick)) : mutate(texts, pick);
    try {
      const started = performance.now();
      const { page, records } = extractPage(text, { types: new Set(['all']) });
      const milliseconds = performance.now() - started;
      if (milliseconds > result.slowest.milliseconds) result.slowest = { milliseconds, length: text.length };
      if (milliseconds > HANG_MS) throw new Error(`took ${milliseconds} ms`);
      if (page.source.raw !== text) throw new Error('the raw text was changed');
      dateFromText(text);
      const points = [...text];
      const reshaped = page.source.edits().filter((e) => RESHAPES.has(e.reason));
      for (const record of records) checkRecord(record, points, reshaped.length > 0);
      result.records += records.length;
      if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(table.records(records) as string))
        throw new Error('a control character in the table');
      if (run % CSV_EVERY === 0) {
        result.csv.text += csv.records(records) as string;
        for (const r of records) result.csv.rows.push(COLUMNS.map((c) => String(c.of(r) ?? '')));
      }
    } catch (error) {
      throw new Error(`seed ${seed + run} (run ${run}): ${(error as Error).stack}\ninput: ${JSON.stringify(text)}`);
    }
  }
  return result;
}

function decoded(bytes: Uint8Array): string {
  const { encoding, bom } = detectEncoding(bytes);
  const { text, used, badCount } = decode(bytes.subarray(bom), encoding);
  if (used !== bytes.length - bom) throw new Error(`${encoding}: ${used} of ${bytes.length - bom} bytes were read`);
  if (badCount > 0 !== text.includes('\ufffd') && !text.includes('\ufffd'))
    throw new Error(`${encoding}: bad bytes, but no mark`);
  return text;
}

/** Without what no reader sees: blanks, control characters, marks of no width; one width for all forms. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '');

function checkRecord(record: unknown, points: readonly string[], isReshaped: boolean): void {
  const parsed = FigureRecord.safeParse(JSON.parse(JSON.stringify(record)));
  if (!parsed.success)
    throw new Error(`not as the contract says: ${JSON.stringify(parsed.error.issues)} ${JSON.stringify(record)}`);
  const { start, end } = parsed.data.source;
  if (!(start >= 0 && start < end && end <= points.length)) throw new Error(`span ${start}–${end} of ${points.length}`);
  const standing = bare(points.slice(start, end).join(''));
  if (standing === '') throw new Error(`nothing stands at ${start}–${end}`);
  if (!isReshaped && standing !== bare(parsed.data.text))
    throw new Error(
      `${JSON.stringify(parsed.data.text)} is not what stands at ${start}–${end}: ${JSON.stringify(standing)}`,
    );
}
