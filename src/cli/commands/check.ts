import { checkFigures, formatFinding } from '../../checks/check.ts';
import { isProblem } from '../../input/problem.ts';
import { harmless } from '../../output/terminal.ts';
import { writeOut } from '../out.ts';
import { type PageFlags, readPages } from '../pages.ts';
import { Exit, say } from '../report.ts';

/** `extract check [inputs…]`: totals against their parts, and what is told twice with different values, one a line. */
export async function check(args: readonly string[], flags: PageFlags & { strict?: boolean }): Promise<number> {
  const lines: string[] = [];
  let failed = false;
  let differs = false;
  for await (const page of readPages(args, flags)) {
    if (isProblem(page)) {
      say(page);
      failed = true;
      continue;
    }
    for (const finding of checkFigures(page.page, page.records)) {
      differs ||= !finding.agrees;
      lines.push(`${harmless(formatFinding(finding))}\n`);
    }
  }
  const code = await writeOut(undefined, () => lines.join(''));
  return code !== Exit.done ? code : failed || (flags.strict && differs) ? Exit.failed : Exit.done;
}
