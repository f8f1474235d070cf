import { KIND, Kind, on, type Source } from '../chars.ts';
import { readConnector } from '../connector.ts';
import { BAN, CHENG, DUO, ZHE } from '../marks.ts';
import type { Numeral } from '../numeral/types.ts';
import type { Modifier } from '../types.ts';
import { digitOf } from './ahead.ts';
import { blank, type Figure, type Reading } from './types.ts';

/** 七成, 一成八, 三成多, 八折, 八五折. */
export function readTenths(src: Source, n: Numeral): Reading {
  const { s } = src;
  const c = s[n.end]!;
  const made = (value: number | null, end: number, rule: string, unit: string): Figure => ({
    ...blank(n),
    end,
    value,
    unit,
    code: unit === '%' ? '%' : null,
    base: '1',
    factor: unit === '%' ? 0.01 : 1,
    dimension: 'ratio',
    rule,
  });
  if (
    c === CHENG &&
    n.value <= 10 &&
    (n.end - n.start <= 2 || n.decimal) &&
    !on(src, n.end + 1, '立为功本员绩果长都交品套熟就型份语人年败体效分')
  ) {
    let end = n.end + 1;
    let value = n.value * 10;
    const high = n.high === null ? null : n.high * 10;
    let inner: Modifier | null = null;
    if (s[end] === BAN) {
      value += 5;
      end++;
    } else if (KIND[s[end]!]! & Kind.digit && !on(src, end + 1, '个家名项成万') && high === null) {
      value += digitOf(s[end]!);
      end++;
    }
    if (s[end] === DUO && !on(src, end + 1, '种个家名')) {
      inner = 'moreThan';
      end++;
    }
    const connector = readConnector(src, end);
    if (connector > end) {
      const d = digitOf(s[connector]!);
      if (d > n.value && s[connector + 1] === CHENG) {
        const f = made(null, connector + 2, 'range/tenths', '%');
        f.min = value;
        f.max = d * 10;
        return f;
      }
    }
    const f = made(high === null ? value : null, end, 'ratio/tenths', '%');
    if (high !== null) {
      f.min = value;
      f.max = high;
    }
    f.inner = inner;
    return f;
  }
  if (c === ZHE && n.high === null && n.value < 100 && n.value >= 1 && !on(src, n.end + 1, '腾磨射叠返合旧中算页线')) {
    const value = n.value >= 10 ? n.value / 100 : n.value / 10;
    return made(Number(value.toPrecision(12)), n.end + 1, 'ratio/discount', '折');
  }
  // 八五折, 七八折: the digits are tenths and hundredths, not a range
  if (c === ZHE && n.high !== null && n.value < 10 && n.end - n.start === 2)
    return { ...made((n.value * 10 + n.high) / 100, n.end + 1, 'ratio/discount', '折'), min: null, max: null };
  return null;
}
