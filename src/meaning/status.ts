import { Class } from '../rules/words.ts';
import { has, isMark } from './phrases.ts';
import { Kind, type Tokens } from './tokens.ts';

export type Status = 'actual' | 'planned' | 'target' | 'estimated';

const ANY = Class.planned | Class.target | Class.estimated | Class.actual;

/**
 * The status that words before the figure give, nearest first; null where no word speaks. A word's scope ends with its
 * sentence, and at ； (预计 covers the figures it governs, not the next statement).
 */
export function statusBefore(t: Tokens, at: number): Status | null {
  for (let i = at - 1; i >= 0; i--) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation) && isMark(t, i, '；。！？')) return null;
    if (!has(k, ANY)) continue;
    if (has(k, Class.target)) return 'target';
    if (has(k, Class.estimated)) return 'estimated';
    if (has(k, Class.planned)) return 'planned';
    return 'actual';
  }
  return null;
}
