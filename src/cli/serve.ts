import { parentPort, workerData } from 'node:worker_threads';
import { createPerformer, memoryOf } from './perform.ts';
import type { TaskEvent, ToMain, WorkerData } from './pool-messages.ts';
import { type TaskRing, taskRing } from './task-ring.ts';

/** What a worker thread does until it is ended: takes the next task, does it, sends what came of it. */
export async function serve(): Promise<never> {
  const { setup, ring: memory, thread } = workerData as WorkerData;
  const ring = taskRing(memory);
  const performer = await createPerformer(setup);
  for (;;) {
    const task = ring.waitAndTake(thread);
    const events = await eventsOf(task);
    parentPort!.postMessage({ task, events } satisfies ToMain, memoryOf(events));
  }

  function eventsOf(n: number): Promise<TaskEvent[]> {
    const task = ring.read(n);
    return task.kind === 'files'
      ? performer.files(task, (i) => ring.noteInput(n, i))
      : performer.window(task, numbersOf(ring, n));
  }
}

const numbersOf = (ring: TaskRing, task: number) => ({
  first: () => ring.waitForArticles(task),
  setNext: (number: number) => ring.setArticles(task + 1, number),
});
