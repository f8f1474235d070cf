import type { Encoding } from '../input/decode.ts';
import { dateFromFileName } from '../input/document-date.ts';
import { resolveInputs } from '../input/inputs.ts';
import { isProblem, type Problem, problemOf } from '../input/problem.ts';
import { openSource } from '../input/read.ts';
import { createEngine, extractPage } from '../pipeline.ts';
import type { ReviewDocument } from '../review/pack.ts';
import { loadOwnRules } from './rules.ts';

export interface PageFlags {
  encoding?: Encoding;
  date?: string;
  types?: ReadonlySet<string>;
  rules?: string[];
}

/** Each input as one whole page with its records, in order; what cannot be read as a problem. */
export async function* readPages(args: readonly string[], flags: PageFlags): AsyncGenerator<ReviewDocument | Problem> {
  const engine = flags.rules ? createEngine(await loadOwnRules(flags.rules)) : undefined;
  for (const input of await resolveInputs(args.length > 0 ? args : ['-'])) {
    const source = isProblem(input) ? input : await openSource(input, flags.encoding ?? null);
    if (isProblem(source)) {
      yield source;
      continue;
    }
    const { file, sha256 } = source;
    try {
      const raw = [...source.parts()].join('');
      const date = flags.date ?? dateFromFileName(file) ?? undefined;
      yield { file, sha256, ...extractPage(raw, { file, sha256, date, types: flags.types ?? null, engine }) };
    } catch (error) {
      yield problemOf(file, error);
    }
  }
}
