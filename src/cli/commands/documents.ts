import { isDate } from '../../input/document-date.ts';
import { type DocumentLine, linesOf } from '../../input/documents.ts';
import { ReaderGone, standardOutput, WriteFailure } from '../../output/sink.ts';
import { createEngine, type Engine, extractText } from '../../pipeline.ts';
import { Exit, say, UsageError } from '../report.ts';
import { loadOwnRules } from '../rules.ts';
import type { ExtractFlags } from './extract.ts';

/**
 * `extract --documents`: for each line `{"id", "text", "date"}` on standard input one line on standard output, at once and
 * in order: `{"id", "records"}` or `{"id", "error"}`. Nothing is kept from line to line.
 */
export async function documents(args: readonly string[], flags: ExtractFlags): Promise<number> {
  if (args.length > 0 || flags.filesFrom !== undefined)
    throw new UsageError('--documents reads standard input (leave out the files)');
  if (flags.apply !== undefined) throw new UsageError('--apply is for files (leave out --documents)');
  if (flags.output !== undefined || (flags.format !== undefined && flags.format !== 'ndjson'))
    throw new UsageError('--documents writes NDJSON to standard output (leave out -o and --format)');
  const engine = flags.rules ? createEngine(await loadOwnRules(flags.rules)) : undefined;
  const sink = standardOutput();
  let isFirst = true;
  let hasFailed = false;
  try {
    for await (const line of linesOf(0)) {
      const answer = answerTo(line, flags, engine, isFirst);
      isFirst = false;
      hasFailed ||= answer.includes('"error":') && 'error' in JSON.parse(answer);
      // Each answer is out before the next line is read, so that a program can wait for it.
      await sink.write(`${answer}\n`);
      await sink.flush();
      if (hasFailed && flags.strict) break;
    }
  } catch (error) {
    if (error instanceof ReaderGone) return Exit.done;
    if (!(error instanceof WriteFailure)) throw error;
    say({
      file: error.target,
      what: `cannot be written: ${error.message}`,
      remedy: 'write elsewhere',
      code: error.code,
    });
    return Exit.write;
  }
  return hasFailed ? Exit.failed : Exit.done;
}

function answerTo(line: DocumentLine, flags: ExtractFlags, engine: Engine | undefined, isFirst: boolean): string {
  if ('error' in line) return JSON.stringify({ id: null, error: line.error });
  let id: unknown = null;
  try {
    const document = parse(isFirst ? line.text.replace(/^\ufeff/, '') : line.text);
    if (typeof document === 'string') return JSON.stringify({ id, error: document });
    id = document.id ?? null;
    const wrong = whatIsWrong(document);
    if (wrong) return JSON.stringify({ id, error: wrong });
    const records = extractText(document.text as string, {
      file: typeof id === 'string' ? id : id === null ? '-' : JSON.stringify(id),
      date: (document.date as string | null | undefined) ?? flags.date,
      types: flags.types ?? null,
      engine,
    });
    return JSON.stringify({ id, records });
  } catch (error) {
    return JSON.stringify({ id, error: `this is a fault of the program: ${(error as Error).message}` });
  }
}

/** The document on a line, or why there is none. */
function parse(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `not JSON: ${(error as Error).message}`;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : 'not a JSON object';
}

function whatIsWrong({ text, date }: Record<string, unknown>): string | null {
  if (typeof text !== 'string') return '"text" is not a string';
  if (date !== undefined && date !== null && !(typeof date === 'string' && isDate(date)))
    return '"date" is not YYYY-MM-DD, YYYY-MM or YYYY';
  return null;
}
