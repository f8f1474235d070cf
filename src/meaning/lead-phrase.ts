import { Class, Entity } from '../rules/format.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { TIMES } from './names.ts';
import { entityLength, isNominal } from './nominal.ts';
import { LIST_COMMA, OPEN_BRACKET } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { has, isOneOf, type Span, trim } from './view.ts';

const LINKS = words('的', '和', '及', '以及');
const EACH = '每'.charCodeAt(0);
const DAY = words('昨', '今', '明');
const NEW = words('新', '再', '又');
const ASPECT = words('着', '了');
const DIRECTION = words('上', '下', '出', '起', '进', '到', '回');
const ENDS = Class.adverb | Class.reach | Class.planned | Class.target | Class.estimated | Class.report | Class.share;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** What an aspect stands behind is a verb, whatever the dictionary says: 带|着, 住|上|了. */
export const acted = (t: Tokens, i: number): boolean =>
  isOneOf(t, i + 1, ASPECT) || (isOneOf(t, i + 1, DIRECTION) && isOneOf(t, i + 2, ASPECT));

/** The noun phrase from `from`, up to the first word that is a predicate or leads to one. */
export function extend(t: Tokens, from: number, lexicon: Lexicon): Span {
  let to = from;
  while (to < t.count) {
    const k = t.kind[to]!;
    if (to > from && (has(k, ENDS) || (has(k, Class.strong) && endsPhrase(t, to, lexicon)))) break;
    if (to > from && t.text.charCodeAt(t.start[to]!) === EACH) break; // 生产线|每分钟
    if (isOneOf(t, to, OPEN_BRACKET) && isDigit(t.text.charCodeAt(t.end[to]!))) break; // 市府昨|(12)日
    if (acted(t, to) && !has(k, Class.deictic)) break; // 支书|带|着村干部, 家家|住|上了
    if (to > from && isOneOf(t, to, TIMES)) break; // 中央财政|今年|安排
    if (to > from && has(k, Class.deictic) && !isOneOf(t, to - 1, LINKS) && !isOneOf(t, to - 1, LIST_COMMA)) {
      from = to; // 现在|全市: what points begins the phrase
    }
    if (to > from && isOneOf(t, to, NEW) && has(t.kind[to + 1] ?? 0, Class.strong)) break; // 我们|新|签订
    if (isNominal(t, to)) to++;
    else if (
      to > from &&
      (isOneOf(t, to, LINKS) || isOneOf(t, to, LIST_COMMA)) &&
      to + 1 < t.count &&
      isNominal(t, to + 1)
    )
      to++;
    else break;
  }
  if (to - from > 1 && isOneOf(t, to - 1, DAY)) to--; // 市府|昨(12)日
  return trim(t, { from, to });
}

/**
 * Whether the verb at `i` is the predicate: no part of a name or measure (扶贫|车间, 建设|投资), which go on to the name's ending.
 * A verb right behind a place acts unless a body's name goes on from there (雁栖市|普降大暴雨, 武陟县|供热|公司).
 */
function endsPhrase(t: Tokens, i: number, lexicon: Lexicon): boolean {
  const next = i + 1;
  if (next >= t.count) return true;
  if (has(t.kind[next]!, Class.head)) return false;
  if (isOneOf(t, next, NAMED))
    return next + 1 < t.count && isNominal(t, next + 1) && !isOneOf(t, next + 1, LOCALIZERS) && t.value[i]! >= 0; // 供热|公司, but 持有|公司|股份
  if (t.value[i]! >= 0 || !has(t.kind[next]!, Class.noun | Class.modifier) || has(t.kind[next]!, Class.strong))
    return true;
  return actsFor(t, i, lexicon);
}

/** Whether a verb right behind a place or body acts: no name goes on from there. */
function actsFor(t: Tokens, i: number, lexicon: Lexicon): boolean {
  if (entityLength(t, i - 1, lexicon, Entity.place | Entity.body) === 0) return false;
  const next = i + 1;
  let to = next;
  while (to < t.count && isNominal(t, to) && !has(t.kind[to]!, Kind.punctuation)) to++;
  return entityLength(t, to - 1, lexicon, Entity.body | Entity.project) === 0;
}

const NAMED = words(
  '项目',
  '工程',
  '基地',
  '中心',
  '企业',
  '公司',
  '面积',
  '机构',
  '活动',
  '车间',
  '学校',
  '市场',
  '小区',
);

export const LOCALIZERS = words('里', '内', '中', '上', '现场');

/** 生产车间|里: without the word for inside. */
export const withoutLocalizer = (t: Tokens, s: Span): Span =>
  s.to > s.from + 1 && isOneOf(t, s.to - 1, LOCALIZERS) ? { from: s.from, to: s.to - 1 } : s;
