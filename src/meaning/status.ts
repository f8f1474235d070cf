import { Class } from '../rules/format.ts';
import { Kind } from './kind.ts';
import { has, isMark, isOneOf } from './phrases.ts';
import type { Tokens } from './tokens.ts';

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
    if (has(k, Class.target) && isOneOf(t, i, ['要']) && isHabit(t, i)) continue;
    if (has(k, Class.target)) return 'target';
    if (has(k, Class.estimated)) return 'estimated';
    if (has(k, Class.planned)) return 'planned';
    return 'actual';
  }
  return null;
}

const MONTH_OF_SEASON: Record<string, string> = {
  '33': '01',
  '34': '04',
  '35': '07',
  '36': '10',
  '40': '01',
  '41': '07',
};

/** 每天要走20里, 一颗要卖95元: 要 of habit says nothing of the future. */
function isHabit(t: Tokens, i: number): boolean {
  return /(每|一[天颗个年斤次月单])[^，。；]*$/.test(t.text.slice(Math.max(t.start[0]!, t.start[i]! - 12), t.start[i]));
}

/** Whether a period (EDTF) begins after the document's date: what it tells has not happened yet. */
export function isFuture(edtf: string, date: string): boolean {
  if (!/^\d{4}/.test(edtf)) return false;
  const start = edtf.split('/')[0]!.replace(/^(\d{4})-(\d\d)/, (_, y, m) => `${y}-${MONTH_OF_SEASON[m] ?? m}`);
  const n = Math.min(start.length, date.length);
  return start.slice(0, n) > date.slice(0, n);
}
