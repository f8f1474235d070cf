import type { RuleFile } from '../rules/format.ts';
import { UsageError } from './report.ts';

/** A user's rule files, checked. Throws a `UsageError` that names file, line and what was expected. */
export async function loadOwnRules(files: readonly string[]): Promise<RuleFile[]> {
  const { loadRules } = await import('../rules/load.ts');
  return files.map((file) => {
    const loaded = loadRules(file);
    if (loaded.errors) {
      const [first] = loaded.errors;
      throw new UsageError(`${first!.file}:${first!.line}: ${first!.message} (try \`extract rules check ${file}\`)`);
    }
    return loaded.rules;
  });
}
