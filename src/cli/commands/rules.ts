import { standardOutput } from '../../output/sink.ts';
import { createEngine, extractText } from '../../pipeline.ts';
import { builtInRules } from '../../rules/built-in.ts';
import type { RuleExample, RuleFile } from '../../rules/format.ts';
import { loadRules } from '../../rules/load.ts';
import { mergeRules } from '../../rules/merge.ts';
import { Exit } from '../problems.ts';

/** `extract rules check FILE`: its form, then the examples that stand in it. */
export function rulesCheck(file: string): void {
  const loaded = loadRules(file);
  if (loaded.errors) {
    for (const e of loaded.errors) process.stderr.write(`extract: ${e.file}:${e.line}: ${e.message}\n`);
    process.exitCode = Exit.failed;
    return;
  }
  const faults = (loaded.rules.examples ?? []).flatMap((example) => tryExample(example, loaded.rules));
  for (const fault of faults) process.stderr.write(`extract: ${file}: ${fault}\n`);
  if (faults.length > 0) process.exitCode = Exit.failed;
  else standardOutput().write(`${file}: right (${loaded.rules.examples?.length ?? 0} examples)\n`);
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
export function rulesList(own: readonly RuleFile[]): void {
  const { types } = mergeRules(builtInRules(), own);
  standardOutput().write(
    types
      .map(({ rule, type, ...when }) => {
        const conditions = Object.entries(when).map(([key, values]) => `${key}: ${(values as string[]).join(' ')}`);
        return `${rule.padEnd(24)} ${type.padEnd(12)} ${conditions.join('; ') || 'always'}\n`;
      })
      .join(''),
  );
}
