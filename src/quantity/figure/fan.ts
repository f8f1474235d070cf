import { code, on, type Source } from '../chars.ts';
import { readNumeral } from '../numeral/numeral.ts';
import type { Figure } from './types.ts';

const DOUBLING = code('番');

/** 翻一番 is +100 %, 翻两番 +300 %, 翻番 as 翻一番; 翻了近一番 is nearly that. */
export function readFan(src: Source, at: number): Figure | null {
  const { s } = src;
  let i = at + 1;
  if (on(src, i, '了')) i++;
  const nearly = on(src, i, '近');
  if (nearly) i++;
  const n = readNumeral(src, i, () => false);
  const times = n && s[n.end] === DOUBLING ? n.value : s[i] === DOUBLING ? 1 : 0;
  if (times < 1 || times > 10) return null;
  const end = n && s[n.end] === DOUBLING ? n.end + 1 : i + 1;
  const numeral = n ?? {
    start: at,
    end,
    value: 1,
    high: null,
    vague: null,
    scale: 1,
    mantissa: 1,
    arabic: false,
    digits: false,
    bare: false,
    decimal: false,
  };
  return {
    start: at,
    end,
    dimension: 'multiple',
    value: (2 ** times - 1) * 100,
    min: null,
    max: null,
    inner: nearly ? 'nearly' : null,
    unit: '番',
    code: '%',
    base: '1',
    factor: 0.01,
    offset: 0,
    rule: 'multiple/doubling',
    numeral,
    signed: false,
  };
}
