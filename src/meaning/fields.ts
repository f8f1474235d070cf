import type { Quantity } from '../quantity/types.ts';
import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { words } from './asked.ts';
import type { Draft } from './draft.ts';
import { Kind } from './kind.ts';
import { canBeSubject, isCommonPlace, isProper } from './leads.ts';
import { LIGHT, SELLS } from './left.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { splitMeasure } from './measure.ts';
import { entityLength } from './nominal.ts';
import { LE, LIST_COMMA } from './particles.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import {
  has,
  isCharacter,
  isConnector,
  isEmpty,
  isOneOf,
  isVerb,
  NONE,
  plainWord,
  type Span,
  spanIs,
  spanText,
  word,
} from './view.ts';

const REACHING = words('高达', '长达', '重达', '深达', '宽达');
const CAUSES = words(...phraseWords().causes);
const TELLS_TIME = words(...phraseWords().tellsTime);
const TELLS_EXTENT = words(...phraseWords().tellsExtent);
const JOBS = words('就业', '创业', '就医', '入学');
const HAD = words('原有', '现有', '已有');
const PLACE_OR_AGENT = words('在', '由', '经', '让', '使', '令');

/** What the words around a figure say of its measure, thing and owner. */
export interface Fields {
  metric: string | null;
  item: string | null;
  subject: string | null;
  /** Group of the measure's head, '' for none. */
  head: string;
  base: Meaning | null;
  byVerb: boolean;
  inferred: string[];
}

/** Kinds of quantity that read their neighbours alike. */
interface Kinds {
  ratio: boolean;
  counted: boolean;
  money: boolean;
}

const kindsOf = (dimension: string): Kinds => ({
  ratio: dimension === 'ratio' || dimension === 'points' || dimension === 'multiple',
  counted: dimension === 'count' || dimension === 'people' || dimension === 'households',
  money: dimension === 'money',
});

/** Reads measure, thing and owner off the clause: first what stands before the figure, then behind it, then what is carried. */
export function fieldsOf(
  t: Tokens,
  r: Reading,
  earlier: readonly Draft[],
  like: Draft | undefined,
  lexicon: Lexicon,
): Fields {
  const isLevel = isIndexLevel(r.quantity);
  const kinds = kindsOf(isLevel ? 'index' : r.quantity.dimension);
  if (isLevel) r.after = NONE; // 沪指3000点|得而复失: the points of an index count no thing
  const f: Fields = {
    metric: null,
    item: null,
    subject: !isEmpty(r.subject) && canBeSubject(t, r.subject) ? spanText(t, r.subject) : null,
    head: '',
    base: null,
    byVerb: false,
    inferred: [],
  };
  if (!isEmpty(r.measure)) f.head = headGroup(t, r.measure.to - 1, lexicon);
  if (r.verb >= 0 && has(t.kind[r.verb]!, Class.yields)) f.head = 'capacity';
  if (like) inherit(f, like);

  if (r.share >= 0 && !isEmpty(r.whole)) {
    // 占全市工业收入的41.5% shares a measure; 占全市的37.2% the measure told before
    const whole = splitMeasure(t, r.whole, lexicon);
    const before = isEmpty(whole.measure) ? lastMeasured(earlier) : null;
    f.metric = before ? measuredName(t, before) : spanText(t, isEmpty(whole.measure) ? r.whole : whole.measure);
  } else if (!isEmpty(r.measure)) measureBefore(t, r, f, kinds);
  else if (!isEmpty(r.noun)) nounBefore(t, r, f, kinds, earlier, lexicon);
  else if (r.verb >= 0) setVerb(f, word(t, r.verb));
  else if (r.change >= 0 && !kinds.ratio && !like) changeAlone(t, r, f, earlier);

  if (!isEmpty(r.after)) nounAfter(t, r, f, kinds, lexicon);
  if (r.quantity.dimension === 'duration' || r.quantity.dimension === 'age') f.item = null; // 飞行约14个月: a time counts no thing
  if (!f.metric && !like && kinds.counted && r.action >= 0 && r.having < 0) setVerb(f, word(t, r.action)); // 310户群众将|入住
  if (kinds.counted && r.action >= 0 && r.verb >= 0 && f.byVerb && isOneOf(t, r.verb, CAUSES))
    setVerb(f, word(t, r.action)); // 造成6人|死亡
  if (isLevel) readLevel(t, r, f, earlier.at(-1));
  else carry(t, r, f, kinds, earlier, like);
  if (!f.metric && kinds.counted && r.having >= 0) {
    // 有|132家单位|参加; 全市|共有|学校1236所
    if (r.action >= 0 && !isEmpty(r.after)) setVerb(f, word(t, r.action));
    else f.metric = word(t, r.having);
  }
  if (!f.metric && !like && r.action >= 0 && r.quantity.dimension !== 'age') setVerb(f, word(t, r.action)); // 310户群众将|入住
  if (kinds.counted && !f.item) f.item = thingBeforeClause(t, r, f, earlier);
  tellsItself(t, r, f);
  if (!f.metric && isOneOf(t, r.at - 1, HAD)) f.metric = word(t, r.at - 1); // 将|原有|5.8公里国道
  return f;
}

