import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isOneOf, type Span, spanIs } from './view.ts';

/** A number without a unit as the money or the people that its noun says it is, else as it stands. */
export function nameBareNumber(t: Tokens, r: Reading, lexicon: Lexicon): Quantity {
  const { quantity } = r;
  if (r.de && isGroup(t, r.after, lexicon, ['money', 'investment'])) return asMoney(quantity);
  return /[万亿萬億][多余餘]?$/.test(quantity.text) && countsPeople(t, r, lexicon) ? asPeople(quantity) : quantity;
}

/** 40万贫困搬迁群众, 人口将突破2亿, 搬迁移民120多万: with 万 or 亿 people need no counter. */
function countsPeople(t: Tokens, r: Reading, lexicon: Lexicon): boolean {
  if (!isEmpty(r.after)) return beginsWithPersons(t, r.after) || isGroup(t, r.after, lexicon, ['people']);
  return isGroup(t, r.measure, lexicon, ['people']) || spanIs(t, r.noun, phraseWords().isPerson);
}

/** 400万|农村居民|饮水安全问题: the people stand first, whatever is said of them. */
function beginsWithPersons(t: Tokens, s: Span): boolean {
  for (let to = s.from + 1; to <= s.to && to <= s.from + 4; to++)
    if (spanIs(t, { from: s.from, to }, phraseWords().isPerson)) return true;
  return spanIs(t, s, phraseWords().isPerson);
}

function isGroup(t: Tokens, s: Span, lexicon: Lexicon, groups: readonly string[]): boolean {
  const last = s.to - 1;
  if (isEmpty(s) || !has(t.kind[last]!, Class.head) || t.value[last]! < 0) return false;
  return groups.includes(lexicon.headGroup[t.value[last]!]!);
}

const asMoney = (q: Quantity): Quantity => ({
  ...q,
  dimension: 'money',
  unit: '元',
  unitCode: 'CNY',
  canonical: canonicalOf(q, 'CNY'),
  rule: `${q.rule}+money-noun`,
});

const asPeople = (q: Quantity): Quantity => ({
  ...q,
  dimension: 'people',
  unitCode: '{person}',
  canonical: canonicalOf(q, '{person}'),
  rule: `${q.rule}+people-noun`,
});

const canonicalOf = (q: Quantity, unit: string): Quantity['canonical'] => ({
  value: typeof q.value === 'number' ? q.value : null,
  ...(q.minValue === undefined ? {} : { minValue: q.minValue }),
  ...(q.maxValue === undefined ? {} : { maxValue: q.maxValue }),
  unit,
});

/** 更换|水表3.2万块, 安装了320块|展板: what somebody sets up is counted by 块, and is no money. */
export const countsPlates = (t: Tokens, r: Reading): boolean =>
  r.verb >= 0 && isOneOf(t, r.verb, SETS_UP) && isEmpty(r.measure) && !r.de && (!isEmpty(r.noun) || !isEmpty(r.after));

const SETS_UP = words(
  '更换',
  '换',
  '安装',
  '装',
  '新装',
  '加装',
  '制作',
  '设立',
  '设置',
  '铺设',
  '铺',
  '悬挂',
  '摆放',
  '展出',
  '采集',
  '出土',
  '发放',
  '竖立',
  '埋设',
  '修补',
  '出土',
  '建成',
  '新建',
  '生产',
  '销售',
);

export const asPlates = (q: Quantity): Quantity => ({ ...q, dimension: 'count', unitCode: '1', canonical: null });
