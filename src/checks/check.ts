import type { Page } from '../layout/types.ts';
import type { FigureRecord } from '../record/schema.ts';
import { checkConflicts } from './conflicts.ts';
import type { Finding } from './finding.ts';
import { type Located, locate } from './locate.ts';
import { checkSums } from './sums.ts';

export type { ConflictFinding, Finding, SumFinding } from './finding.ts';

/** Checks the figures of one page against each other: totals and parts first, then what is told twice; by line. */
export function checkFigures(page: Page, records: readonly FigureRecord[]): Finding[] {
  const located = locate(page, records);
  const bySentence = new Map<number, Located[]>();
  for (const l of located) {
    if (l.sentence < 0) continue;
    const list = bySentence.get(l.sentence);
    if (list) list.push(l);
    else bySentence.set(l.sentence, [l]);
  }
  const sums = [...bySentence.values()].flatMap((figures) => checkSums(page.source.text, figures));
  const conflicts = checkConflicts(located.map((l) => ({ record: l.record, sentence: l.sentence })));
  return [...sums, ...conflicts].sort((a, b) => a.line - b.line);
}

/** One finding as one line: `seed.txt:487: sum: 19亿元 = 10.8亿元 + …`. */
export function formatFinding(finding: Finding): string {
  const off = finding.agrees ? '' : ` (off by ${finding.difference})`;
  return `${finding.file}:${finding.line}: ${finding.kind}: ${finding.text}${off}`;
}
