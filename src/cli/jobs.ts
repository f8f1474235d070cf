import type { Input } from '../input/inputs.ts';
import { isProblem, type Problem } from '../input/problem.ts';
import { createWork, type WorkEvent, type WorkSettings } from './work.ts';

/** What happens on the way through all inputs, in their order. */
export async function* overInputs(
  inputs: readonly (Input | Problem)[],
  settings: WorkSettings,
  _jobs: number,
): AsyncGenerator<WorkEvent> {
  const work = await createWork(settings);
  for (const input of inputs) {
    if (isProblem(input)) yield { kind: 'problem', problem: input };
    else yield* work(input);
  }
}
