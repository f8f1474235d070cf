import { Class } from '../rules/format.ts';
import type { Draft } from './draft.ts';
import type { Fields } from './fields.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, spanText } from './view.ts';

/** Nouns of persons, by their endings. */
export const PERSONS =
  /(人|人员|员工|职工|学生|孩子|儿童|群众|居民|村民|干部|教师|老师|医生|护士|专家|旅客|游客|选手|代表|委员|老人|患者|党员|官兵|民警|队员|志愿者|农民工|农民|工人|从业者|毕业生|用户|客商|嘉宾|劳动力|家庭|贫困户|农户|人口|移民|民众|学员|师生|学子|观众|网民|球迷|乘客|患病者|难民|灾民|侨胞|同胞|战士|军人|职工|技工|工匠|青年|妇女|老年人|残疾人)$/;
const FIRMS = /(企业|公司|经营主体|市场主体|个体工商户|商户|工商户|主体|商家|合作社|家庭农场|单位|大户)/;

/**
 * The signs that types.yaml may ask for (`cue`): change, basis, share, reached, of-whole, de-noun, noun-after, money-per,
 * each-unit, firms, persons, noun-investment, after-growth, after-investment.
 */
export function cuesOf(
  t: Tokens,
  r: Reading,
  earlier: readonly Draft[],
  like: Draft | undefined,
  fields: Fields,
): Set<string> {
  const cues = new Set<string>();
  const after = spanText(t, r.after);
  const noun = spanText(t, r.noun);
  if (r.change >= 0) cues.add('change');
  if (r.basis >= 0) cues.add('basis');
  if (r.share >= 0) cues.add('share');
  if (r.ofWhole) cues.add('of-whole');
  if (after) cues.add(r.de ? 'de-noun' : 'noun-after');
  if (has(t.kind[r.at - 1] ?? 0, Class.reach)) cues.add('reached');
  if (r.each) cues.add('each-unit');
  if (/^[A-Z]{3}\//.test(r.quantity.unitCode ?? '')) cues.add('money-per');
  if (FIRMS.test(after) || FIRMS.test(noun)) cues.add('firms');
  if (PERSONS.test(after) || (!after && PERSONS.test(noun))) cues.add('persons');
  if (/投资|投入/.test(after)) cues.add('noun-investment');
  if (like) {
    if (like.meaning.type === 'growth') cues.add('after-growth').add('change');
    if (like.meaning.type === 'investment') cues.add('after-investment');
    if (like.meaning.type === 'share') cues.add('share');
  } else if (isEmpty(r.measure) && earlier.at(-1)?.meaning.type === 'investment') cues.add('after-investment');
  if (fields.base?.type === 'growth' && r.change < 0) cues.add('after-growth');
  return cues;
}
