import { code, isDigit, KIND, Kind, on, type Source } from '../chars.ts';
import { readSmall } from './small.ts';
import type { TimeRead } from './types.ts';

/** 十四五, 十二五 as five-year plans: 2021/2025, 2011/2015. */
export function readPlanYears(src: Source, at: number): TimeRead | null {
  const { s } = src;
  if (isDigit(s[at]!)) return null;
  const n = readSmall(src, at);
  let plan = 0;
  let end = at;
  if (n && s[at] === code('十') && n.length === 2 && s[n.end] === code('五')) {
    plan = n.value;
    end = n.end + 1;
  }
  if (plan < 11) return null;
  const named = on(src, end, '”"』」期时规末以开收来') || on(src, at - 1, '“"『「');
  if (!named || KIND[s[end]!]! & (Kind.scale | Kind.digit)) return null;
  const from = 1953 + (plan - 1) * 5 - (plan > 2 ? 2 : 0);
  const first = plan >= 6 ? 1981 + (plan - 6) * 5 : from;
  return {
    start: at,
    end,
    time: { edtf: `${first}/${first + 4}`, granularity: 'span', inferred: true },
    figure: false,
    rule: 'time/plan',
  };
}
