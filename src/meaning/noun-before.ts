import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Draft } from './draft.ts';
import { COUNTED, countsItself, type Fields, type Kinds, sameKind, setVerb } from './found.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { canBeSubject, isGeneric } from './names.ts';
import { entityLength } from './nominal.ts';
import { FROM_BASE } from './particles.ts';
import type { Reading } from './reading.ts';
import { thingBefore } from './thing-before.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isOneOf, type Span, spanIs, spanText, word } from './view.ts';

const PER_HEAD = words(...phraseWords().perHead.filter((w) => w.endsWith('均')));
const THE_REST = words('剩余', '其余', '余下', '剩下');
const AMONG = words('其中');
const PLACE_OR_AGENT = words('在', '由', '经', '让', '使', '令');

/** Words that point back at a figure told before. */
const ANAPHORA = /^(这一|这个|该|此|这)?(数字|数据|比例|数|指标|数值|金额|总数|标准)$/;

/** A noun that is no measure stands before the figure: 建成|道路660公里, 参展|企业1.2万家, 高技术制造业|增长12.5%. */
export function nounBefore(
  t: Tokens,
  r: Reading,
  f: Fields,
  kinds: Kinds,
  earlier: readonly Draft[],
  lexicon: Lexicon,
): void {
  const noun = spanText(t, r.noun);
  const previous = earlier.at(-1);
  const sameBefore = earlier.findLast((d) => sameKind(d, r.quantity.dimension) && d.reading.change < 0);
  const { verb } = r;
  if (kinds.counted && verb < 0 && isOneOf(t, r.at - 1, PER_HEAD)) {
    f.subject ??= noun; // 存栏绒山羊50万只，其中贫困户|户均|18只: who has so many of what was told before
    f.metric = word(t, r.at - 1);
    f.item = sameBefore?.meaning.item ?? null;
    return;
  }
  if (kinds.counted && verb < 0 && r.noun.to - r.noun.from === 1 && isOneOf(t, r.noun.from, THE_REST)) return; // 剩余|1247户全部脱贫
  const measured = previous ?? r.whereof; // 居民消费价格上涨0.2%。其中，|农村|上涨0.4%
  const sameMoney =
    sameBefore ?? (earlier.length === 0 && r.whereof?.meaning.unit === r.quantity.unit ? r.whereof : null);
  if (
    r.having >= r.noun.to &&
    kinds.counted &&
    verb < 0 &&
    isEmpty(r.after) &&
    entityLength(t, r.noun.to - 1, lexicon, Entity.place) > 0
  ) {
    f.subject ??= noun; // 我们村|有|320户
    return;
  }
  if (
    r.having >= r.noun.to &&
    verb < 0 &&
    (kinds.counted
      ? isEmpty(r.after) && countsItself(r.quantity) && !spanIs(t, r.noun, phraseWords().isPerson)
      : isDeictic(t, r.noun))
  ) {
    f.subject ??= noun; // 他家|有|12亩, 团队|有|14个人: who has them
    f.metric = word(t, r.having);
    return;
  }
  if (kinds.counted && verb < 0 && r.action >= 0 && isEmpty(r.after) && isWhose(t, r)) {
    f.subject ??= noun; // 全县|2.3万人稳定|就业, 长跑赛|两万人|开跑
    return;
  }
  const figure = lastFigure(t, r);
  if (kinds.counted && r.noun.to === r.at && previous && countedThere(previous, r)) {
    f.metric = previous.meaning.metric; // 辖|7个村民小组|486户: the noun is what the figure before it counts
    f.byVerb = previous.byVerb;
    return;
  }
  if (figure >= 0 && verb < 0 && kinds.counted && sameBefore?.byVerb && r.noun.to === r.at) {
    setVerb(f, sameBefore.meaning.metric!); // 引进项目47个，其中|亿元以上项目|21个: the figure says which ones
    f.item = noun;
    return;
  }
  if (figure >= 0 && verb < 0 && !kinds.ratio && isEmpty(r.after)) {
    // 将原有5.8公里国道|增加到300公里: the thing stands behind the first figure
    f.item = spanText(t, { from: figure + 1, to: r.noun.to });
    f.metric = r.noun.to < r.at && has(t.kind[r.noun.to]!, Class.reach) ? word(t, r.noun.to) : null;
    return;
  }
  if (verb >= 0) {
    if (kinds.money || kinds.ratio) f.metric = t.source.slice(t.start[verb], t.end[r.noun.to - 1]);
    else {
      setVerb(f, word(t, verb));
      const deictic = has(t.kind[r.noun.from]!, Class.deictic); // 列入|全省|175个集聚区
      if (deictic) f.subject = word(t, r.noun.from);
      f.item =
        figure >= 0 && countFigures(t, r.noun) > 1
          ? null
          : deictic
            ? spanText(t, { from: r.noun.from + 1, to: r.noun.to })
            : noun;
    }
  } else if (ANAPHORA.test(noun) && previous) {
    f.metric = previous.meaning.metric; // 这一数字变成了5642元
    f.subject ??= previous.meaning.subject;
  } else if (
    kinds.money &&
    sameMoney?.meaning.metric &&
    (sameMoney.head || sameMoney.byVerb) &&
    r.change < 0 &&
    r.having < 0
  ) {
    f.metric = sameMoney.meaning.metric; // 高速公路完成23亿元，国省道12.4亿元: a measure told once
    if (canBeSubject(t, r.noun)) f.subject = noun;
    f.head = sameMoney.head;
    f.byVerb = sameMoney.byVerb;
  } else if (kinds.ratio && r.de && !isEmpty(r.after) && r.change < 0) {
    f.metric = spanText(t, r.after); // 园区80%的企业
    f.subject ??= noun;
  } else if (kinds.ratio && r.change >= 0 && measured?.head && (isSector(t, r.noun, lexicon) || isGeneric(t, r.noun))) {
    f.subject = noun; // 国有企业增加值增长5.1%，|股份制企业|增长7.6%: the measure of the clause before
    f.metric = measured.meaning.metric;
    f.head = measured.head;
    f.inferred.push('metric');
  } else if (kinds.ratio || kinds.money) {
    f.metric = noun;
    if (kinds.money && !r.each && r.verb < 0 && r.change < 0 && r.noun.to === r.at && goesOnPrices(earlier))
      r.each = true;
    if (r.each && isOneOf(t, r.at - 1, FROM_BASE)) f.metric = t.source.slice(t.start[r.noun.from], t.end[r.at - 2]); // 白菜每公斤|由3元
    if (r.each) f.subject ??= noun; // 羊肉|每公斤62.66元，|牛肉|68元
  } else if (kinds.counted && !isEmpty(r.after) && sameBefore?.byVerb && isOneOf(t, r.from, AMONG)) {
    setVerb(f, sameBefore.meaning.metric!); // 落成9.5万套，其中|公屋|约7.7万个单位
    f.subject ??= canBeSubject(t, r.noun) ? noun : null;
  } else if (r.ofWhole || (kinds.counted && !isEmpty(r.after)))
    f.subject ??= isGoverned(t, r.noun) || !canBeSubject(t, r.noun) ? null : noun; // 枫桥村|有7个村民小组
  else thingBefore(t, r, f, kinds, sameBefore, previous, lexicon);
  if (r.change >= 0 && !kinds.ratio && isEmpty(r.compared)) {
    f.metric = word(t, r.change); // 村集体|增收1150万元
    f.item = null;
    if (verb < 0 && canBeSubject(t, r.noun)) f.subject = noun;
  }
}

