import { Class } from '../rules/format.ts';
import { marksOf, words } from './asked.ts';
import { Kind } from './kind.ts';
import { isStatusNoun } from './nominal.ts';
import { COLON, COMMA, DE, FROM_BASE, LE } from './particles.ts';
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

export type Status = 'actual' | 'planned' | 'target' | 'estimated';

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
      if (found && isOneOf(t, i, COMMA) && onlyTime(t, i)) continue; // 气象台预计，未来两天，|气温将降6℃
      if (found && isOneOf(t, i, PART_END))
        return isOneOf(t, i, COMMA) && has(t.kind[i - 1] ?? 0, Class.estimated) ? 'estimated' : found; // 部门预计，|未来三天仍有
      if (isOneOf(t, i, SEMICOLON)) crossed = true;
      else if (isOneOf(t, i, COLON)) crossed = false;
      else if (isOneOf(t, i, SENTENCE_END)) return found;
      continue;
    }
    if (crossed || !has(k, ANY)) continue;
    if (has(k, Class.estimated)) return 'estimated';
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

/** Whether the clause before the comma at `i` is no more than a time, and goes on from another: ，未来三天，. */
function onlyTime(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
    if (isOneOf(t, k, COMMA)) return k < i - 1;
    if (!has(t.kind[k]!, Kind.time | Kind.figure | Class.planned)) return false;
  }
  return false;
}

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
  if (isStatusNoun(t, i)) return false;
  if (isOneOf(t, i, YAO)) return !isHabit(t, i) && has(t.kind[i + 1] ?? 0, PREDICATE);
  if (isOneOf(t, i, MAY))
    return (
      has(t.kind[i + 1] ?? 0, PREDICATE) &&
      !(has(t.kind[i + 1]!, Class.modifier | Class.noun) && !has(t.kind[i + 1]!, Class.strong | Class.adverb))
    );
  return true;
}

/** 每天要走20里, 一颗要卖95元: 要 of habit says nothing of the future. */
function isHabit(t: Tokens, i: number): boolean {
  return /(每|一[天颗个年斤次月单]|高峰期|旺季|农忙|平时|最多时)[^，。；]*$/.test(
    t.text.slice(Math.max(t.start[0]!, t.start[i]! - 12), t.start[i]),
  );
}
