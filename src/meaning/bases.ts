import type { Quantity } from '../quantity/types.ts';
import { Class } from '../rules/format.ts';
import { words } from './asked.ts';
import { Kind } from './kind.ts';
import type { Tokens } from './tokens.ts';
import { has, isCharacter, isOneOf, isVerb } from './view.ts';

const EVERY = words('每', '每一');
const AFTER = words('后', '来', '前', '内', '间', '以后', '以来', '之内', '之后', '之前', '以内');
const ON_END = words('下来', '算下来', '到头');
const MEASURED = ['duration', 'area', 'mass', 'length', 'volume', 'money'];

/**
 * Figures that only say what another one is told by: 一年净落20万元, 一亩能收3000斤, 每百公里油耗6升. Their tokens become words between
 * a measure and its figure, and no record is made of them.
 */
export function dropBases(t: Tokens, quantities: readonly Quantity[]): void {
  for (let i = t.count - 2; i >= 0; i--) {
    if (!has(t.kind[i]!, Kind.figure)) continue;
    const q = quantities[t.value[i]!]!;
    if (MEASURED.includes(q.dimension) && isBase(t, i)) {
      t.kind[i] = Class.adverb;
      if (isOneOf(t, i - 1, EVERY)) t.kind[i - 1] = Class.adverb;
    }
  }
}

function isBase(t: Tokens, i: number): boolean {
  const first = t.text.charCodeAt(t.start[i]!);
  if (isOneOf(t, i - 1, EVERY) && t.end[i - 1] === t.start[i]) return isCharacter('百千万亿一', first);
  if (t.text.startsWith('百公里', t.start[i]!) && has(t.kind[i + 1]!, Class.noun | Class.head | Kind.unknown))
    return true; // 百公里|油耗
  return (
    first === ONE && isCharacter(NO_NUMERAL, t.text.charCodeAt(t.start[i]! + 1)) && opens(t, i) && leadsToFigure(t, i)
  );
}

const ONE = '一'.charCodeAt(0);
const NO_NUMERAL = '年天月周季日夜晚亩斤公吨米箱';

/** It opens its clause or stands behind whom it is told of (一个工|一天); behind a verb or 近, 为期, 的 a time is a figure of its own. */
const opens = (t: Tokens, i: number): boolean =>
  i === 0 ||
  has(t.kind[i - 1]!, Kind.punctuation | Class.noun | Class.deictic | Kind.unknown | Kind.name | Kind.figure);

/** Only verbs, adverbs and a short word stand before the next figure: 一年|净|落|20万元, but 一年|时间 is long. */
function leadsToFigure(t: Tokens, i: number): boolean {
  let verb = false;
  for (let k = i + 1; k < t.count && k < i + 6; k++) {
    const kind = t.kind[k]!;
    if (has(kind, Kind.figure)) return verb;
    if (has(kind, Kind.punctuation | Kind.time) || isOneOf(t, k, AFTER)) return false;
    if (isVerb(kind) || has(kind, Class.up | Class.down | Class.reach)) verb = true;
    else if (isOneOf(t, k, ON_END))
      continue; // 一年|下来|有4万元
    else if (kind === Kind.unknown && t.end[k]! - t.start[k]! === 1) verb = true;
    else if (!has(kind, Class.adverb | Class.particle | Class.estimated | Class.target | Class.planned)) return false;
  }
  return false;
}
