import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Draft } from './draft.ts';
import { type Fields, isChange, type Kinds, sameKind } from './found.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isEmpty, isOneOf, spanText, word } from './view.ts';

const GENERIC = /^(同比|环比|年均|平均|累计)?(增速|增幅|涨幅|降幅|跌幅|升幅|减幅|增长率|增长速度)$/;

/** What a figure that says little itself takes from the figures before it. */
export function carry(
  t: Tokens,
  r: Reading,
  f: Fields,
  kinds: Kinds,
  earlier: readonly Draft[],
  like: Draft | undefined,
): void {
  if (like || earlier.length === 0) return;
  if (kinds.money && !f.metric && isEmpty(r.noun) && r.verb < 0 && r.change < 0) {
    const moved = earlier.at(-1);
    if (moved && moved.head === 'price' && moved.reading.change >= 0 && !isEmpty(moved.reading.measure)) {
      f.metric = spanText(t, moved.reading.measure); // 期货价格|下跌1.24美元，收于每桶61.33美元: what moved
      f.subject ??= moved.meaning.subject;
      f.head ||= moved.head;
      f.inferred.push('metric');
      return;
    }
  }
  const bare = !f.metric || (isChange(f.head) && GENERIC.test(f.metric));
  if (kinds.ratio && bare) {
    const measured = r.quantity.dimension === 'points' ? lastPointed(earlier) : lastMeasured(earlier);
    if (!measured) return;
    f.base = measured.meaning;
    f.metric = measuredName(t, measured);
    f.subject ??= f.base.subject;
    if (f.base.subject) f.inferred.push('subject');
    f.inferred.push('metric');
  } else if (!f.metric && isEmpty(r.noun) && r.verb < 0 && isEmpty(r.after) && r.action < 0) {
    // 累计接待96.5万人次，日均13.8万人次
    const same = earlier.findLast((d) => sameKind(d, r.quantity.dimension) && d.reading.change < 0);
    const grown = earlier.at(-1)!;
    if ((!kinds.counted || COUNTABLE.includes(grown.head)) && grown.meaning.type === 'growth' && reachesLevel(t, r)) {
      // 出口增长12.3%，|达到|45亿美元: the level that what grew has come to
      f.metric = grown.meaning.metric;
      f.item ??= grown.meaning.item;
      f.subject ??= grown.meaning.subject;
      f.head ||= grown.head;
      f.inferred.push('metric');
      return;
    }
    const reaches = has(t.kind[r.at - 1]!, Class.reach) && !kinds.counted; // 产量9万吨，连续两年|保持在|1.8亿斤
    if (!same || (same.meaning.quantity.unit !== r.quantity.unit && !reaches)) return;
    f.metric = hasOnly(t, same) ? null : same.meaning.metric;
    f.item ??= same.meaning.item;
    f.subject ??= same.meaning.subject;
    f.head ||= same.head;
    f.inferred.push('metric');
  }
}

/** 达到, 达, 到 straight before the figure. */
const reachesLevel = (t: Tokens, r: Reading): boolean =>
  r.at - 1 >= r.from && (has(t.kind[r.at - 1]!, Class.reach) || isOneOf(t, r.at - 1, TO_LEVEL));

/** Heads of measures that are counts. */
const COUNTABLE = ['capacity', 'count', 'people', 'mass'];
/** They say what has grown: 总产值9600万元，户均|增收|1.5万元. */
const MEASURES_ITSELF = words('增收', '减收', '增产', '减产', '增效', '增值', '年增收', '月增收', '降本', '减亏');
const PER_HEAD = words(...phraseWords().perHead);
const TO_LEVEL = words('到', '至');

/** 起初|只有|23户，如今发展到312户: the verb of having says nothing of the figure that goes on from it. */
const hasOnly = (t: Tokens, { reading, meaning }: Draft): boolean =>
  reading.having >= 0 && meaning.metric === word(t, reading.having);

/** Endings of changes that say what changes: 增收, 减产, 节能. */
const MEASURED_CHANGE = '收产效能本排';

/** 占比达17.4%，提高2.6个百分点: points are of the ratio told right before. */
function lastPointed(earlier: readonly Draft[]): Draft | null {
  const last = earlier.at(-1);
  const isRatio = last && (last.meaning.type === 'share' || last.meaning.type === 'rate') && last.meaning.metric;
  return isRatio ? last : lastMeasured(earlier);
}

/** The last figure that a growth can be the growth of: an increase in between is none (余额2236亿元，比年初增加187亿元，增长10.2%). */
export function lastMeasured(earlier: readonly Draft[]): Draft | null {
  const candidates = earlier.filter(
    (d) => !['duration', 'age', 'ordinal'].includes(d.meaning.type) && (d.meaning.metric || d.meaning.item),
  );
  const level = candidates.findLast(
    (d) => (d.reading.change < 0 || d.meaning.type === 'growth') && d.meaning.type !== 'share',
  );
  return level ?? candidates.at(-1) ?? null;
}

/** 建成道路: verb and item where they stand side by side, else the measure, else the item. */
export function measuredName(t: Tokens, d: Draft): string {
  const { metric, item } = d.meaning;
  if (d.head === 'price' && d.reading.change >= 0 && !isEmpty(d.reading.measure)) return spanText(t, d.reading.measure);
  if (!metric || !item) return metric ?? item!;
  if (t.source.slice(t.start[0], t.end[t.count - 1]).includes(metric + item)) return metric + item;
  return d.reading.verb >= 0 ? metric : item;
}

/** 常住人口312.5万人，比上年末|减少1.8万人: the increase is a part of the measure told before. */
export function changeAlone(t: Tokens, r: Reading, f: Fields, earlier: readonly Draft[]): void {
  const per = isOneOf(t, r.change - 1, PER_HEAD) ? r.change - 1 : r.change; // 户均|增收1.5万元
  const change = t.source.slice(t.start[per], t.end[r.change]);
  const level = earlier.findLast((d) => d.meaning.quantity.unit === r.quantity.unit && d.reading.change < 0);
  const measured = level !== undefined && level === earlier.findLast((d) => d.reading.change < 0) && level.head !== '';
  // 产值1200万元，户均|增收2.8万元: more income is a measure of its own
  const named = isCharacter(MEASURED_CHANGE, t.text.charCodeAt(t.end[r.change]! - 1));
  f.metric =
    measured && !named && !isOneOf(t, r.change, MEASURES_ITSELF) && level.meaning.metric
      ? level.meaning.metric + change
      : change;
  if (measured && level.head === 'mass') f.item = level.meaning.item;
}
