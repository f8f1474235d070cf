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

/** The rules of types.yaml in their order, and those among them that may hold for a dimension. */
export interface TypeRules {
  all: readonly TypeRule[];
  of(dimension: string): readonly TypeRule[];
}

export function compileTypes(all: readonly TypeRule[]): TypeRules {
  const byDimension = new Map<string, TypeRule[]>();
  const of = (dimension: string): TypeRule[] => {
    let rules = byDimension.get(dimension);
    if (!rules) {
      rules = all.filter((rule) => !rule.dimension || rule.dimension.includes(dimension));
      byDimension.set(dimension, rules);
    }
    return rules;
  };
  return { all, of };
}

/** The first rule that holds. The last rule of the table asks for nothing, so there always is one. */
export function decideType(facts: TypeFacts, rules: TypeRules): TypeRule {
  for (const rule of rules.of(facts.dimension)) if (holds(rule, facts)) return rule;
  return { rule: 'number/none', type: 'number' };
}

function holds(rule: TypeRule, f: TypeFacts): boolean {
  return failedCondition(rule, f) === null;
}

/** The first condition of a rule that does not hold, null where all do. */
function failedCondition(rule: TypeRule, f: TypeFacts): keyof TypeRule | null {
  if (rule.dimension && !rule.dimension.includes(f.dimension)) return 'dimension';
  if (rule.unit && (f.unit === null || !rule.unit.includes(f.unit))) return 'unit';
  if (rule.head && !rule.head.includes(f.head)) return 'head';
  if (rule.notHead?.includes(f.head)) return 'notHead';
  if (rule.cue && !rule.cue.some((c) => f.cues.has(c))) return 'cue';
  if (rule.notCue?.some((c) => f.cues.has(c))) return 'notCue';
  if (rule.near && !rule.near.some((w) => f.before.includes(w))) return 'near';
  if (rule.item && !rule.item.some((w) => f.item.endsWith(w))) return 'item';
  return null;
}

/** The rules for the figure's dimension that were tried before the one that decided, each with the condition it failed on. */
export function lostRules(facts: TypeFacts, rules: readonly TypeRule[]): { rule: TypeRule; failed: keyof TypeRule }[] {
  const lost: { rule: TypeRule; failed: keyof TypeRule }[] = [];
  for (const rule of rules) {
    const failed = failedCondition(rule, facts);
    if (failed === null) break;
    if (failed !== 'dimension') lost.push({ rule, failed });
  }
  return lost;
}
