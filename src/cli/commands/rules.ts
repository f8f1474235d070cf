import { createEngine, extractText } from '../../pipeline.ts';
import { builtInRules } from '../../rules/built-in.ts';
import type { RuleExample, RuleFile } from '../../rules/format.ts';
import { loadRules } from '../../rules/load.ts';
import { mergeRules } from '../../rules/merge.ts';
import { writeOut } from '../out.ts';
import { Exit, toStandardError } from '../report.ts';
import { loadOwnRules } from '../rules.ts';

/** `extract rules check FILE`: its form, then the examples that stand in it. */
export async function rulesCheck([name]: readonly string[]): Promise<number> {
  const file = name!;
  const loaded = loadRules(file);
  if (loaded.errors) {
    for (const e of loaded.errors) toStandardError(`extract: ${e.file}:${e.line}: ${e.message}\n`);
    return Exit.failed;
  }
  const faults = (loaded.rules.examples ?? []).flatMap((example) => tryExample(example, loaded.rules));
  for (const fault of faults) toStandardError(`extract: ${file}: ${fault}\n`);
  if (faults.length > 0) return Exit.failed;
  return writeOut(undefined, () => `${file}: right (${loaded.rules.examples?.length ?? 0} examples)\n`);
}

/** What an example's records lack: each wanted figure with the fields that it names. */
function tryExample(example: RuleExample, rules: RuleFile): string[] {
  const records = extractText(example.text, {
    date: example.date ?? null,
    types: new Set(['all']),
    engine: createEngine([rules]),
  });
  return example.figures.flatMap((wanted) => {
    const record = records.find((r) => r.text === wanted.text) as Record<string, unknown> | undefined;
    if (!record) return [`'${wanted.text}' was not found in: ${example.text}`];
    return Object.entries(wanted)
      .filter(([field, value]) => JSON.stringify(record[field] ?? null) !== JSON.stringify(value))
      .map(
        ([field, value]) =>
          `'${wanted.text}': ${field} should be ${JSON.stringify(value)}, is ${JSON.stringify(record[field] ?? null)}`,
      );
  });
}

/** `extract rules list`: the type rules in the order in which they are tried. */
export async function rulesList(_operands: readonly string[], flags: { rules?: string[] }): Promise<number> {
  const { types } = mergeRules(builtInRules(), await loadOwnRules(flags.rules ?? []));
  return writeOut(undefined, () =>
    types
      .map(({ rule, type, ...when }) => {
        const conditions = Object.entries(when).map(([key, values]) => `${key}: ${(values as string[]).join(' ')}`);
        return `${rule.padEnd(24)} ${type.padEnd(12)} ${conditions.join('; ') || 'always'}\n`;
      })
      .join(''),
  );
}
