import { readFileSync } from 'node:fs';
import type { Problem } from '../input/problem.ts';
import { type FiledDecision, parseDecisions, startApplying } from '../review/apply-decisions.ts';
import { type EncodedEvent, recordsIn } from './pool-messages.ts';
import { UsageError } from './report.ts';
import type { WorkEvent } from './work.ts';

/**
 * Works a reviewer's decisions into what the extraction gives; at the end a warning for each decision that matched nothing
 * or could not be carried out. Throws a `UsageError` for a file that holds no decisions.
 */
export function applying(
  files: readonly string[],
): (events: AsyncIterable<WorkEvent | EncodedEvent>) => AsyncGenerator<WorkEvent> {
  const decisions = files.flatMap((file) => {
    try {
      return parseDecisions(readFileSync(file, 'utf8'));
    } catch (error) {
      throw new UsageError(`${file}: ${(error as Error).message} (export it from the review page as JSON)`);
    }
  });
  return (events) => applied(events, decisions);
}

async function* applied(
  events: AsyncIterable<WorkEvent | EncodedEvent>,
  decisions: readonly FiledDecision[],
): AsyncGenerator<WorkEvent> {
  const { apply, finish } = startApplying(decisions);
  for await (const event of events) {
    if (event.kind === 'encoded') yield { kind: 'records', records: apply(recordsIn(event.text)) };
    else if (event.kind === 'records') yield { kind: 'records', records: apply(event.records) };
    else yield event;
  }
  const { unmatched, invalid } = finish();
  for (const d of unmatched) yield warning(d, 'matches no record any more', 'review the file again', 'UNMATCHED');
  for (const { decision, reason } of invalid)
    yield warning(decision, `its edits are not applied: ${reason}`, 'edit it again', 'INVALID-EDIT');
}

function warning(d: FiledDecision, what: string, remedy: string, code: string): WorkEvent {
  const verdict = d.decision ?? 'edited';
  const problem: Problem = {
    file: `${d.file}:${d.was.line}`,
    what: `decision on ${d.was.text} (${d.was.type}, ${verdict}, id ${d.id}) ${what}`,
    remedy,
    code,
  };
  return { kind: 'warning', problem };
}
