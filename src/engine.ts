import { compileMeaning, type MeaningRules } from './meaning/meaning.ts';
import { builtInScanner } from './quantity/scan.ts';
import { compileQuantityRules, createScanner, type Scanner } from './quantity/scanner.ts';
import type { RuleFile } from './rules/format.ts';
import { mergeQuantityRules } from './rules/merge.ts';
import { builtInQuantityRules } from './rules/quantity.ts';

/** The compiled rules of a run: built-in ones with a user's own. */
export interface Engine {
  scan: Scanner;
  meaning: MeaningRules;
}

/** Compiles the built-in rules and `own`, which rank before them. Rule files must have been checked (see `loadRules`). */
export const createEngine = (own: readonly RuleFile[] = []): Engine => ({
  scan:
    own.length === 0
      ? builtInScanner()
      : createScanner(compileQuantityRules(mergeQuantityRules(builtInQuantityRules(), own))),
  meaning: compileMeaning(own),
});

let standard: Engine | null = null;

/** The built-in rules, compiled once. */
export const standardEngine = (): Engine => (standard ??= createEngine());
