import { fstatSync, type Stats, statSync } from 'node:fs';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import type { EncodedEvent, WorkerSetup } from './pool-messages.ts';
import { createEngineOf, type WorkEvent, workWith } from './work.ts';

/** Below this many bytes one thread is done before others have started. */
const WORTH_WORKERS = 3_000_000;
/** Sizes are asked of so many files; the rest are taken to be like them. */
const ASKED = 200;

/** What happens on the way through all inputs, in their order, with workers where they pay. `jobs`: at most so many; null for as many as the machine runs. */
export async function* overInputs(
  inputs: readonly (Input | Problem)[],
  setup: WorkerSetup,
  jobs: number | null,
): AsyncGenerator<WorkEvent | EncodedEvent> {
  const worth = jobs === 1 ? 1 : 1 + Math.floor(bytesOf(inputs) / WORTH_WORKERS);
  if (worth > 1) {
    const threads = Math.min(worth, jobs ?? (await import('node:os')).availableParallelism());
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
