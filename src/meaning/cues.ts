import { Class, type Cue } from '../rules/format.ts';
import { phraseWords } from '../rules/phrases.ts';
import type { Draft } from './draft.ts';
import type { Fields } from './fields.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, spanText } from './view.ts';

/**
 * The signs that types.yaml may ask for (`cue`): change, basis, share, reached, of-whole, de-noun, noun-after, money-per,
 * each-unit, per-time, firms, persons, level-noun, compared, noun-investment, after-growth, after-investment.
 */
export function cuesOf(
  t: Tokens,
  r: Reading,
  earlier: readonly Draft[],
  like: Draft | undefined,
  fields: Fields,
): Set<Cue> {
  const cues = new Set<Cue>();
  const words = phraseWords();
  const after = spanText(t, r.after);
  const noun = spanText(t, r.noun);
  if (r.change >= 0) cues.add('change');
  if (r.basis >= 0) cues.add('basis');
  if (r.share >= 0) cues.add('share');
  if (r.ofWhole) cues.add('of-whole');
  if (words.isLevel(after)) cues.add('level-noun');
  if (!isEmpty(r.compared)) cues.add('compared');
  if (after) cues.add(r.de ? 'de-noun' : 'noun-after');
  if (has(t.kind[r.at - 1] ?? 0, Class.reach)) cues.add('reached');
  if (r.each) cues.add('each-unit');
  if (/^[A-Z]{3}\//.test(r.quantity.unitCode ?? '')) cues.add('money-per');
  // 20万吨/年, 5万吨/日: so much each year is what a plant can do
  if (/[吨克方米瓦件台辆套只头箱桶块片支张次]\/[年月日天]$/.test(r.quantity.unit ?? '')) cues.add('per-time');
  if (words.isFirm(after) || words.isFirm(noun)) cues.add('firms');
  if (words.isPerson(after) || (!after && words.isPerson(noun))) cues.add('persons');
  if (/投资|投入/.test(after)) cues.add('noun-investment');
  if (like) {
    if (like.meaning.type === 'growth') cues.add('after-growth').add('change');
    else if (like.reading.change >= 0 && r.quantity.dimension === 'ratio') cues.add('change'); // 跌103点或3.06%
    if (like.meaning.type === 'investment') cues.add('after-investment');
    if (like.meaning.type === 'share') cues.add('share');
  } else if (isEmpty(r.measure) && earlier.at(-1)?.meaning.type === 'investment') cues.add('after-investment');
  if (fields.base?.type === 'growth' && r.change < 0) cues.add('after-growth');
  return cues;
}