/** 布置隧洞9座，已|贯通|4座; 企业27户，比上年|净增|3户: a word of time or extent, a verb and a count with nothing else go on with the thing counted before. */
function thingBeforeClause(t: Tokens, r: Reading, f: Fields, earlier: readonly Draft[]): string | null {
  if (!isEmpty(r.noun) || !isEmpty(r.after) || !isEmpty(r.measure) || (r.verb < 0 && r.change < 0)) return null;
  if (r.verb >= 0 && (r.verb === r.from || !isConnector(t, r.verb - 1))) return null;
  const previous = earlier.at(-1);
  if (!previous || previous.meaning.quantity.unit !== r.quantity.unit || countsItself(r.quantity)) return null;
  const { item } = previous.meaning;
  return item !== f.subject && !item?.startsWith('第') ? item : null;
}

/** 历时|5个月, 重达|12公斤: a verb of time or extent straight before the figure is its measure. */
function tellsItself(t: Tokens, r: Reading, f: Fields): void {
  const sells = isOneOf(t, r.at - 1, LE) ? r.at - 2 : r.at - 1;
  if (r.each && isOneOf(t, sells, SELLS)) f.metric = word(t, sells); // 每箱能|卖到|98元
  if (r.quantity.dimension === 'duration' && isOneOf(t, r.at - 1, TELLS_TIME)) f.metric = word(t, r.at - 1);
  else if (EXTENTS.includes(r.quantity.dimension) && isEmpty(r.measure) && isOneOf(t, r.at - 1, TELLS_EXTENT)) {
    f.metric = word(t, r.at - 1)[0]!;
    f.item = null;
  }
}

/** 收报2927.29点, 大涨619.07点: points in hundreds, or with a fraction, are those of an index; 3点建议 are counted. */
export function isIndexLevel({ unit, value, minValue }: Quantity): boolean {
  if (unit !== '点' && unit !== '點') return false;
  const level = typeof value === 'number' ? value : minValue;
  return typeof level === 'number' && (level >= 100 || !Number.isInteger(level));
}

/** 沪指|收报2927.29点 measures the index, and so do the points behind (，盘中逼近3100点); where none is named, 收报 says what they are. */
function readLevel(t: Tokens, r: Reading, f: Fields, previous: Draft | undefined): void {
  f.item = null;
  if (!isEmpty(r.measure)) return;
  const said = r.at > r.from && has(t.kind[r.at - 1]!, Class.reach | Class.up | Class.down) ? word(t, r.at - 1) : null;
  if (r.verb < 0 && !isEmpty(r.noun)) f.metric = spanText(t, r.noun);
  else if (!isEmpty(r.subject)) f.metric = spanText(t, r.subject);
  else f.metric = previous?.meaning.metric ?? said;
}

const EXTENTS = ['length', 'mass', 'area', 'volume'];

