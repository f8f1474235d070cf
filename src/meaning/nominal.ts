import { Class, Entity } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import type { WordTest } from '../rules/word-tests.ts';
import { either, marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { DE, DENG, HAVING, JOINERS, LIST_COMMA } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isOneOf } from './view.ts';

const NAME_END = marksOf('”》');
const NAME_MARK = marksOf('“”‘’（）()《》「」『』·');
const INVESTMENT = words('投资');
const STATUS_NOUNS = words('计划', '目标', '任务', '规划', '安排', '目标任务', '预期', '预期目标');
const TIMES = words('时间', '周期', '时限', '期限', '时长', '年限', '工期');
/** What is laid for one of these is named by it. */
const SUPPLIES = words('供水', '供热', '供电', '供气', '供暖', '排水', '输水', '灌溉', '养老', '停车', '充电');
/** Who acts where a verb stands behind. */
const ACTORS = words('厂里', '公司', '集团', '合作社', '我们');
const CHINA = words('中国', '中华');

const STATUS = Class.planned | Class.target | Class.estimated;

const NOMINAL = Kind.unknown | Class.noun | Class.modifier | Class.head | Class.deictic | Class.weak;

/** 铺设; 获得, which is listed with the nouns only for the 得 that it hides. */
const isOnlyVerb = (k: number): boolean =>
  has(k, Class.strong) && !has(k, Class.modifier) && (!has(k, Class.noun) || !has(k, Class.weak | Class.head));

/** Whether a token can be a part of a noun phrase; a word that is only a verb or adverb cannot. */
export function isNominal(t: Tokens, i: number): boolean {
  const k = t.kind[i]!;
  if (has(k, Kind.punctuation)) return isOneOf(t, i, NAME_MARK);
  if (has(k, STATUS)) return isStatusNoun(t, i);
  return has(k, NOMINAL) && !has(k, Class.share);
}

/** 员工持股|计划|的参与人数, 年度|任务|的125%: a word that elsewhere tells status, as the end of a noun. */
export const isStatusNoun = (t: Tokens, i: number): boolean =>
  isOneOf(t, i, STATUS_NOUNS) &&
  i > 0 &&
  (has(t.kind[i - 1]!, NOMINAL | Class.share | Class.strong) || isOneOf(t, i - 1, NAME_END)) &&
  !has(t.kind[i - 1]!, Class.deictic) &&
  (i + 1 >= t.count ||
    isOneOf(t, i + 1, DE) ||
    (has(t.kind[i + 1]!, Class.head) && !has(t.kind[i + 1]!, Class.strong | Class.weak)) || // 公司|计划|投资8亿元 plans
    has(t.kind[i + 1]!, Class.reach | Class.actual | Class.planned | Kind.punctuation));

/** Whether the verb at `i` is the predicate of what stands right of it, and no part of a noun (改造管网 against 道路改造工程). */
export function isPredicate(t: Tokens, i: number, lexicon: Lexicon): boolean {
  const k = t.kind[i]!;
  if (!has(k, Class.strong)) return false;
  if (i > 0 && isSuffixed(t, i)) return false;
  if (!has(k, Class.weak | Class.modifier | Class.head)) return !isCompound(t, i);
  if (isOneOf(t, i + 1, INVESTMENT)) return false; // 技术|改造|投资
  if (has(k, Class.modifier | Class.head) && i + 1 < t.count && isMeasureNoun(t, i + 1)) return false; // 销售|收入, 生产|效率
  if (has(k, Class.weak) && isOneOf(t, i + 1, TIMES)) return false; // 项目|审批|时间
  const left = i - 1;
  if (left >= 0 && isGoverned(t, i)) return false;
  if (isOneOf(t, left, LIST) && (isOneOf(t, i + 1, LIST) || (i + 1 < t.count && isMeasureNoun(t, i + 1)))) return false; // 用品及|服务|、教育, 用品及|服务|价格
  if (left < 0) return true;
  if (isOneOf(t, left, HAVING) && endsCompound(t, i) && i + 1 < t.count && isNominal(t, i + 1)) return false; // 现有|研发|人员
  if (isOnlyVerb(t.kind[left]!)) return false; // 铺设|供水|管道, 获得|授权|专利
  if (has(t.kind[left]!, Kind.figure) && endsCompound(t, i) && i + 1 < t.count && isNominal(t, i + 1)) return false; // 千亩|育苗|基地
  if (isOneOf(t, left, DENG) && has(k, Class.weak) && isNominal(t, left - 1)) return false; // 方便面、矿泉水等|生活|物资
  if (isOneOf(t, left, LIST_COMMA) && isOneOf(t, i, SUPPLIES) && isNominal(t, i + 1)) return false; // 供水管网36公里、|供热|管网22公里
  if (!isNominal(t, left) || has(t.kind[left]!, Kind.punctuation)) return true;
  if (has(t.kind[left]!, Class.deictic) || isOneOf(t, left, ACTORS) || entityLength(t, left, lexicon) > 0) return true;
  if (has(k, Class.modifier)) return false; // 国家级|研发|平台
  // 养殖场|存栏|奶牛5200头, but 道路|改造|工程34公里
  return t.value[i]! >= 0 && !endsCompound(t, i);
}

