import { code, on, type Source, stands } from '../chars.ts';
import { edtfYear } from './calendar.ts';
import { readSmall } from './small.ts';
import type { TimeRead } from './types.ts';

/** 20世纪, 20世纪90年代. */
export function readCentury(src: Source, at: number, end: number, century: number): TimeRead {
  if (on(src, at - 1, '前') && on(src, at - 2, '元') && on(src, at - 3, '公西'))
    return {
      start: at - 3,
      end,
      time: { edtf: `-${String(century - 1).padStart(2, '0')}XX`, granularity: 'century', inferred: false },
      figure: true,
      rule: 'date/century',
    };
  let i = end;
  if (src.s[i] === code('的')) i++;
  const d = readSmall(src, i);
  if (d && d.value % 10 === 0 && d.value < 100 && stands(src, d.end, '年代'))
    return {
      start: at,
      end: behindDecade(src, d.end + 2),
      time: { edtf: `${edtfYear((century - 1) * 100 + d.value).slice(0, 3)}X`, granularity: 'decade', inferred: false },
      figure: true,
      rule: 'date/decade',
    };
  return {
    start: at,
    end,
    time: { edtf: `${String(century - 1).padStart(2, '0')}XX`, granularity: 'century', inferred: false },
    figure: true,
    rule: 'date/century',
  };
}

/** 90年代, 八十年代 (of the last century, where none is said), 1990年代. */
export function readDecade(
  src: Source,
  at: number,
  end: number,
  n: { value: number; length: number },
  century: number | null,
): TimeRead | null {
  if (n.value % 10 !== 0) return null;
  let year: number;
  if (n.value >= 1000 && n.value < 2100) year = n.value;
  else if (n.value < 100)
    year = century !== null ? (century - 1) * 100 + n.value : n.value >= 30 ? 1900 + n.value : 2000 + n.value;
  else return null;
  return {
    start: at,
    end: behindDecade(src, end),
    time: { edtf: `${String(year).slice(0, 3)}X`, granularity: 'decade', inferred: n.value < 100 && century === null },
    figure: true,
    rule: 'date/decade',
  };
}

/** 80年代初, 90年代末. */
const behindDecade = (src: Source, end: number): number =>
  on(src, end, '初末') && !on(src, end + 1, '步') ? end + 1 : end;
