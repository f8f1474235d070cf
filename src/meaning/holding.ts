import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Fields } from './found.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isOneOf } from './view.ts';

/**
 * Whether a figure holds for a time. `never`: what a thing is made to be (全长, 占地, 总库容, 年产). `is`: what it has or costs
 * (辖7个村, 总投资, 补助标准): true at a time, but of none that another sentence tells. `happens`: what is done, made, sold or
 * measured in a time (建成, 产量, 增长, 人口).
 */
export type Holding = 'never' | 'is' | 'happens';

const EXTENTS = words(...phraseWords().extents);
const STANDING = words(...phraseWords().standing);
const STATES = words(...phraseWords().states);

export function holdingOf(t: Tokens, r: Reading, f: Fields, type: string): Holding {
  if (type === 'growth') return 'happens';
  if (type === 'age' || type === 'speed') return 'never';
  const measured = !isEmpty(r.measure);
  if (type === 'capacity') {
    if (r.change >= 0 || isAdded(t, r)) return 'happens'; // 水电|新增797万千瓦
    return measured && !(r.verb >= 0 && has(t.kind[r.verb]!, Class.yields)) ? 'is' : 'never'; // 装机容量达…, but 年产…, 10兆瓦项目
  }
  if (r.verb >= 0 && isOneOf(t, r.verb, STANDING)) return 'never';
  if (isOneOf(t, r.at - 1, EXTENTS) || (measured && isOneOf(t, r.measure.to - 1, EXTENTS))) return 'never';
  const metric = f.metric ?? '';
  const { isDesigned, isBuilt, isTotal } = phraseWords();
  if (metric !== '') {
    if (isDesigned(metric, 0, metric.length) > 0 || (isBuilt(metric, 0, metric.length) && !isPerHead(metric)))
      return 'never';
    if (isTotal(metric, 0, metric.length)) return 'is';
  }
  if (type === 'duration') return measured || r.change >= 0 || isOneOf(t, r.at - 1, TAKES) ? 'is' : 'never';
  if (type === 'share' || type === 'rate') return 'happens';
  if (r.action < 0 && (r.having >= 0 || (r.verb >= 0 && isOneOf(t, r.verb, STATES)))) return 'is';
  if (measured) return 'happens';
  if (type === 'price') return 'is';
  if (r.change >= 0 || (type === 'money' && metric !== '')) return 'happens';
  if (!isEmpty(r.noun) && has(t.kind[r.noun.to - 1]!, Class.weak)) return 'happens'; // 报废|更新|超47.2万辆
  if (r.verb >= 0 || r.action >= 0 || f.byVerb || f.head !== '') return 'happens';
  return has(t.kind[r.at - 1] ?? 0, Class.strong) ? 'happens' : 'is';
}

/** 交通|中断|近4个小时, 只|用|3天. */
const TAKES = words('中断', '用', '用了', '用时', '耗时', '停电', '停产', '停运', '断电', '停水', '滞留', '等待');

/** 新增 stands before the figure: what comes about in a time. */
const isAdded = (t: Tokens, r: Reading): boolean =>
  isOneOf(t, r.at - 1, ADDS) || (r.verb >= 0 && isOneOf(t, r.verb, ADDS));
const ADDS = words('新增', '净增', '新投产', '新建成', '新并网');

/** 人均住房建筑面积: an average is measured. */
const isPerHead = (metric: string): boolean => /[人户亩]均/.test(metric);
