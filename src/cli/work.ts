import type { Encoding } from '../input/decode.ts';
import { dateFromFileName } from '../input/document-date.ts';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import { openSource } from '../input/read.ts';
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

/** Compiles what all inputs share. Throws a `UsageError` for rules that are wrong. */
export async function createWork(settings: WorkSettings): Promise<Worker> {
  const engine = settings.rules.length > 0 ? createEngine(await loadOwnRules(settings.rules)) : undefined;
  return (input) => workOn(input, settings, engine);
}

async function* workOn(input: Input, settings: WorkSettings, engine: Engine | undefined): AsyncGenerator<WorkEvent> {
  const source = await openSource(input, settings.encoding);
  if (isProblem(source)) return yield { kind: 'problem', problem: source };
  const { file } = source;
  if (settings.target !== null && source.identity === settings.target)
    return yield {
      kind: 'problem',
      problem: { file, what: 'is the output file too', remedy: 'write to another file', code: IS_TARGET },
    };
  if (source.warning) yield warning(file, source.warning, null, 'ENCODING');
  let records = 0;
  let articles = 0;
  let repairs = 0;
  let flags = 0;
  try {
    const pieces = extractPieces(source.parts(), {
      file,
      sha256: source.sha256,
      // `undefined` lets the text say it.
      date: settings.date ?? dateFromFileName(file) ?? undefined,
      types: settings.types ? new Set(settings.types) : null,
      engine,
    });
    for (const piece of pieces) {
      records += piece.records.length;
      articles += piece.articles;
      flags += piece.page.source.flags.length;
      if (settings.countRepairs) repairs += piece.page.source.edits().length;
      if (piece.records.length > 0) yield { kind: 'records', records: piece.records };
    }
  } catch (error) {
    return yield { kind: 'problem', problem: faultOf(file, error) };
  }
  const { count, offsets } = source.bad;
  const bad = count > 0 ? undecodable(count, offsets) : null;
  if (bad) yield warning(file, bad, `read as ${source.encoding}; name another with --encoding`, 'UNDECODABLE');
  const summary = {
    file,
    sha256: source.sha256,
    encoding: source.encoding,
    records,
    articles,
    warning: bad ?? source.warning,
  };
  yield { kind: 'done', summary, repairs, flags, bytes: source.size };
}

const warning = (file: string, what: string, remedy: string | null, code: string): WorkEvent => ({
  kind: 'warning',
  problem: { file, what, remedy, code },
});

function undecodable(count: number, offsets: readonly number[]): string {
  const shown = offsets.slice(0, 5).join(', ') + (count > 5 ? ', …' : '');
  return count === 1
    ? `1 place cannot be decoded, at byte ${shown}; it stands as U+FFFD`
    : `${count} places cannot be decoded, at bytes ${shown}; they stand as U+FFFD`;
}

function faultOf(file: string, error: unknown): Problem {
  const code = (error as { code?: string }).code ?? 'FAULT';
  const what = error instanceof Error ? error.message : String(error);
  const remedy =
    code === 'FAULT' && what !== 'changed while it was read'
      ? 'this is a fault of the program: please report it'
      : null;
  return { file, what, remedy, code };
}
