import type { FigureRecord } from '../record/schema.ts';
import type { ConflictFinding } from './finding.ts';
import { isZero, roundingOf, tidy } from './rounding.ts';

/** A figure with its sentence's number: two figures of one sentence are a list, not a contradiction. */
export interface Told {
  record: FigureRecord;
  sentence: number;
}

/** The same figure told twice with different values, in one document; each is compared with the first that was told. */
export function checkConflicts(told: readonly Told[]): ConflictFinding[] {
  const first = new Map<string, Told>();
  const findings: ConflictFinding[] = [];
  for (const t of told) {
    const key = keyOf(t.record);
    if (key === null) continue;
    const earlier = first.get(key);
    if (!earlier) first.set(key, t);
    else if (earlier.sentence !== t.sentence) {
      const finding = compare(earlier.record, t.record);
      if (finding) findings.push(finding);
    }
  }
  return findings;
}

/**
 * What must be the same before two figures are the same figure. A subject or metric that was only carried over, a range
 * and a blurred value (近20亿元) are not compared: they would raise false alarms.
 */
function keyOf(r: FigureRecord): string | null {
  if (typeof r.value !== 'number' || r.modifier !== null) return null;
  if (r.type === 'ordinal' || r.type === 'number' || r.type === 'date') return null;
  if (r.subject === null || r.metric === null) return null;
  if (r.inferred.includes('subject') || r.inferred.includes('metric')) return null;
  const own = r as { basis?: unknown; phase?: unknown; per?: unknown; whole?: unknown };
  const period = r.period?.edtf ?? r.period?.text ?? null;
  return JSON.stringify([
    r.type,
    r.unitCode ?? r.unit,
    r.subject,
    r.metric,
    r.item,
    period,
    r.status,
    own.basis ?? null,
    own.phase ?? null,
    own.per ?? null,
    own.whole ?? null,
  ]);
}

function compare(a: FigureRecord, b: FigureRecord): ConflictFinding | null {
  const difference = (b.value as number) - (a.value as number);
  if (isZero(difference, a.value as number)) return null;
  // 25亿元 and 24.8亿元: the coarser figure may be the finer one rounded.
  if (Math.abs(difference) <= Math.max(roundingOf(a), roundingOf(b)) * (1 + 1e-9)) return null;
  return {
    kind: 'conflict',
    file: a.source.file,
    line: a.source.line,
    agrees: false,
    records: [a.id, b.id],
    difference: tidy(difference),
    text: `${a.subject} ${a.metric}${a.item ? ` ${a.item}` : ''}: ${a.text} ≠ ${b.text} (line ${b.source.line})`,
  };
}
