import { phraseWords } from '../rules/phrases.ts';
import type { Context } from './context.ts';
import { Kind } from './kind.ts';
import { isNominal } from './nominal.ts';
import { COLON } from './particles.ts';
import type { Tokens } from './tokens.ts';
import { has, isOneOf, plainSpanIs } from './view.ts';

/** Who speaks is named elsewhere: 我们 says nothing of whose a figure is. */
const SPEAKERS = ['我们', '我們', '我', '咱们', '咱們', '咱', '我方', '大家'];

/** 我们 |共投入…: a phrase that says no more than that the speakers are meant. */
export const isSpeaker = (phrase: string): boolean => phrase.length <= 2 && SPEAKERS.includes(phrase);

/** What a paragraph says that opens with who speaks it. */
export interface Speech {
  /** Whose what no other has is: one who speaks for himself (村民 周大明：…), null for one who speaks for a body (副局长 田广军：…). */
  owner: string | null;
}

/** 【同期】村民 周大明：…, 种植户 刘丙奎：…: the speech that the paragraph is, null for none. */
export function speechOf(context: Context): Speech | null {
  const { page, text, paragraph } = context;
  if (page.sentences[context.sentence]!.paragraph !== paragraph) return null;
  const { start, end } = page.paragraphs[paragraph]!;
  const colon = text.indexOf('：', start);
  if (colon < 0 || colon > start + LONGEST || colon >= end) return null;
  const m = LABEL.exec(text.slice(start, colon + 1));
  if (!m || (m[1] === undefined && m[2] === '')) return null;
  const before = (m[1] ?? '').length + m[2]!.length;
  const speaksForBody =
    phraseWords().isOfficial(text, start, start + before) ||
    (m[1] === undefined && !phraseWords().isPerson(text, start, start + before - 1));
  return { owner: speaksForBody ? null : page.source.text.slice(start + before, start + before + m[3]!.length) };
}

const LONGEST = 48;
const LABEL =
  /^(【(?:同期|采访|受访)[^】]{0,4}】\s*)?((?:[^：。，；！？、“”（）【】\s]{1,24}\s+)*)([^：。，；！？、“”（）【】\s]{2,12})：$/;

/** Where the label of a speech ends that opens the sentence (总台记者 王晓：), 0 for none: it leads nothing. */
export function labelEnd(t: Tokens): number {
  for (let i = 0; i < t.count && i < 14; i++) {
    if (isOneOf(t, i, COLON)) {
      if (i < 2) return 0;
      const named = t.kind[i - 1] === Kind.unknown && t.end[i - 2]! < t.start[i - 1]!;
      return named && plainSpanIs(t, { from: 0, to: i - 1 }, phraseWords().tells) ? i + 1 : 0;
    }
    if (!isNominal(t, i) && !has(t.kind[i]!, Kind.unknown)) return 0;
  }
  return 0;
}