/** 常住人口312.5万人，比上年末|减少1.8万人: the increase is a part of the measure told before. */
function changeAlone(t: Tokens, r: Reading, f: Fields, earlier: readonly Draft[]): void {
  const change = word(t, r.change);
  const level = earlier.findLast((d) => d.meaning.quantity.unit === r.quantity.unit && d.reading.change < 0);
  const measured = level !== undefined && level === earlier.findLast((d) => d.reading.change < 0) && level.head !== '';
  f.metric = measured && level.meaning.metric ? level.meaning.metric + change : change;
}

function setVerb(f: Fields, verb: string): void {
  f.metric = verb;
  f.byVerb = true;
}

function inherit(f: Fields, like: Draft): void {
  f.metric = like.meaning.metric;
  f.item = like.meaning.item;
  f.subject ??= like.meaning.subject;
  f.head ||= like.head;
  f.byVerb = like.byVerb;
}

/** …面积, …收入, …率 stands before the figure. */
function measureBefore(t: Tokens, r: Reading, f: Fields, kinds: Kinds): void {
  const verb = r.verb >= 0 && !has(t.kind[r.verb]!, Class.head) ? r.verb : -1;
  f.metric = spanText(t, r.measure);
  if (verb >= 0) {
    const told = has(t.kind[r.at - 1]!, Class.reach) && f.head !== 'people' && f.head !== ''; // 新建商品住宅|库存|为6万套
    if (kinds.counted && !told && !isOneOf(t, verb, LIGHT) && !has(t.kind[verb]!, Class.up | Class.down)) {
      if (r.noun.to - r.noun.from === 1 && isOneOf(t, r.noun.from, JOBS)) {
        setVerb(f, t.source.slice(t.start[verb], t.end[r.noun.from])); // 吸纳|就业600余人: who finds work is counted
        return;
      }
      setVerb(f, word(t, verb)); // 惠及|居民2.8万户, 受理|案件18万件
      f.item = spanText(t, r.noun);
      return;
    }
    // an increase is a part of its measure: 增加耕地面积1000亩
    if (!kinds.ratio && /增|减|降|扩|提高|节约|节省/.test(plainWord(t, verb)) && t.end[verb] === t.start[r.noun.from])
      f.metric = t.source.slice(t.start[verb], t.end[r.measure.to - 1]);
    if (kinds.counted && isEmpty(r.after)) f.item = spanText(t, r.noun);
  } else if (kinds.counted && isEmpty(r.after) && /(企业|商户|主体|机构|单位|案件|项目|家庭)$/.test(f.metric))
    f.item = f.metric; // 参展企业1.2万家
  if (r.change === r.noun.to && !kinds.ratio && isEmpty(r.compared))
    f.metric = t.source.slice(t.start[r.measure.from], t.end[r.change]);
}

/** A noun that is no measure stands before the figure: 建成|道路660公里, 参展|企业1.2万家, 高技术制造业|增长12.5%. */
function nounBefore(t: Tokens, r: Reading, f: Fields, kinds: Kinds, earlier: readonly Draft[], lexicon: Lexicon): void {
  const noun = spanText(t, r.noun);
  const previous = earlier.at(-1);
  const sameBefore = earlier.findLast((d) => sameKind(d, r.quantity.dimension) && d.reading.change < 0);
  const { verb } = r;
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
  if (kinds.counted && verb < 0 && r.action >= 0 && isDeictic(t, r.noun)) {
    f.subject ??= noun; // 全县|2.3万人稳定|就业
    return;
  }
  const figure = lastFigure(t, r);
  if (kinds.counted && r.noun.to === r.at && previous && countedThere(previous, r)) {
    f.metric = previous.meaning.metric; // 辖|7个村民小组|486户: the noun is what the figure before it counts
    f.byVerb = previous.byVerb;
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
    sameBefore?.meaning.metric &&
    (sameBefore.head || sameBefore.byVerb) &&
    r.change < 0 &&
    r.having < 0
  ) {
    f.metric = sameBefore.meaning.metric; // 高速公路完成23亿元，国省道12.4亿元: a measure told once
    if (canBeSubject(t, r.noun)) f.subject = noun;
    f.head = sameBefore.head;
    f.byVerb = sameBefore.byVerb;
  } else if (kinds.ratio && r.de && !isEmpty(r.after) && r.change < 0) {
    f.metric = spanText(t, r.after); // 园区80%的企业
    f.subject ??= noun;
  } else if (kinds.ratio && r.change >= 0 && previous?.head && isSector(t, r.noun, lexicon)) {
    f.subject = noun; // 国有企业增加值增长5.1%，|股份制企业|增长7.6%: the measure of the clause before
    f.metric = previous.meaning.metric;
    f.head = previous.head;
    f.inferred.push('metric');
  } else if (kinds.ratio || kinds.money) {
    f.metric = noun;
    if (r.each) f.subject ??= noun; // 羊肉|每公斤62.66元
  } else if (r.ofWhole || (kinds.counted && !isEmpty(r.after)))
    f.subject ??= isGoverned(t, r.noun) || !canBeSubject(t, r.noun) ? null : noun; // 枫桥村|有7个村民小组
  else thingBefore(t, r, f, kinds, sameBefore, previous, lexicon);
  if (r.change >= 0 && !kinds.ratio && isEmpty(r.compared)) {
    f.metric = word(t, r.change); // 村集体|增收1150万元
    f.item = null;
    if (verb < 0 && canBeSubject(t, r.noun)) f.subject = noun;
  }
}

