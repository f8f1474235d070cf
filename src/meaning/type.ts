import type { TypeRule } from '../rules/format.ts';

/** What the rules of types.yaml may ask about a figure. */
export interface TypeFacts {
  dimension: string;
  unit: string | null;
  /** Group of the measure's head, '' where there is none. */
  head: string;
  cues: ReadonlySet<string>;
  /** The clause before the figure, for `near`. */
  before: string;
  item: string;
}

/** The first rule that holds. The last rule of the table asks for nothing, so there always is one. */
export function decideType(facts: TypeFacts, rules: readonly TypeRule[]): TypeRule {
  for (const rule of rules) if (holds(rule, facts)) return rule;
  return { rule: 'number/none', type: 'number' };
}

function holds(rule: TypeRule, f: TypeFacts): boolean {
  return (
    (!rule.dimension || rule.dimension.includes(f.dimension)) &&
    (!rule.unit || (f.unit !== null && rule.unit.includes(f.unit))) &&
    (!rule.head || rule.head.includes(f.head)) &&
    (!rule.notHead || !rule.notHead.includes(f.head)) &&
    (!rule.cue || rule.cue.some((c) => f.cues.has(c))) &&
    (!rule.notCue || !rule.notCue.some((c) => f.cues.has(c))) &&
    (!rule.near || rule.near.some((w) => f.before.includes(w))) &&
    (!rule.item || rule.item.some((w) => f.item.endsWith(w)))
  );
}
