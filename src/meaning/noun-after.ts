import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import { EXTENTS, type Fields, headGroup, isChange, type Kinds, setVerb, VISITS } from './found.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { splitMeasure } from './measure.ts';
import { entityLength } from './nominal.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isOneOf, type Span, spanIs, spanText } from './view.ts';

const REACHING = words('高达', '长达', '重达', '深达', '宽达', '历时', '为期', '耗时');

/** What stands behind the figure: the thing counted (9个集聚区), the measure (10亿元贷款), the owner (25亿元的项目). */
export function nounAfter(t: Tokens, r: Reading, f: Fields, kinds: Kinds, lexicon: Lexicon): void {
  const after = spanText(t, r.after);
  const { measure, entity } = splitMeasure(t, r.after, lexicon);
  if (kinds.ratio) {
    const head = r.de && !isEmpty(measure) ? headGroup(t, measure.to - 1, lexicon) : '';
    if (isChange(head))
      f.head = head; // 逾5%的跌幅: whose it is stands before
    else if (r.de && !f.metric) f.metric = after;
    else if (!r.de || r.ofWhole) f.item = after;
    return;
  }
  if ((r.de || isAged(r, measure)) && ownsFigure(t, r)) {
    if (isEmbedded(t, r)) f.subject = after;
    else f.subject ??= after;
    if (!isEmpty(r.noun) && isEmpty(r.measure) && f.head === 'capacity') f.item ??= spanText(t, r.noun);
    return;
  }
  if (r.de && r.verb >= 0 && has(t.kind[r.verb]!, Class.yields) && !isEmpty(r.noun)) {
    f.subject ??= after; // 年产|农机具1.2万台的|企业: what it makes stands before
    return;
  }
  if (r.de && r.quantity.dimension === 'length' && entityLength(t, r.after.to - 1, lexicon, Entity.place) > 0) {
    f.subject ??= after; // 离乡镇20多公里的|赵家洼村
    f.item = null;
    return;
  }
  if (kinds.money) {
    const measured = !isEmpty(measure) && (isEmpty(r.noun) || (!r.de && r.verb >= 0));
    if (measured) {
      f.metric = spanText(t, measure);
      f.head = headGroup(t, measure.to - 1, lexicon);
    } else if (r.de && isEmpty(r.noun) && r.verb < 0) f.metric ??= after;
    else if (r.de && isEmpty(r.subject)) f.subject ??= after;
    return;
  }
  if (r.de && !isEmpty(measure) && !kinds.counted && isEmpty(r.measure)) {
    f.metric = spanText(t, r.after); // 填筑到|1130米的度汛高程
    f.head = headGroup(t, measure.to - 1, lexicon);
    return;
  }
  if (r.de && r.quantity.unit === '人') return; // 40万人的|饮水安全问题: what they have is not counted
  if (VISITS.has(r.quantity.unit ?? '') && !f.metric && r.action < 0 && !spanIs(t, r.after, phraseWords().isPerson)) {
    setVerb(f, after); // 1.6亿人次|出入境: what they did
    return;
  }
  if (kinds.counted || isEmpty(r.measure) || f.head === 'capacity')
    f.item = isEmpty(measure) || isEmpty(entity) || r.de ? after : spanText(t, entity);
}

/** 65岁以上|老人: whoever is so old stands behind the age; 60岁以上|老年人口|11.3万人 is a group that is measured. */
const isAged = (r: Reading, measure: Span): boolean => r.quantity.dimension === 'age' && isEmpty(measure);

/** 总投资25亿元的项目, 占地360亩的示范园, 68岁的护林员: the noun behind 的 has the figure. 28千米的管网 is measured itself. */
function ownsFigure(t: Tokens, r: Reading): boolean {
  if (r.quantity.dimension === 'age' || (r.verb < 0 && r.having < 0 && isClass(r.quantity))) return true;
  if (r.verb >= 0)
    return has(t.kind[r.verb]!, Class.attribute | Class.yields) && (r.verb <= r.from + 1 || isEmbedded(t, r));
  if (!isEmpty(r.measure)) return true;
  return isOneOf(t, r.at - 1, REACHING);
}

/** 新建|了|日供水5万吨的水厂, 建|一个|年加工1000吨的加工厂: what is told of the object of another verb. */
export const isEmbedded = (t: Tokens, r: Reading): boolean =>
  r.verb > r.from + 1 &&
  has(t.kind[r.verb]!, Class.yields) &&
  (isOneOf(t, r.verb - 1, BEFORE_OBJECT) || has(t.kind[r.verb - 1]!, Class.strong | Kind.figure));

const BEFORE_OBJECT = words('了', '一个', '一座', '一家', '一条', '个', '座', '条');

/** 85毫米以上的|精品果, 500平方米以内的|商铺: a bound on what each thing is, not a sum. */
const isClass = ({ dimension, modifier }: Reading['quantity']): boolean =>
  EXTENTS.includes(dimension) && (modifier === 'atLeast' || modifier === 'atMost');