/** 来自|31个国家…, 向|黔西及沿线|3个县供水: the noun of a phrase that a preposition opens has nothing. */
const isGoverned = (t: Tokens, s: Span): boolean =>
  has(t.kind[s.from - 1] ?? 0, Class.preposition) && !isOneOf(t, s.from - 1, PLACE_OR_AGENT);

/** 7个村民小组|486户: what stands between two counts is what the first counts. */
const countedThere = ({ meaning, reading }: Draft, r: Reading): boolean =>
  COUNTED.includes(meaning.quantity.dimension) && reading.after.to === r.at && r.noun.from >= reading.at;

/** 14个人, 200人: the unit is the thing. */
const countsItself = ({ unit }: Reading['quantity']): boolean => unit === '人' || unit === '个人';

/** 他家, 我们村: only a word that points. */
const isDeictic = (t: Tokens, s: Span): boolean => s.to - s.from === 1 && has(t.kind[s.from]!, Class.deictic);

/** 股份制企业, 高技术制造业, 发达经济体: who has measures, and is none. */
const isSector = (t: Tokens, s: Span, lexicon: Lexicon): boolean =>
  entityLength(t, s.to - 1, lexicon, Entity.sector | Entity.body) > 0;

/** Where the verbs that end a noun phrase begin, -1 for none. */
function trailingVerb(t: Tokens, noun: Span): number {
  let i = noun.to;
  while (i > noun.from && isVerb(t.kind[i - 1]!) && !has(t.kind[i - 1]!, Class.head | Class.noun)) i--;
  return i < noun.to ? i : -1;
}

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

