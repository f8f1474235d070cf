import { isHan, isLatin, KIND, Kind, on, type Source, stands } from '../chars.ts';
import { LIANG } from '../marks.ts';
import type { Numeral } from '../numeral/types.ts';
import type { UnitRead } from '../unit.ts';
import type { Units } from '../unit-table.ts';
import { digitOf, isNounless } from './ahead.ts';

/** Whether this unit after this numeral makes a figure; `drop` leaves the numeral bare, `skip` goes past both. */
export function unitAllowed(src: Source, n: Numeral, u: UnitRead, units: Units): 'yes' | 'drop' | 'skip' {
  const { unit } = u;
  if (n.arabic) {
    if (unit.name === '等') return 'drop';
    return 'yes';
  }
  const width = n.end - n.start;
  // “十项民生工程” is a name; 一天一次, 一月一通报 say how often
  if (unit.counter && on(src, n.start - 1, '“')) return 'skip';
  if (n.value === 1 && width === 1 && (on(src, n.end + unit.name.length, '一') || unit.name === '分')) return 'skip';
  if (unit.name === '大' || (width === 1 && isLatin(src.s[u.start]!))) return 'skip';
  if (unit.name === '两' && (n.high !== null || on(src, n.end + 1, '个天句年人名位手地国岸会'))) return 'drop';
  if (unit.name === '块' && width === 1 && digitOf(src.s[n.end + 1]!) >= 0) return 'yes';
  if (unit.name === '角' && digitOf(src.s[n.end + 1]!) > 0 && on(src, n.end + 2, '分')) return 'yes';
  if (unit.name === '里' && width === 1 && on(src, n.start - 1, '、') && on(src, u.end, '、等')) return 'skip'; // 开江、七里、讲治: places
  if (unit.name === '家' && n.bare && !n.vague && !on(src, n.start - 1, '近约超逾过上达有足到')) return 'skip';
  if (
    n.value === 1 &&
    width === 1 &&
    !isFinancial(src, n.start) &&
    !unit.one &&
    !(unit.dimension === 'people' && units.oneBefore.some((w) => stands(src, u.end, w))) &&
    !(unit.name === '个' && on(src, n.end + 1, '半') && isNounless(src, n.end + 2))
  )
    return 'skip';
  if (unit.name === '度' && stands(src, n.start - 2, '零下')) return 'yes';
  const ordinalUnit = unit.name === '等' || unit.name === '级' || unit.name === '期';
  if (ordinalUnit && width === 1) return unit.name === '等' && !on(src, n.end + 1, '奖功') ? 'drop' : 'yes';
  if (unit.name === '日' && (src.s[n.start] === LIANG || on(src, u.end, '内'))) return 'yes'; // 两日, 十日内
  if (!unit.chinese && width === 1 && !isFinancial(src, n.start)) return 'drop';
  return 'yes';
}

/** 壹角: no article is written so. */
const isFinancial = (src: Source, at: number): boolean => (KIND[src.s[at]!]! & Kind.financial) !== 0;

/** 六纵四横, 四集一转, 十强十快: numeral, character, numeral, character, of which the second pair counts nothing. */
export function isSlogan(src: Source, u: UnitRead, units: Units): boolean {
  if (!u.unit.counter || u.end - u.start !== 1 || digitOf(src.s[u.end]!) < 1) return false;
  return (
    isHan(src.s[u.end + 1]!) &&
    !(KIND[src.s[u.end + 1]!]! & Kind.scale) &&
    units.trie.match(src.s, u.end + 1, src.n) === u.end + 1
  );
}

/** 号 级 等 期 say which rather than how many; 7.2级 and 分三期 count. */
export function isOrdinalUse(src: Source, n: Numeral, u: UnitRead): boolean {
  const name = u.unit.name;
  if (name === '级') return !n.arabic;
  if (name === '期') return !n.arabic && n.end - n.start === 1 && !isSplit(src, n.start);
  if (name === '届') return !n.arabic && !on(src, n.start - 1, '办了过共已历续近满');
  if (name === '版') return true;
  if (name === '等') return !n.arabic && on(src, u.end, '奖功');
  return true;
}

/** 一〇八人 has a place value, 一二三产业 is a list. */
export function hasZero(src: Source, n: Numeral): boolean {
  for (let i = n.start + 1; i < n.end; i++) if (on(src, i, '〇零')) return true;
  return false;
}

export const width1 = (n: Numeral): boolean => n.end - n.start === 1;

/** 分三期, 共三期, 分为三期: how many there are, not which. */
const isSplit = (src: Source, at: number): boolean =>
  on(src, at - 1, '分共') || stands(src, at - 2, '分为') || stands(src, at - 2, '分成');