/** 黄瓜每公斤3.6元，上涨20%；|西红柿4.2元: the last amount of money was the price of one of a kind. */
function goesOnPrices(earlier: readonly Draft[]): boolean {
  const last = earlier.findLast((d) => d.meaning.quantity.dimension === 'money');
  return last !== undefined && last.meaning.type === 'price' && last.reading.each && last.meaning.subject !== null;
}

/** 来自|31个国家…, 向|黔西及沿线|3个县供水: the noun of a phrase that a preposition opens has nothing. */
const isGoverned = (t: Tokens, s: Span): boolean =>
  has(t.kind[s.from - 1] ?? 0, Class.preposition) && !isOneOf(t, s.from - 1, PLACE_OR_AGENT);

/** 7个村民小组|486户: what stands between two counts is what the first counts. */
const countedThere = ({ meaning, reading }: Draft, r: Reading): boolean =>
  COUNTED.includes(meaning.quantity.dimension) && reading.after.to === r.at && r.noun.from >= reading.at;

/** Who or what stands before people that act, and is not counted. */
const isWhose = (t: Tokens, r: Reading): boolean =>
  isDeictic(t, r.noun) || (countsItself(r.quantity) && !spanIs(t, r.noun, phraseWords().isPerson));

/** 他家, 我们村: only a word that points. */
const isDeictic = (t: Tokens, s: Span): boolean => s.to - s.from === 1 && has(t.kind[s.from]!, Class.deictic);

/** 股份制企业, 高技术制造业, 发达经济体, 农村: who has measures, and is none. */
const isSector = (t: Tokens, s: Span, lexicon: Lexicon): boolean =>
  entityLength(t, s.to - 1, lexicon, Entity.sector | Entity.body | Entity.place) > 0;

/** 全省8个市32个县|46.3万人: what is counted before is no thing of the last. */
const countFigures = (t: Tokens, s: Span): number => {
  let n = 0;
  for (let i = s.from; i < s.to; i++) if (has(t.kind[i]!, Kind.figure)) n++;
  return n;
};

/** The last figure inside the noun phrase before a figure, -1 for none. */
function lastFigure(t: Tokens, r: Reading): number {
  for (let i = r.noun.to - 1; i >= r.noun.from; i--) if (has(t.kind[i]!, Kind.figure)) return i;
  return -1;
}