/** The noun before a count or measure is the thing: 公立医院6所, 原煤3.9亿吨. */
function thingBefore(
  t: Tokens,
  r: Reading,
  f: Fields,
  kinds: Kinds,
  sameBefore: Draft | undefined,
  previous: Draft | undefined,
  lexicon: Lexicon,
): void {
  const noun = { ...r.noun };
  if (kinds.counted && noun.to - noun.from === 1 && has(t.kind[noun.from]!, Class.deictic)) {
    f.subject ??= word(t, noun.from); // 全村|260户
    return;
  }
  if (kinds.counted && has(t.kind[noun.from]!, Class.deictic) && noun.to - noun.from > 1) {
    f.subject = word(t, noun.from); // 全市|公立医院6所
    noun.from++;
  }
  const told = sameBefore ? sameBefore.meaning : r.told;
  if (told && isPlaceOfMore(t, r, noun, told, lexicon)) {
    // 全市建成充电站310座，其中城东区|86座: the thing was told before, the place has its own number of it
    f.subject = spanText(t, noun);
    f.metric = told.metric;
    f.item = told.item;
    f.byVerb = sameBefore?.byVerb ?? false;
    return;
  }
  const action = trailingVerb(t, noun);
  if (action > noun.from || (action >= 0 && kinds.counted)) {
    setVerb(f, spanText(t, { from: action, to: noun.to })); // 汽车|以旧换新167万辆
    f.item = spanText(t, { from: noun.from, to: action }) || null;
    return;
  }
  f.item = spanText(t, noun);
  if (isVerb(t.kind[noun.from]!) && t.value[noun.from]! >= 0 && noun.to - noun.from > 1 && r.having < 0)
    f.metric = word(t, noun.from);
  else if (sameBefore?.byVerb) setVerb(f, sameBefore.meaning.metric!);
  else if (previous?.byVerb && isOneOf(t, noun.from - 1, LIST_COMMA))
    setVerb(f, previous.meaning.metric!); // 建设湿地1200亩、|步道16公里
  else if (VISITS.has(r.quantity.unit ?? '') && r.having < 0)
    f.metric = f.item; // 访港旅客约461万人次: visits are measured by who came
  else if (!kinds.counted && r.quantity.dimension !== 'mass') f.metric = f.item;
  if (r.quantity.dimension !== 'length' || !/[长宽高深厚径]$/.test(f.item)) return;
  const extent = t.end[noun.to - 1]! - t.start[noun.to - 1]!;
  if (
    extent === 2 &&
    noun.to - noun.from > 1 &&
    noun.from === r.noun.from &&
    canBeSubject(t, { from: noun.from, to: noun.to - 1 })
  ) {
    f.subject ??= spanText(t, { from: noun.from, to: noun.to - 1 }); // 新车|车长|10.5米
    f.metric = word(t, noun.to - 1);
  }
  f.item = null; // 舰长180米: a word for its extent
}

const VISITS = new Set(['人次', '万人次']);

/** 城东区, 台北市; not 服务区, 地级市, which are counted. */
const namesPlace = (t: Tokens, s: Span, lexicon: Lexicon): boolean =>
  entityLength(t, s.to - 1, lexicon, Entity.place) > 0 &&
  !isCommonPlace(t, s) &&
  (isProper(t, s) ||
    (isCharacter('市县省', t.text.charCodeAt(t.end[s.to - 1]! - 1)) && t.end[s.to - 1]! - t.start[s.from]! >= 3));

/** Whether a place stands before a count of what was counted before, in the same unit, and nothing else does. */
function isPlaceOfMore(t: Tokens, r: Reading, noun: Span, before: Meaning, lexicon: Lexicon): boolean {
  const { unit } = r.quantity;
  return (
    unit !== null &&
    unit === before.quantity.unit &&
    r.having < 0 &&
    noun.to === r.at &&
    (before.item ?? before.metric) !== null &&
    namesPlace(t, noun, lexicon)
  );
}

/** What stands behind the figure: the thing counted (9个集聚区), the measure (10亿元贷款), the owner (25亿元的项目). */
function nounAfter(t: Tokens, r: Reading, f: Fields, kinds: Kinds, lexicon: Lexicon): void {
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
    f.subject ??= after;
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
  if (kinds.counted || isEmpty(r.measure) || f.head === 'capacity')
    f.item = isEmpty(measure) || isEmpty(entity) || r.de ? after : spanText(t, entity);
}

/** 65岁以上|老人: whoever is so old stands behind the age; 60岁以上|老年人口|11.3万人 is a group that is measured. */
const isAged = (r: Reading, measure: Span): boolean => r.quantity.dimension === 'age' && isEmpty(measure);

/** 总投资25亿元的项目, 占地360亩的示范园, 68岁的护林员: the noun behind 的 has the figure. 28千米的管网 is measured itself. */
function ownsFigure(t: Tokens, r: Reading): boolean {
  if (r.quantity.dimension === 'age' || (r.verb < 0 && r.having < 0 && isClass(r.quantity))) return true;
  if (r.verb >= 0) return has(t.kind[r.verb]!, Class.attribute | Class.yields) && r.verb <= r.from + 1;
  if (!isEmpty(r.measure)) return true;
  return isOneOf(t, r.at - 1, REACHING);
}

