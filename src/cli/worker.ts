import { parentPort, workerData } from 'node:worker_threads';
import { COLUMNS } from '../output/columns.ts';
import { createWriter, type Output } from '../output/writer.ts';
import { isLastEvent, type ToMain, type ToWorker, typesIn, type WorkerSetup } from './pool-messages.ts';
import { createWork } from './work.ts';

/** A worker thread: takes inputs, gives back what happens on the way through them, with the records as text already. */

/** So many messages may be on their way: a worker that is ahead of the output waits. */
const ON_THEIR_WAY = 4;
/** Records are turned into text this many at a time. */
const BATCH = 150;

const setup = workerData as WorkerSetup;
const port = parentPort!;
const work = await createWork(setup.settings);
const columns = setup.writer.columns.map((name) => COLUMNS.find((c) => c.name === name)!);
const writer = await createWriter(setup.format, { ...setup.writer, columns });
writer.begin();

let credit = ON_THEIR_WAY;
let wake: (() => void) | null = null;
let queue = Promise.resolve();

port.on('message', (message: ToWorker) => {
  if (message.kind === 'taken') {
    credit++;
    wake?.();
  } else queue = queue.then(() => perform(message));
});

async function perform({ task, inputs, first }: Extract<ToWorker, { kind: 'task' }>): Promise<void> {
  for (const [i, input] of inputs.entries()) {
    let hasEnded = false;
    for await (const event of work(input)) {
      hasEnded = isLastEvent(event);
      if (event.kind !== 'records') await post({ kind: 'event', task, input: first + i, event });
      else
        for (let at = 0; at < event.records.length; at += BATCH) {
          const records = event.records.slice(at, at + BATCH);
          const encoded = {
            kind: 'encoded',
            text: bytesOf(writer.records(records)),
            types: typesIn(records),
          } as const;
          await post({ kind: 'event', task, input: first + i, event: encoded });
        }
    }
    if (!hasEnded) throw new Error('an input without an end');
  }
  port.postMessage({ kind: 'end', task } satisfies ToMain);
}

async function post(message: ToMain): Promise<void> {
  while (credit === 0)
    await new Promise<void>((done) => {
      wake = done;
    });
  credit--;
  // The bytes of records are given away, not copied.
  const { event } = message as { event?: { kind: string; text?: Uint8Array } };
  port.postMessage(message, event?.text ? [event.text.buffer as ArrayBuffer] : []);
}

/** Bytes to give away: the writer's own are written over by its next. */
const bytesOf = (output: Output): Uint8Array =>
  typeof output === 'string' ? new TextEncoder().encode(output) : output.slice();
