import { prepared } from '../rules/prepared.ts';
import { builtInQuantityRules } from '../rules/quantity.ts';
import { compileQuantityRules, createScanner, type Scanner } from './scanner.ts';
import { Trie } from './trie.ts';
import type { Quantity, QuantityOptions } from './types.ts';

const builtIn = prepared('quantity', () => compileQuantityRules(builtInQuantityRules()), { Trie });

let standard: Scanner | null = null;

/** The scanner of the built-in rules, compiled once. */
export const builtInScanner = (): Scanner => (standard ??= createScanner(builtIn()));

/**
 * The figures and times of a text, in its order, none overlapping another. What is no figure itself (去年, 上半年) has
 * `figure` false. A line end ends a paragraph: nothing is read across it.
 */
export function scanQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  return builtInScanner()(text, options);
}

/** The figures of any text: offsets, value, unit, nothing else. */
export function recognizeQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  return builtInScanner()(text, options).filter((q) => q.figure);
}

export type { Scanner };
