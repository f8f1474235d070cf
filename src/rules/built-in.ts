import entities from './entities.yaml';
import type { RuleFile } from './format.ts';
import measures from './measures.yaml';
import types from './types.yaml';
import verbs from './verbs.yaml';
import words from './words.yaml';

/** The built-in rules of meaning, in the order in which they are tried. Their form is checked by the tests. */
export const builtInRules = (): RuleFile[] => [words, verbs, measures, entities, types] as RuleFile[];