/** Whether a token is a measure: a known head, or a word of two characters or more on an ending that measures have (效率). */
export const isMeasureNoun = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Class.head) || (t.end[i]! - t.start[i]! >= 2 && endsAsMeasure(t, i));

/** Whether an unknown word or a noun has an ending that measures have. */
export const endsAsMeasure = (t: Tokens, i: number): boolean =>
  has(t.kind[i]!, Kind.unknown | Class.noun) && isCharacter(MEASURE_ENDINGS, t.text.charCodeAt(t.end[i]! - 1));

const MEASURE_ENDINGS = '率额量值价费款税数金度比';

/** 集中|安置|区, 、|养老|服务|设施: a noun's ending right behind the verb, or behind two verbs of a list, makes it a part of a name. */
export function isSuffixed(t: Tokens, i: number): boolean {
  const next = i + 1;
  if (next >= t.count || t.end[i] !== t.start[next]) return false;
  if (t.end[next]! - t.start[next]! === 1) return isCharacter(SUFFIXES, t.text.charCodeAt(t.start[next]!));
  return isOneOf(t, i - 1, LIST_COMMA) && has(t.kind[next]!, Class.weak) && endsCompound(t, next);
}

/** 启用|收购|网点: a verb that is never a noun stands before it in the same phrase, and is the predicate. */
export function isGoverned(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const kind = t.kind[k]!;
    if (t.end[k] !== t.start[k + 1] || has(kind, Kind.punctuation) || !(has(kind, Class.strong) || isNominal(t, k)))
      return false;
    if (has(kind, Class.strong) && !has(kind, Class.weak | Class.head | Class.noun)) return true;
  }
  return false;
}

/** 下发|整改|通知书, 营救|被困|人员: behind a verb, and before a noun that has such verbs in it. */
const isCompound = (t: Tokens, i: number): boolean =>
  i > 0 &&
  isOnlyVerb(t.kind[i - 1]!) &&
  i + 1 < t.count &&
  isNominal(t, i + 1) &&
  !has(t.kind[i + 1]!, Kind.punctuation) &&
  endsOn(t, i, phraseWords().endsObject);

const LIST = either(LIST_COMMA, JOINERS);
const SUFFIXES = '村镇乡区站厂场所点室馆院园机车线网器仪费率额量';

/** Whether the noun behind a verb ends as one that has the verb in it; nothing behind it counts as such. */
const endsCompound = (t: Tokens, verb: number): boolean => endsOn(t, verb, phraseWords().endsCompound);

function endsOn(t: Tokens, verb: number, test: WordTest): boolean {
  let to = verb + 1;
  while (to < t.count && isNominal(t, to) && !has(t.kind[to]!, Kind.punctuation)) to++;
  return to === verb + 1 || test(t.text, t.start[verb + 1]!, t.end[to - 1]!);
}

/** 比亚迪|汽车, 中国|化工: what stands before an everyday noun is no word of the dictionary, or a name. */
const isCoined = (t: Tokens, i: number, from: number): boolean =>
  t.kind[i] === Kind.unknown ||
  (t.start[i] === from &&
    i > 0 &&
    t.end[i - 1] === from &&
    (has(t.kind[i - 1]!, Kind.unknown | Kind.name) || isOneOf(t, i - 1, CHINA)));

const NO_ENTITIES = words(...phraseWords().noEntities);

/** Length of the ending of an entity's name on which the token ends, 0 for none. `kinds` are bits of `Entity`; none: any kind, or a name that the dictionary has. */
export function entityLength(t: Tokens, i: number, lexicon: Lexicon, kinds = 0): number {
  if (kinds === 0 && has(t.kind[i]!, Kind.name)) return t.end[i]! - t.start[i]!;
  if (isOneOf(t, i, NO_ENTITIES)) return 0;
  const end = t.end[i]!;
  const list = lexicon.entityEndings.get(t.text.charCodeAt(end - 1));
  if (!list) return 0;
  for (const { ending, kind } of list)
    if (kind === Entity.brand && !isCoined(t, i, end - ending.length)) continue;
    else if (
      (kinds === 0 || has(kinds, kind === Entity.brand ? Entity.body : kind)) &&
      t.text.startsWith(ending, end - ending.length)
    ) {
      // 村 alone is no name, and 北部 in a longer word is not asked here: the ending must leave something before it
      const from = t.start[i]!;
      if (end - ending.length > from || ending.length > 1 || (i > 0 && isNominal(t, i - 1))) return ending.length;
    }
  return 0;
}
