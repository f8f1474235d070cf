import { z } from 'zod';
import { FigureRecord } from '../record/schema.ts';
import { EDITABLE, type Decision as PlainDecision } from './decision-file.ts';

const Decision = z.object({
  id: z.string(),
  decision: z.enum(['accepted', 'rejected']).nullable(),
  edits: z.partialRecord(z.enum(EDITABLE), z.unknown()),
  at: z.string(),
  was: z.object({ type: z.string(), text: z.string(), line: z.number() }),
});

const DecisionFile = z.object({
  format: z.literal('shumu-decisions'),
  version: z.literal(1),
  files: z.array(z.object({ file: z.string(), sha256: z.string(), decisions: z.array(Decision) })),
});

/** A decision with the file that it was made on. */
export interface FiledDecision extends PlainDecision {
  file: string;
  sha256: string;
}

export interface AppliedDecisions {
  /** The records without the rejected ones, edits worked in, in their order. */
  records: FigureRecord[];
  accepted: number;
  rejected: number;
  edited: number;
  /** Decisions on records that are not there any more: the file's content changed, or the figure is read otherwise now. */
  unmatched: FiledDecision[];
  /** Edits that would make a record that breaks the schema; the record stays as it was. */
  invalid: { decision: FiledDecision; reason: string }[];
}

/**
 * Reads an exported file of decisions. Throws an Error that says what is wrong with it.
 * @param json the file's text
 */
export function parseDecisions(json: string): FiledDecision[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new Error(`not JSON: ${(error as Error).message}`);
  }
  const parsed = DecisionFile.safeParse(value);
  if (!parsed.success) throw new Error(`not a file of decisions: ${z.prettifyError(parsed.error)}`);
  return parsed.data.files.flatMap(({ file, sha256, decisions }) =>
    decisions.map((d) => ({ ...(d as PlainDecision), file, sha256 })),
  );
}

/** Applies a reviewer's decisions, matched by `id`: rejected records go, edits are worked in. Nothing is lost silently. */
export function applyDecisions(
  records: readonly FigureRecord[],
  decisions: readonly FiledDecision[],
): AppliedDecisions {
  const applying = startApplying(decisions);
  const kept = applying.apply(records);
  return { records: kept, ...applying.finish() };
}

/** The same for records that come a batch at a time. */
export function startApplying(decisions: readonly FiledDecision[]): {
  apply(records: readonly FigureRecord[]): FigureRecord[];
  finish(): Omit<AppliedDecisions, 'records'>;
} {
  // Of two decisions on one record the later one holds.
  const byId = new Map<string, FiledDecision>();
  for (const d of decisions) if (!byId.has(d.id) || byId.get(d.id)!.at <= d.at) byId.set(d.id, d);
  const seen = new Set<string>();
  const counts = { accepted: 0, rejected: 0, edited: 0, invalid: [] as AppliedDecisions['invalid'] };
  const applyOne = (record: FigureRecord): FigureRecord[] => {
    const decision = byId.get(record.id);
    if (!decision) return [record];
    seen.add(record.id);
    if (decision.decision === 'rejected') {
      counts.rejected++;
      return [];
    }
    if (decision.decision === 'accepted') counts.accepted++;
    return [edit(record, decision, counts)];
  };
  return {
    apply: (records) => records.flatMap(applyOne),
    finish: () => ({ ...counts, unmatched: [...byId.values()].filter((d) => !seen.has(d.id)) }),
  };
}

/** The record with the decision's edits, or the record itself where they would break the schema. */
function edit(
  record: FigureRecord,
  decision: FiledDecision,
  out: Pick<AppliedDecisions, 'edited' | 'invalid'>,
): FigureRecord {
  const edits = decision.edits;
  const names = Object.keys(edits);
  if (names.length === 0) return record;
  const changed: Record<string, unknown> = { ...record, ...edits };
  if ('type' in edits) {
    changed.rule = 'review';
    // What only the old type has goes; what only the new one has starts empty (an investment's project, a growth's basis).
    for (const field of ownFields(record.type))
      if (!ownFields(String(edits.type)).includes(field)) delete changed[field];
    for (const field of ownFields(String(edits.type))) changed[field] ??= null;
  }
  // The base-unit value belongs to the old value and unit: it is scaled with the value, or said to be unknown.
  if ('value' in edits || 'unit' in edits) {
    delete changed.minValue;
    delete changed.maxValue;
    changed.canonical = rescaled(record, edits);
    if ('unit' in edits) changed.unitCode = null;
  }
  changed.inferred = record.inferred.filter((name) => !names.includes(name));
  const parsed = FigureRecord.safeParse(changed);
  if (!parsed.success) {
    out.invalid.push({ decision, reason: z.prettifyError(parsed.error).replaceAll('\n', ' ') });
    return record;
  }
  out.edited++;
  return changed as FigureRecord;
}

function rescaled(record: FigureRecord, edits: FiledDecision['edits']): FigureRecord['canonical'] {
  const { canonical, value } = record;
  if ('unit' in edits || !canonical || typeof canonical.value !== 'number') return null;
  if (typeof value !== 'number' || value === 0 || typeof edits.value !== 'number') return null;
  // Temperatures have an offset; there the base unit is the written one, so that the ratio is 1 or not to be had.
  return { value: (canonical.value / value) * edits.value, unit: canonical.unit };
}

/** Names of the fields that a type has besides those that all have. */
function ownFields(type: string): string[] {
  const shape = SHAPES.get(type);
  if (!shape) return [];
  return Object.keys(shape).filter((name) => !COMMON.has(name));
}

const SHAPES = new Map(FigureRecord.options.map((o) => [o.shape.type.value as string, o.shape as object]));
const COMMON = new Set(Object.keys(SHAPES.get('number')!));
