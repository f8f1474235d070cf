import { fstatSync, type Stats, statSync } from 'node:fs';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import type { EncodedEvent, WorkerSetup } from './pool-messages.ts';
import { createEngineOf, type WorkEvent, workWith } from './work.ts';

/** Below so many bytes for each other thread one is done before it has started. */
const LEAST_BYTES = 3_000_000;
/**
 * From so many bytes on another thread pays: it compiles and optimizes the same functions again, some seconds of processor time, with
 * which one thread alone has done its 16 MB (its own optimizing goes on beside it, on another core).
 */
const WORTH_BYTES = 16_000_000;
/** Sizes are asked of so many files; the rest are taken to be like them. */
const ASKED = 200;

/** How many threads work on so many bytes. `jobs`: at most so many, as somebody asked for; null for as many as pay on a machine with `cores`. */
export const threadsFor = (bytes: number, jobs: number | null, cores: number): number =>
  jobs === null
    ? Math.min(cores, 1 + Math.floor(bytes / WORTH_BYTES))
    : Math.min(jobs, 1 + Math.floor(bytes / LEAST_BYTES));

/** What happens on the way through all inputs, in their order, with workers where they pay. `jobs`: as for `threadsFor`. */
export async function* overInputs(
  inputs: readonly (Input | Problem)[],
  setup: WorkerSetup,
  jobs: number | null,
): AsyncGenerator<WorkEvent | EncodedEvent> {
  const bytes = jobs === 1 ? 0 : bytesOf(inputs);
  if (bytes > LEAST_BYTES) {
    const threads = threadsFor(bytes, jobs, (await import('node:os')).availableParallelism());
    if (threads > 1) return yield* (await import('./pool.ts')).overPool(inputs, setup, threads);
  }
  const work = workWith(setup.settings, await createEngineOf(setup.settings));
  for (const input of inputs) {
    if (isProblem(input)) yield { kind: 'problem', problem: input };
    else yield* work(input);
  }
}

/** About how many bytes the inputs have; a pipe counts for nothing, as nobody knows. */
function bytesOf(inputs: readonly (Input | Problem)[]): number {
  let bytes = 0;
  const step = Math.ceil(inputs.length / ASKED);
  for (let i = 0; i < inputs.length; i += step) {
    const input = inputs[i]!;
    if (!isProblem(input)) bytes += sizeOf(input) * step;
  }
  return bytes;
}

function sizeOf({ path }: Input): number {
  let stats: Stats | undefined;
  try {
    stats = path === null ? fstatSync(0) : statSync(path, { throwIfNoEntry: false });
  } catch {
    // it is said when it is opened
  }
  return stats?.isFile() ? stats.size : 0;
}
