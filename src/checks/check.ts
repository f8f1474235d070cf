import type { Page } from '../layout/types.ts';
import type { FigureRecord } from '../record/schema.ts';
import { checkConflicts } from './conflicts.ts';
import type { Finding } from './finding.ts';
import { locate } from './locate.ts';
import { checkSums } from './sums.ts';

export type { ConflictFinding, Finding, SumFinding } from './finding.ts';

/** Checks the figures of one page against each other: totals and parts first, then what is told twice; by line. */
export function checkFigures(page: Page, records: readonly FigureRecord[]): Finding[] {
  const located = locate(page, records);
  const inText = located.filter((l) => l.sentence >= 0).sort((a, b) => a.start - b.start);
  const sums = checkSums(page.source.text, inText);
  const conflicts = checkConflicts(located.map((l) => ({ record: l.record, sentence: l.sentence })));
  return [...sums, ...conflicts].sort((a, b) => a.line - b.line);
}

/** One finding as one line: `seed.txt:487: sum: 19亿元 = 10.8亿元 + …`, with how far off in the figures' unit, scale worked in. */
export function formatFinding(finding: Finding): string {
  const by = Math.abs(finding.difference);
  const off = by === 0 ? '' : ` (off by ${by}${finding.agrees ? ', within rounding' : ''})`;
  return `${finding.file}:${finding.line}: ${finding.kind}: ${finding.text}${off}`;
}
