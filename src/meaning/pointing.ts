import { Class } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import { marksOf } from './asked.ts';
import type { Context } from './context.ts';
import { Kind } from './kind.ts';
import type { Lead } from './leads.ts';
import { isProper } from './names.ts';
import { DE } from './particles.ts';
import { nounPhraseBefore } from './phrases.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { has, isCharacter, isOneOf, type Span, spanText, trim } from './view.ts';

/**
 * 企业, 公司, 厂里, 合作社 …: a noun that only points back at a body which the article has named is replaced by that name (市重型机械厂厂长说，|企业|投入3200万元);
 * null where it points at nobody who was named. `before` is the token of this sentence up to which names are looked for.
 */
export function namedBefore(
  t: Tokens,
  before: number,
  pointer: string,
  leads: readonly Lead[],
  context: Context,
): string | null {
  const endings = phraseWords().pointers.get(pointer);
  if (!endings) return null;
  const here = lastName(t, before, endings, context);
  if (here) return here;
  const { page, rules, text } = context;
  const near = phraseWords().pointsNear(pointer, 0, pointer.length) || namesAnother(t, before, pointer, leads);
  for (let s = context.sentence - 1; s >= 0 && s >= context.sentence - MOST; s--) {
    const { start, end, paragraph } = page.sentences[s]!;
    if (page.paragraphs[paragraph]!.article !== context.article) return null;
    if (near && paragraph !== context.paragraph) return null;
    if (!holds(text, start, end, endings)) continue;
    const earlier = tokenize(page.source.text, text, start, end, [], 0, 0, rules.lexicon);
    const found = lastName(earlier, earlier.count, endings, context);
    if (found) return found;
  }
  return null;
}

/** 中节能公告，|公司…: whom the sentence names itself is meant, whatever its name ends on. */
const namesAnother = (t: Tokens, before: number, pointer: string, leads: readonly Lead[]): boolean =>
  leads.some(
    ({ span, strong }) =>
      strong && span.to <= before && !has(t.kind[span.from]!, Class.deictic) && spanText(t, span) !== pointer,
  );

/** Sentences that are looked back at. */
const MOST = 8;

function holds(text: string, start: number, end: number, endings: readonly string[]): boolean {
  for (const ending of endings) {
    const at = text.indexOf(ending, start);
    if (at >= 0 && at + ending.length <= end) return true;
  }
  return false;
}

/** The last name before token `before` that has one of the endings and says more than it. */
function lastName(t: Tokens, before: number, endings: readonly string[], context: Context): string | null {
  for (let i = before - 1; i >= 0; i--) {
    const ending = endings.find((e) => t.text.endsWith(e, t.end[i]!) && t.end[i]! - e.length >= t.start[0]!);
    if (!ending) continue;
    const phrase = nounPhraseBefore(t, i + 1, 0, context.rules.lexicon);
    for (let k = phrase.from; k < i; k++) if (isOneOf(t, k, DE)) phrase.from = k + 1; // 投资15亿元的|恒通新材料项目
    const { from, to } = trim(t, phrase);
    if (to !== i + 1) continue;
    const length = t.end[i]! - t.start[from]!;
    if (length < ending.length + 2 || length > LONGEST || !isNamed(t, { from, to })) continue;
    return t.source.slice(t.start[from], t.end[i]);
  }
  return null;
}

const LONGEST = 24;

/** 恒通新材料项目, 市人民医院; not 龙头企业, 12家公司. */
function isNamed(t: Tokens, s: Span): boolean {
  for (let i = s.from; i < s.to; i++) if (has(t.kind[i]!, Kind.figure | Kind.time) || isOneOf(t, i, LIST)) return false;
  return isProper(t, s) || isCharacter('市县区省镇乡', t.text.charCodeAt(t.start[s.from]!));
}

const LIST = marksOf('、');
