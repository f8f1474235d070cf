import { Class } from '../rules/format.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import { isStatusNoun } from './nominal.ts';
import { COLON, COMMA, DE, FROM_BASE, LE, STOP } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { has, isOneOf } from './view.ts';

const SEMICOLON = marksOf('；');
const PART_END = marksOf('，：；');
const SENTENCE_END = marksOf('。！？');
const YAO = words('要');
const TARGETS = words('目标', '预期目标', '主要目标');
const IS = words('是', '为');
const ALREADY = words('已', '已经');
const WILL = words('将', '将于', '将在', '拟', '计划');
const MAY = words('将', '会', '应');
const MEETING = words('会');
const MEETS = words('召开', '举行', '举办', '开幕', '闭幕', '启幕', '落幕', '开始', '结束');
const NAMES_GOAL = words('目标');
const GOALS = words('区间', '价', '价格', '群体', '客户', '市场', '对象', '公司', '企业', '利率');
const PLAN = words('计划');
const PLAN_DOES = words('惠及', '覆盖', '启动', '实施', '推出', '资助', '帮助', '累计', '已', '实施以来');
const ALLOT = words('安排');
const BY = words('到', '至', '在', '于');
const ASKS = words('要求');
const CAN_REACH = words('可达', '可达到');
const ABILITIES = words(
  '能力',
  '时速',
  '车速',
  '速度',
  '里程',
  '续航',
  '航程',
  '射程',
  '推力',
  '载重',
  '载重量',
  '容量',
  '寿命',
  '精度',
);

export type Status = 'actual' | 'planned' | 'target' | 'estimated';

const WEATHER = words(
  '气温',
  '最高气温',
  '最低气温',
  '气象台',
  '气象局',
  '降雨',
  '降水',
  '雨量',
  '大雨',
  '暴雨',
  '降雪',
  '大雪',
  '阵风',
  '台风',
  '寒潮',
  '冷空气',
  '降温',
);

/** Whether a sentence is of the weather, whose 将 foretells: 最低气温将下降6℃. */
export function tellsWeather(t: Tokens): boolean {
  for (let i = 0; i < t.count; i++) if (isOneOf(t, i, WEATHER)) return true;
  return false;
}

const ANY = Class.planned | Class.target | Class.estimated | Class.actual;

/**
 * The status that the words around the figure give, null where none speaks: straight behind it (1600亿元|已|于4月发行), a base that
 * it came from (由目前的128公里), else before it, nearest first.
 */
export function statusAround(t: Tokens, at: number): Status | null {
  return statusBehind(t, at) ?? (isBase(t, at) ? 'actual' : statusBefore(t, at));
}

function statusBehind(t: Tokens, at: number): Status | null {
  for (let i = at + 1; i < t.count && i <= at + 5; i++) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation | Kind.figure)) return null;
    if (isOneOf(t, i, ALREADY)) return 'actual';
    if (isOneOf(t, i, WILL)) return speaks(t, i) ? 'planned' : null;
  }
  return null;
}

/** 由目前的128公里, 从2015年的8760元: what a change starts from is so already. */
function isBase(t: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (isOneOf(t, i, FROM_BASE)) return true;
    if (!isOneOf(t, i, DE) && !has(t.kind[i]!, Kind.time | Class.actual | Class.adverb)) return false;
  }
  return false;
}

/** Whether a word of the figure's own clause tells a status. */
export function isToldInClause(t: Tokens, from: number, at: number): boolean {
  for (let i = from; i < at; i++) if (has(t.kind[i]!, ANY)) return true;
  return false;
}

/**
 * The status that words before the figure give. A word's scope ends with its sentence, and at ； (预计 covers the figures it
 * governs, not the next statement) unless it heads the list with a colon (主要目标是：增长5%；新增就业…).
 */
export function statusBefore(t: Tokens, at: number): Status | null {
  if (!has(t.kinds, ANY)) return null;
  let passed = false;
  let crossed = false;
  let found: Status | null = null;
  let done = -1;
  for (let i = at - 1; i >= 0; i--) {
    const k = t.kind[i]!;
    if (has(k, Kind.figure)) passed = true;
    if (has(k, Kind.punctuation)) {
      if (found && isOneOf(t, i, COMMA)) {
        const time = timeBefore(t, i);
        if (time === Before.foretold) return 'estimated'; // 预计到2025年底，|装机将达到6200万千瓦
        if (time === Before.time) continue; // 气象台预计，未来两天，|气温将降6℃
      }
      if (found && isOneOf(t, i, PART_END))
        return isOneOf(t, i, COMMA) && has(t.kind[i - 1] ?? 0, Class.estimated) ? 'estimated' : found; // 部门预计，|未来三天仍有
      if (isOneOf(t, i, SEMICOLON)) crossed = true;
      else if (isOneOf(t, i, COLON)) crossed = false;
      else if (isOneOf(t, i, SENTENCE_END)) return found;
      continue;
    }
    if (!crossed && isAsking(t, i)) return 'target'; // 会议要求，每季度至少引进1个项目
    if (crossed || !has(k, ANY)) continue;
    if (has(k, Class.estimated)) {
      if (isAbility(t, i)) continue;
      return 'estimated';
    }
    if (found) {
      if (found === 'planned' && has(k, Class.target) && speaks(t, i)) return 'target';
      continue; // 预计群众将达2.1万户: 将 says less than 预计 before it
    }
    if (!speaks(t, i)) continue;
    if (passed && has(k, Class.actual) && has(k, Class.adverb)) done = i;
    else if (done >= 0 && !has(k, Class.actual) && hasComma(t, i, done)) return 'actual'; // 计划改造126个，目前|已|开工98个，开工率77.8%
    if (has(k, Class.target)) found = 'target';
    else if (has(k, Class.planned)) found = isOneOf(t, i + 1, LE) ? 'actual' : 'planned';
    else if (!passed) return 'actual'; // 将原有5.8公里国道增加到300公里: 原有 speaks for its own figure only
    if (found === 'actual') return found;
  }
  return found;
}

