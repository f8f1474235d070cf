import type { Encoding } from '../input/decode.ts';
import { dateFromFileName } from '../input/document-date.ts';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import { openSource, type Source } from '../input/read.ts';
import type { FileSummary } from '../output/writer.ts';
import { extractPieces } from '../pieces.ts';
import { createEngine, type Engine } from '../pipeline.ts';
import type { FigureRecord } from '../record/schema.ts';
import { loadOwnRules } from './rules.ts';

/** What the work on every input depends on; plain data, so that it can be sent to a worker. */
export interface WorkSettings {
  encoding: Encoding | null;
  date: string | null;
  types: readonly string[] | null;
  rules: readonly string[];
  /** Device and inode of the output file, which no input may be. */
  target: string | null;
  /** Whether repairs are counted: that takes a little time. */
  countRepairs: boolean;
}

/** What happens on the way through one input, in order. `done` is the last, and is missing where the input failed. */
export type WorkEvent =
  | { kind: 'problem'; problem: Problem }
  | { kind: 'warning'; problem: Problem }
  | { kind: 'records'; records: FigureRecord[] }
  | { kind: 'done'; summary: FileSummary; repairs: number; flags: number; bytes: number };

/** The code of the problem that an input is the output file. */
export const IS_TARGET = 'IS-TARGET';

/** Opens, reads and extracts one input, a piece at a time. Never throws: a fault of the program is a problem of its file. */
export type Worker = (input: Input) => AsyncGenerator<WorkEvent>;

/** Compiles what all inputs share; undefined for the built-in rules. Throws a `UsageError` for rules that are wrong. */
export const createEngineOf = async (settings: WorkSettings): Promise<Engine | undefined> =>
  settings.rules.length > 0 ? createEngine(await loadOwnRules(settings.rules)) : undefined;

export const workWith =
  (settings: WorkSettings, engine: Engine | undefined): Worker =>
  (input) =>
    workOn(input, settings, engine);

async function* workOn(input: Input, settings: WorkSettings, engine: Engine | undefined): AsyncGenerator<WorkEvent> {
  const source = await openChecked(input, settings);
  if (isProblem(source)) return yield { kind: 'problem', problem: source };
  const { file } = source;
  yield* opened(source);
  const totals = { records: 0, articles: 0, repairs: 0, flags: 0 };
  try {
    const pieces = extractPieces(source.parts(), {
      file,
      sha256: source.sha256,
      date: dateGiven(file, settings),
      types: settings.types ? new Set(settings.types) : null,
      engine,
    });
    for (const piece of pieces) {
      totals.records += piece.records.length;
      totals.articles += piece.articles;
      totals.flags += piece.page.source.flags.length;
      if (settings.countRepairs) totals.repairs += piece.page.source.edits().length;
      if (piece.records.length > 0) yield { kind: 'records', records: piece.records };
    }
  } catch (error) {
    return yield { kind: 'problem', problem: faultOf(file, error) };
  }
  yield* ended(source, totals);
}

/** The date that a document has without being read; `undefined` lets the text say it. */
export const dateGiven = (file: string, settings: WorkSettings): string | undefined =>
  settings.date ?? dateFromFileName(file) ?? undefined;

/** Opens an input, unless it is the output too. */
export async function openChecked(input: Input, settings: WorkSettings): Promise<Source | Problem> {
  const source = await openSource(input, settings.encoding);
  if (isProblem(source) || settings.target === null || source.identity !== settings.target) return source;
  return { file: source.file, what: 'is the output file too', remedy: 'write to another file', code: IS_TARGET };
}

/** What is said of an input before its records. */
export function* opened({ file, warning }: Source): Generator<Extract<WorkEvent, { kind: 'warning' }>> {
  if (warning) yield warned(file, warning, null, 'ENCODING');
}

/** Counts of one input. */
export interface Totals {
  records: number;
  articles: number;
  repairs: number;
  flags: number;
}

/** What is said of an input behind its records. */
export function* ended(
  source: Source,
  { records, articles, repairs, flags }: Totals,
): Generator<Extract<WorkEvent, { kind: 'warning' | 'done' }>> {
  const { file, encoding } = source;
  const { count, offsets } = source.bad;
  const bad = count > 0 ? undecodable(count, offsets) : null;
  if (bad) yield warned(file, bad, `read as ${encoding}; name another with --encoding`, 'UNDECODABLE');
  const summary = { file, sha256: source.sha256, encoding, records, articles, warning: bad ?? source.warning };
  yield { kind: 'done', summary, repairs, flags, bytes: source.size };
}

const warned = (file: string, what: string, remedy: string | null, code: string) => ({
  kind: 'warning' as const,
  problem: { file, what, remedy, code },
});

function undecodable(count: number, offsets: readonly number[]): string {
  const shown = offsets.slice(0, 5).join(', ') + (count > 5 ? ', …' : '');
  return count === 1
    ? `1 place cannot be decoded, at byte ${shown}; it stands as U+FFFD`
    : `${count} places cannot be decoded, at bytes ${shown}; they stand as U+FFFD`;
}

export function faultOf(file: string, error: unknown): Problem {
  const code = (error as { code?: string }).code ?? 'FAULT';
  const what = error instanceof Error ? error.message : String(error);
  const remedy =
    code === 'FAULT' && what !== 'changed while it was read'
      ? 'this is a fault of the program: please report it'
      : null;
  return { file, what, remedy, code };
}
