import { statSync } from 'node:fs';
import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import type { EncodedEvent, WorkerSetup } from './pool-messages.ts';
import { createWork, type WorkEvent } from './work.ts';

/** Below this many bytes one thread is done before others have started. */
const WORTH_WORKERS = 3_000_000;
/** Sizes are asked of so many files; the rest are taken to be like them. */
const ASKED = 200;

/** What happens on the way through all inputs, in their order, with workers where they pay. */
export async function* overInputs(
  inputs: readonly (Input | Problem)[],
  setup: WorkerSetup,
  jobs: number,
): AsyncGenerator<WorkEvent | EncodedEvent> {
  const workers = Math.min(jobs, inputs.length);
  if (workers > 1 && isWorthWorkers(inputs)) {
    yield* (await import('./pool.ts')).overPool(inputs, setup, workers);
    return;
  }
  const work = await createWork(setup.settings);
  for (const input of inputs) {
    if (isProblem(input)) yield { kind: 'problem', problem: input };
    else yield* work(input);
  }
}

function isWorthWorkers(inputs: readonly (Input | Problem)[]): boolean {
  let bytes = 0;
  const step = Math.ceil(inputs.length / ASKED);
  for (let i = 0; i < inputs.length; i += step) {
    const input = inputs[i]!;
    // Standard input can be read by the main thread only.
    if (isProblem(input)) continue;
    if (input.path === null) return false;
    const stats = statSync(input.path, { throwIfNoEntry: false });
    if (stats && !stats.isFile()) return false;
    bytes += (stats?.size ?? 0) * step;
  }
  return bytes > WORTH_WORKERS;
}
