import { on, type Source } from '../chars.ts';
import { BAI, DUO, HUNDRED, LAI, QIAN, TEN, THOUSAND, WAN, YI, YU, ZHAO } from '../marks.ts';

export const isScaleMark = (c: number): boolean =>
  c === HUNDRED || c === THOUSAND || c === BAI || c === QIAN || c === WAN || c === YI || c === ZHAO;

export const isBigScale = (c: number): boolean => c === WAN || c === YI || c === HUNDRED || c === THOUSAND || c === TEN;

export const isVagueMark = (c: number): boolean => c === YU || c === DUO || c === LAI;

export const exponentOf = (c: number): number =>
  c === HUNDRED || c === BAI ? 2 : c === THOUSAND || c === QIAN ? 3 : c === WAN ? 4 : c === YI ? 8 : 12;

/** 多功能, 多样, 多元化, 多米尼加: 多 belongs to the word behind it. */
export const isManyWord = (src: Source, at: number): boolean =>
  on(src, at, '化种样功半数') ||
  (on(src, at, '元') && on(src, at + 1, '化')) ||
  (on(src, at, '米') && on(src, at + 1, '尼诺'));