const Before = { other: 0, time: 1, foretold: 2 } as const;

/** Whether the clause before the comma at `i` is no more than a time, and goes on from another (，未来三天，) or from 预计. */
function timeBefore(t: Tokens, i: number): (typeof Before)[keyof typeof Before] {
  for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
    if (isOneOf(t, k, COMMA)) return k < i - 1 ? Before.time : Before.other;
    if (has(t.kind[k]!, Class.estimated)) return k < i - 1 ? Before.foretold : Before.other;
    if (!has(t.kind[k]!, Kind.time | Kind.figure | Class.planned) && !isOneOf(t, k, BY)) return Before.other;
  }
  return Before.other;
}

/** 会议要求，…: what is asked for is to be done; not 按照…要求. */
const isAsking = (t: Tokens, i: number): boolean =>
  isOneOf(t, i, ASKS) && i > 0 && !isOneOf(t, i - 1, DE) && (isOneOf(t, i + 1, COMMA) || isOneOf(t, i + 1, COLON));

/** 运载能力|可达1.3吨, 续航里程|可达500公里: what a thing is able to is so already. */
const isAbility = (t: Tokens, i: number): boolean => isOneOf(t, i, CAN_REACH) && isOneOf(t, i - 1, ABILITIES);

const hasComma = (t: Tokens, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isOneOf(t, i, COMMA)) return true;
  return false;
};

const PREDICATE =
  Class.strong |
  Class.weak |
  Class.adverb |
  Class.up |
  Class.down |
  Class.reach |
  Class.preposition |
  Class.planned |
  Class.target |
  Class.estimated;

/** Whether a word tells status where it stands: 将 before a noun marks the object (将管网纳入工程), 要 may be 'to want'. */
function speaks(t: Tokens, i: number): boolean {
  if (isOneOf(t, i, TARGETS) && (isOneOf(t, i + 1, IS) || isOneOf(t, i + 1, COLON))) return true;
  if (isStatusNoun(t, i) || isInTerm(t, i)) return false;
  if (isOneOf(t, i, ALLOT)) return !isOneOf(t, i - 1, ALREADY) && !isAllotted(t, i); // 已|安排实验110项
  if (isOneOf(t, i, MEETING) && isOneOf(t, i + 1, MEETS)) return false; // 推进|会|召开
  if (isOneOf(t, i, YAO)) return !isHabit(t, i) && has(t.kind[i + 1] ?? 0, PREDICATE);
  if (isOneOf(t, i, MAY))
    return (
      has(t.kind[i + 1] ?? 0, PREDICATE) &&
      !(has(t.kind[i + 1]!, Class.modifier | Class.noun) && !has(t.kind[i + 1]!, Class.strong | Class.adverb))
    );
  return true;
}

/** 利率|目标|区间, 营养改善|计划|惠及学生2.4万名: a part of a name. */
const isInTerm = (t: Tokens, i: number): boolean =>
  isOneOf(t, i, NAMES_GOAL)
    ? isOneOf(t, i + 1, GOALS)
    : isOneOf(t, i, PLAN) && isOneOf(t, i + 1, PLAN_DOES) && i > 0 && has(t.kind[i - 1]!, Class.strong | Class.weak);

/** 财政今年|安排|补贴资金246亿元: money that is set aside is there; 安排项目120个 plans. */
function isAllotted(t: Tokens, i: number): boolean {
  for (let k = i + 1; k < t.count && k <= i + 10; k++) {
    if (has(t.kind[k]!, Kind.figure)) return t.text.charCodeAt(t.end[k]! - 1) === YUAN;
    if (isOneOf(t, k, STOP)) return false;
  }
  return false;
}
const YUAN = '元'.charCodeAt(0);

/** 每天要走20里, 一颗要卖95元: 要 of habit says nothing of the future. */
function isHabit(t: Tokens, i: number): boolean {
  return /(每|一[天颗个年斤次月单]|高峰期|旺季|农忙|平时|最多时)[^，。；]*$/.test(
    t.text.slice(Math.max(t.start[0]!, t.start[i]! - 12), t.start[i]),
  );
}
