import { readFileSync } from 'node:fs';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { RuleFile } from './format.ts';
import { RuleFileSchema } from './schema.ts';

/** What is wrong with a rule file, at which line (from 1), and what was expected there. */
export interface RuleError {
  file: string;
  line: number;
  message: string;
}

export type RulesLoaded = { rules: RuleFile; errors: null } | { rules: null; errors: RuleError[] };

/** Reads and checks a user's rule file. Never throws: a file that cannot be read is an error at line 1. */
export function loadRules(file: string): RulesLoaded {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (e) {
    return {
      rules: null,
      errors: [
        { file, line: 1, message: `cannot be read: ${(e as NodeJS.ErrnoException).code ?? (e as Error).message}` },
      ],
    };
  }
  return parseRules(text, file);
}

/** The same for a text; `file` only names it in errors. */
export function parseRules(text: string, file: string): RulesLoaded {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    return {
      rules: null,
      errors: document.errors.map((e) => ({
        file,
        line: lines.linePos(e.pos[0]).line,
        message: e.message.split('\n')[0]!.replace(/ at line \d+.*$/, ''),
      })),
    };
  const checked = RuleFileSchema.safeParse(document.toJS() ?? {});
  if (checked.success) return { rules: checked.data as RuleFile, errors: null };
  return {
    rules: null,
    errors: checked.error.issues.map((issue) => {
      let path = [...issue.path];
      let node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
      while (!node?.range && path.length > 0) {
        path = path.slice(0, -1);
        node = (path.length > 0 ? document.getIn(path, true) : document.contents) as typeof node;
      }
      if (issue.code === 'unrecognized_keys' && isMap(node)) {
        const pair = node.items.find((i) => isScalar(i.key) && i.key.value === issue.keys[0]);
        if (pair) node = pair.key as typeof node;
      }
      const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      return { file, line: lines.linePos(node?.range?.[0] ?? 0).line, message: `${where}${issue.message}` };
    }),
  };
}
