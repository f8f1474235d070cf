import { Class, Entity } from '../rules/format.ts';
import type { Context } from './context.ts';
import type { Draft } from './draft.ts';
import { canBeSubject, isProper, type Lead, leadBefore, leadsOf } from './leads.ts';
import type { Lexicon } from './lexicon.ts';
import { entityLength } from './nominal.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { has, isEmpty, spanText } from './view.ts';

/** Whom the sentences before this one in its paragraph are about, nearest first; then whom the article is about. */
export function topicBefore(context: Context): string | null {
  if (context.topic) return context.topic;
  const { page } = context;
  for (let s = context.sentence - 1; s > context.lastRead && s >= context.sentence - 3; s--) {
    if (page.sentences[s]!.paragraph !== context.paragraph) break;
    const found = strongLeadOf(context, s);
    if (found) return found;
  }
  return context.articleDeictic;
}

/** The first strong lead of a sentence without its figures. */
export function strongLeadOf(context: Context, sentence: number): string | null {
  const { page, rules, text } = context;
  const { start, end } = page.sentences[sentence]!;
  const t = tokenize(page.source.text, text, start, end, [], 0, 0, rules.lexicon);
  const lead = leadsOf(t, [], rules.lexicon).find((l) => l.strong);
  return lead ? spanText(t, lead.span) : null;
}

/** Fills the subject of a figure whose clause names none: a place in the clause, the nearest lead, a figure before, the topic. */
export function carrySubject(
  t: Tokens,
  d: Draft,
  drafts: readonly Draft[],
  leads: readonly Lead[],
  context: Context,
): void {
  const { meaning, reading } = d;
  const { lexicon } = context.rules;
  if (
    !isEmpty(reading.subject) &&
    !canBeSubject(t, reading.subject) &&
    meaning.subject === spanText(t, reading.subject)
  )
    meaning.subject = null;
  if (meaning.subject) return;
  if (
    !isEmpty(reading.place) &&
    entityLength(t, reading.place.to - 1, lexicon, Entity.place | Entity.body | Entity.project) > 0
  ) {
    meaning.subject = spanText(t, reading.place);
    return;
  }
  const lead = leadBefore(leads, reading.at);
  // 蔬菜|播种面积48.5万亩；总产量136万吨: what a measure is of does not act in the next clause; a body, place or name does
  const previous = drafts.findLast(
    (p) => p.reading.at < reading.at && p.meaning.subject !== null && ownsMore(t, p, lexicon),
  );
  const leadIsNearer =
    lead && (!previous || previous.reading.at < lead.span.from || (lead.strong && isEmpty(previous.reading.subject)));
  meaning.subject = leadIsNearer ? spanText(t, lead.span) : (previous?.meaning.subject ?? topicBefore(context));
  const own = leadIsNearer && lead.clause >= reading.from;
  if (meaning.subject && !own && !meaning.inferred.includes('subject')) meaning.inferred.push('subject');
}

/** Whether the subject of a figure goes on to the next clauses: carried itself, or a body, place or name. */
function ownsMore(t: Tokens, d: Draft, lexicon: Lexicon): boolean {
  const s = d.reading.subject;
  if (isEmpty(s) || d.meaning.subject !== spanText(t, s)) return true;
  return (
    has(t.kind[s.from]!, Class.deictic) ||
    entityLength(t, s.to - 1, lexicon, Entity.place | Entity.body | Entity.project | Entity.person) > 0 ||
    isProper(t, s)
  );
}
