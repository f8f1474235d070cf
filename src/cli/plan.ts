import { type Stats, statSync } from 'node:fs';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import type { Source } from '../input/read.ts';
import { WHOLE, type Window, windowsOf } from '../layout/windows.ts';
import { dateOf } from '../pieces.ts';
import type { FilesTask, TaskEvent, WindowTask } from './pool-messages.ts';
import { dateGiven, faultOf, openChecked, opened, type Totals, type WorkSettings } from './work.ts';

/** How the inputs are divided among threads; all steps, one behind the other, are the inputs. */
export type Step =
  /** What is known already. */
  | { kind: 'events'; events: TaskEvent[] }
  /** Work for any thread. `bytes`: about how many. */
  | { kind: 'files'; task: FilesTask; bytes: number }
  | { kind: 'window'; task: WindowTask; bytes: number; text: LongText; isFirst: boolean }
  /** What can be said once all windows of a text are read, or what kept it from being read on. */
  | { kind: 'end'; text: LongText; problem: Problem | null }
  /** All before it must be given out before the next step is asked for: that one waits for whoever fills a pipe. */
  | { kind: 'pause' };

/** A text that the main thread reads, with the counts of its windows so far. */
export interface LongText {
  source: Source;
  totals: Totals;
  /** Nothing more is given out of a text that has a problem. */
  hasFailed: boolean;
}

/** Bytes of the files that are one task: enough that handing it over costs little, few enough that all threads end together. */
const TASK_BYTES = 128 * 1024;
/** Characters of the names in one task; they must find room in the ring. */
const TASK_NAMES = 1 << 14;
/** A file that is longer may hold more than one window: it has at most three bytes a UTF-16 unit. */
const LONG = 3 * WHOLE;

export async function* planOf(inputs: readonly (Input | Problem)[], settings: WorkSettings): AsyncGenerator<Step> {
  let files: Input[] = [];
  let bytes = 0;
  let names = 0;
  for (const input of inputs) {
    const stats = isProblem(input) || input.path === null ? null : sizeOf(input.path);
    const isSmall = stats !== null && stats.size <= LONG;
    if (files.length > 0 && (!isSmall || bytes + stats.size > TASK_BYTES || names > TASK_NAMES)) {
      yield { kind: 'files', task: { kind: 'files', inputs: files }, bytes };
      files = [];
      bytes = names = 0;
    }
    if (isProblem(input)) yield { kind: 'events', events: [{ kind: 'problem', problem: input }] };
    else if (isSmall) {
      files.push(input);
      bytes += stats.size;
      names += 2 * input.name.length + 32;
    } else {
      if (stats === null) yield { kind: 'pause' };
      yield* stepsOf(input, settings);
    }
  }
  if (files.length > 0) yield { kind: 'files', task: { kind: 'files', inputs: files }, bytes };
}

/** A file's size, 0 where the thread that opens it will find out what is wrong; null for a pipe, a device and the like. */
function sizeOf(path: string | Buffer): { size: number } | null {
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch {
    return { size: 0 };
  }
  return stats && !stats.isFile() ? null : { size: stats?.size ?? 0 };
}

/** The windows of one input. */
async function* stepsOf(input: Input, settings: WorkSettings): AsyncGenerator<Step> {
  const source = await openChecked(input, settings);
  if (isProblem(source)) return yield { kind: 'events', events: [{ kind: 'problem', problem: source }] };
  yield { kind: 'events', events: [...opened(source)] };
  const { file, sha256 } = source;
  const text: LongText = { source, totals: { records: 0, articles: 0, repairs: 0, flags: 0 }, hasFailed: false };
  let date: string | null | undefined = dateGiven(file, settings);
  let isFirst = true;
  const windows = windowsOf(source.parts());
  for (;;) {
    let window: Window | undefined;
    try {
      window = windows.next().value ?? undefined;
      if (window && isFirst) date = dateOf(window, date);
    } catch (error) {
      return yield { kind: 'end', text, problem: faultOf(file, error) };
    }
    if (!window || text.hasFailed) break;
    const bytes = window.text.length * 3;
    yield { kind: 'window', task: { kind: 'window', file, sha256, date, window }, bytes, text, isFirst };
    isFirst = false;
  }
  yield { kind: 'end', text, problem: null };
}
