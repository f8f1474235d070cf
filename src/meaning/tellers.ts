import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { holdsOneOf } from '../rules/word-tests.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import { isNominal } from './nominal.ts';
import { CLOSE_BRACKET, COLON, DE, OPEN_BRACKET } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { clauseEnd, has, isOneOf, type Span, spanIs } from './view.ts';

/**
 * Who tells is no subject: a person whose clause has a word of telling (发言人刘某|3日在会上|表示), a body with one behind it
 * (统计局|今天|发布); a firm that announces its own figures is.
 */
export function tells(t: Tokens, s: Span): boolean {
  const person = isPerson(t, s);
  if (person && isOneOf(t, s.to, COLON)) return true;
  if (!person && (spanIs(t, s, phraseWords().namesFirm) || isOneOf(t, s.to, ANNOUNCES))) return false;
  let inPhrase = false;
  for (let i = s.to; i < t.count && !has(t.kind[i]!, Kind.figure); i++) {
    const k = t.kind[i]!;
    if (has(k, Kind.punctuation)) {
      const close = isOneOf(t, i, OPEN_BRACKET) ? clauseEnd(t, i) : -1; // 水利部今天（10月24日）发布的数据显示
      if (close < 0 || !isOneOf(t, close, CLOSE_BRACKET)) return false;
      i = close;
      continue;
    }
    if (!person && isOneOf(t, i, ANNOUNCES)) return false; // 市政府|昨日|宣布
    if (has(k, Class.report) || (i === s.to && person && has(k, Class.estimated))) return true;
    if (!person && isOneOf(t, i, HOSTS)) return holdsConference(t.text, t.end[i]!, t.end[clauseEnd(t, i) - 1]!); // 新闻办|召开新闻发布会
    if (has(k, Class.preposition)) inPhrase = true;
    else if (isTeller(t, i)) return reportsNext(t, i + 1);
    else if (!person && !inPhrase && !has(k, Kind.time | Class.adverb) && !isNominal(t, i) && !isOneOf(t, i, DE))
      return false; // 农业部|的|数据显示
  }
  return false;
}

const isTeller = (t: Tokens, i: number): boolean => {
  const { isPerson, tells } = phraseWords();
  return isPerson(t.text, t.start[i]!, t.end[i]!) || tells(t.text, t.start[i]!, t.end[i]!);
};

/** 发展改革委|相关负责人|表示 */
function reportsNext(t: Tokens, from: number): boolean {
  for (let i = from; i < t.count && !has(t.kind[i]!, Kind.punctuation | Kind.figure); i++)
    if (has(t.kind[i]!, Class.report)) return true;
  return false;
}

const HOSTS = words('召开', '举行', '举办');
const holdsConference = holdsOneOf(['发布会', '通报会', '吹风会', '新闻通气会']);

/** What a body says of itself. */
const ANNOUNCES = words('宣布', '公告', '公告称', '发布公告', '披露', '财报显示', '公告显示');

const isPerson = (t: Tokens, s: Span): boolean => spanIs(t, s, phraseWords().tells);
