import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import type { Draft } from './draft.ts';
import type { Fields } from './found.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, spanText, word } from './view.ts';

/** 收报2927.29点, 大涨619.07点: points in hundreds, or with a fraction, are those of an index; 3点建议 are counted. */
export function isIndexLevel({ unit, value, minValue }: Quantity): boolean {
  if (unit !== '点' && unit !== '點') return false;
  const level = typeof value === 'number' ? value : minValue;
  return typeof level === 'number' && (level >= 100 || !Number.isInteger(level));
}

/** 沪指|收报2927.29点 measures the index, and so do the points behind (，盘中逼近3100点); where none is named, 收报 says what they are. */
export function readLevel(t: Tokens, r: Reading, f: Fields, previous: Draft | undefined): void {
  f.item = null;
  if (!isEmpty(r.measure)) return;
  const said = r.at > r.from && has(t.kind[r.at - 1]!, Class.reach | Class.up | Class.down) ? word(t, r.at - 1) : null;
  if (r.verb < 0 && !isEmpty(r.noun)) f.metric = spanText(t, r.noun);
  else if (!isEmpty(r.subject)) f.metric = spanText(t, r.subject);
  else f.metric = previous?.meaning.metric ?? said;
}