/** 85毫米以上的|精品果, 500平方米以内的|商铺: a bound on what each thing is, not a sum. */
const isClass = ({ dimension, modifier }: Reading['quantity']): boolean =>
  EXTENTS.includes(dimension) && (modifier === 'atLeast' || modifier === 'atMost');

/** What a figure that says little itself takes from the figures before it. */
function carry(
  t: Tokens,
  r: Reading,
  f: Fields,
  kinds: Kinds,
  earlier: readonly Draft[],
  like: Draft | undefined,
): void {
  if (like || earlier.length === 0) return;
  const bare = !f.metric || (isChange(f.head) && GENERIC.test(f.metric));
  if (kinds.ratio && bare) {
    const measured = lastMeasured(earlier);
    if (!measured) return;
    f.base = measured.meaning;
    f.metric = measuredName(t, measured);
    f.subject ??= f.base.subject;
    if (f.base.subject) f.inferred.push('subject');
    f.inferred.push('metric');
  } else if (!f.metric && isEmpty(r.noun) && r.verb < 0 && isEmpty(r.after)) {
    // 累计接待96.5万人次，日均13.8万人次
    const same = earlier.findLast((d) => sameKind(d, r.quantity.dimension) && d.reading.change < 0);
    const reaches = has(t.kind[r.at - 1]!, Class.reach) && !kinds.counted; // 产量9万吨，连续两年|保持在|1.8亿斤
    if (!same || (same.meaning.quantity.unit !== r.quantity.unit && !reaches)) return;
    f.metric = hasOnly(t, same) ? null : same.meaning.metric;
    f.item ??= same.meaning.item;
    f.subject ??= same.meaning.subject;
    f.head ||= same.head;
    f.inferred.push('metric');
  }
}

/** 起初|只有|23户，如今发展到312户: the verb of having says nothing of the figure that goes on from it. */
const hasOnly = (t: Tokens, { reading, meaning }: Draft): boolean =>
  reading.having >= 0 && meaning.metric === word(t, reading.having);

/** 增幅, 跌幅: the group of a head that says a change. */
const isChange = (head: string): boolean => head === 'growth' || head === 'fall';

const GENERIC = /^(同比|环比|年均|平均|累计)?(增速|增幅|涨幅|降幅|跌幅|升幅|减幅|增长率|增长速度)$/;

/** Words that point back at a figure told before. */
const ANAPHORA = /^(这一|这个|该|此|这)?(数字|数据|比例|数|指标|数值|金额|总数|标准)$/;

const COUNTED = ['count', 'people', 'households'];
const sameKind = (d: Draft, dimension: string): boolean =>
  d.meaning.quantity.dimension === dimension ||
  (COUNTED.includes(d.meaning.quantity.dimension) && COUNTED.includes(dimension));

/** The last figure that a growth can be the growth of: an increase in between is none (余额2236亿元，比年初增加187亿元，增长10.2%). */
function lastMeasured(earlier: readonly Draft[]): Draft | null {
  const candidates = earlier.filter(
    (d) => !['duration', 'age', 'ordinal'].includes(d.meaning.type) && (d.meaning.metric || d.meaning.item),
  );
  const level = candidates.findLast(
    (d) => (d.reading.change < 0 || d.meaning.type === 'growth') && d.meaning.type !== 'share',
  );
  return level ?? candidates.at(-1) ?? null;
}

/** 建成道路: verb and item where they stand side by side, else the measure, else the item. */
function measuredName(t: Tokens, d: Draft): string {
  const { metric, item } = d.meaning;
  if (!metric || !item) return metric ?? item!;
  if (t.source.slice(t.start[0], t.end[t.count - 1]).includes(metric + item)) return metric + item;
  return d.reading.verb >= 0 ? metric : item;
}

/** Group of a measure's head: of the rules' word, or 'ratio' for an unknown …率. */
export function headGroup(t: Tokens, i: number, lexicon: Lexicon): string {
  const id = t.value[i]!;
  if (has(t.kind[i]!, Class.head) && id >= 0) return lexicon.headGroup[id]!;
  return isCharacter('率比', t.text.charCodeAt(t.end[i]! - 1)) ? 'ratio' : '';
}
