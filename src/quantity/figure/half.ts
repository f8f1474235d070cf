import { on, type Source } from '../chars.ts';
import { CHENG, DUO, GE } from '../marks.ts';
import type { Numeral } from '../numeral/types.ts';
import { readUnit } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { isNounless } from './ahead.ts';
import { blank, dress, type Reading } from './types.ts';

/** 半年, 半个多小时, 半公里: only before measures; 半导体 and 半山 are words. */
export function readHalf(src: Source, at: number, units: Units): Reading {
  const { s } = src;
  const n: Numeral = {
    start: at,
    end: at + 1,
    value: 0.5,
    high: null,
    vague: null,
    scale: 1,
    mantissa: 0.5,
    arabic: false,
    digits: false,
    bare: false,
    decimal: true,
  };
  const u = readUnit(src, at + 1, units);
  if (u?.unit.name === '个' && u.inner === null && isNounless(src, u.end) && !on(src, at - 1, '上下前后一大多过对参')) {
    const f = blank(n);
    dress(f, u);
    f.rule = 'numeral/half';
    return f;
  }
  if (s[at + 1] === CHENG && isNounless(src, at + 2)) return tenth(n); // 半成
  const halfDay = u?.unit.name === '日' && !on(src, u.end, '制游工闲');
  if (!u || u.unit.counter || !(u.unit.chinese || halfDay) || u.dimension === 'ratio' || u.inner === 'half')
    return null;
  // 过半 is a word, but 再过半个小时 is half an hour
  if (on(src, at - 1, '过') ? s[at + 1] !== GE : on(src, at - 1, '上下前后一大多对参')) return null;
  if (u.unit.name === '年' && on(src, u.end, '报度线检')) return u.end;
  if (u.unit.name === '天' && on(src, at + 2, '空')) return null;
  const f = blank(n);
  dress(f, u);
  f.rule = 'numeral/half';
  if (s[f.end] === DUO && !on(src, f.end + 1, '种个家名项次样')) {
    f.inner = 'moreThan';
    f.end++;
  }
  return f;
}

/** 半成 is 5 %. */
const tenth = (n: Numeral): Reading => ({
  ...blank({ ...n, end: n.end + 1 }),
  value: 5,
  unit: '%',
  code: '%',
  base: '1',
  factor: 0.01,
  dimension: 'ratio',
  rule: 'ratio/tenths',
});

/** 一半 is 50 %; 一半径 and 一半山 are not. */
export function readOneHalf(src: Source, n: Numeral): Reading {
  if (on(src, n.end + 1, '径山岛导天年月小')) return n.end + 1;
  const f = blank({ ...n, end: n.end + 1 });
  f.value = 50;
  f.unit = '%';
  f.code = '%';
  f.base = '1';
  f.factor = 0.01;
  f.dimension = 'ratio';
  f.rule = 'ratio/half';
  if (src.s[f.end] === DUO && !on(src, f.end + 1, '种个家名')) {
    f.inner = 'moreThan';
    f.end++;
  }
  return f;
}
