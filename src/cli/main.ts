import type { Run } from './program.ts';
import { start } from './start.ts';

declare const SHUMU_VERSION: string;

/** The work of each command; loaded when it is called. */
const LOADERS: Record<string, () => Promise<Run>> = {
  '': async () => (await import('./commands/extract.ts')).extract as Run,
  repair: async () => (await import('./commands/repair.ts')).repairCommand as Run,
  schema: async () => (await import('./commands/schema.ts')).schemaCommand as Run,
  explain: async () => (await import('./commands/explain.ts')).explain as Run,
  'rules check': async () => (await import('./commands/rules.ts')).rulesCheck as Run,
  'rules list': async () => (await import('./commands/rules.ts')).rulesList as Run,
  review: async () => (await import('./commands/review.ts')).review as Run,
  check: async () => (await import('./commands/check.ts')).check as Run,
  completions: async () => (await import('./commands/completions.ts')).completions as Run,
};

const args = process.argv.slice(2);
// What a shell calls while the user types; no command of ours. (bin/extract.js answers the commonest calls without all this.)
if (args[0] === 'complete') process.exitCode = await (await import('./commands/completions.ts')).complete(args);
else await start(SHUMU_VERSION, args, LOADERS);
