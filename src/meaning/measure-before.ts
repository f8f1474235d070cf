import { Class } from '../rules/format.ts';
import { words } from './asked.ts';
import { type Fields, type Kinds, setVerb } from './found.ts';
import { LIGHT } from './predicate-before.ts';
import type { Reading } from './reading.ts';
import type { Tokens } from './tokens.ts';
import { has, isEmpty, isOneOf, plainWord, spanText, word } from './view.ts';

const JOBS = words('就业', '创业', '就医', '入学');

/** …面积, …收入, …率 stands before the figure. */
export function measureBefore(t: Tokens, r: Reading, f: Fields, kinds: Kinds): void {
  const verb = r.verb >= 0 && !has(t.kind[r.verb]!, Class.head) ? r.verb : -1;
  f.metric = spanText(t, r.measure);
  if (verb >= 0) {
    const told = has(t.kind[r.at - 1]!, Class.reach) && f.head !== 'people' && f.head !== ''; // 新建商品住宅|库存|为6万套
    if (kinds.counted && !told && !isOneOf(t, verb, LIGHT) && !has(t.kind[verb]!, Class.up | Class.down)) {
      if (r.noun.to - r.noun.from === 1 && isOneOf(t, r.noun.from, JOBS)) {
        setVerb(f, t.source.slice(t.start[verb], t.end[r.noun.from])); // 吸纳|就业600余人: who finds work is counted
        return;
      }
      setVerb(f, word(t, verb)); // 惠及|居民2.8万户, 受理|案件18万件
      f.item = spanText(t, r.noun);
      return;
    }
    // an increase is a part of its measure: 增加耕地面积1000亩
    if (!kinds.ratio && /增|减|降|扩|提高|节约|节省/.test(plainWord(t, verb)) && t.end[verb] === t.start[r.noun.from])
      f.metric = t.source.slice(t.start[verb], t.end[r.measure.to - 1]);
    if (kinds.counted && isEmpty(r.after) && !isOneOf(t, r.noun.to - 1, JOBS)) f.item = spanText(t, r.noun); // 新增|城镇就业|7800人
  } else if (kinds.counted && isEmpty(r.after) && /(企业|商户|主体|机构|单位|案件|项目|家庭)$/.test(f.metric))
    f.item = f.metric; // 参展企业1.2万家
  if (r.change === r.noun.to && !kinds.ratio && isEmpty(r.compared))
    f.metric = t.source.slice(t.start[r.measure.from], t.end[r.change]);
}
