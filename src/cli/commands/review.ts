import { isProblem } from '../../input/problem.ts';
import { type ReviewDocument, renderReview } from '../../review/render.ts';
import { writeOut } from '../out.ts';
import { type PageFlags, readPages } from '../pages.ts';
import { Exit, say, UsageError } from '../report.ts';

/** `extract review [inputs…] -o review.html`: the page on which each figure is checked against its source. */
export async function review(args: readonly string[], flags: PageFlags & { output?: string }): Promise<number> {
  if (flags.output === undefined && process.stdout.isTTY)
    throw new UsageError('the page is long (name a file with -o review.html)');
  const documents: ReviewDocument[] = [];
  let failed = false;
  for await (const page of readPages(args, flags)) {
    if (isProblem(page)) {
      say(page);
      failed = true;
    } else documents.push(page);
  }
  if (documents.length === 0 && failed) return Exit.failed;
  const code = await writeOut(flags.output, () => renderReview(documents));
  return code === Exit.done && failed ? Exit.failed : code;
}
