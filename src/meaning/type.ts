import { Cue, cueBits, type TypeRule } from '../rules/format.ts';
import { endsOn, holdsOneOf, type WordTest } from '../rules/word-tests.ts';

/** What the rules of types.yaml may ask about a figure. */
export interface TypeFacts {
  dimension: string;
  unit: string | null;
  /** Group of the measure's head, '' where there is none. */
  head: string;
  /** Bits of `Cue`: those that a rule for the dimension asks for. */
  cues: number;
  /** The clause before the figure, for `near`: a part of `text`. */
  text: string;
  from: number;
  to: number;
  item: string;
}

/** A rule as it is asked. */
interface Compiled {
  rule: TypeRule;
  cue: number;
  notCue: number;
  near: WordTest | null;
  item: WordTest | null;
}

/** The rules that may hold for a dimension and head, in their order, and the signs that they ask for. */
interface Candidates {
  rules: readonly Compiled[];
  cues: number;
}

/** The compiled rules of types.yaml. */
export interface TypeRules {
  all: readonly Compiled[];
  of(dimension: string, head: string): Candidates;
}

export function compileTypes(rules: readonly TypeRule[]): TypeRules {
  const all = rules.map(compile);
  const known = new Map<string, Map<string, Candidates>>();
  const of = (dimension: string, head: string): Candidates => {
    const byHead = known.get(dimension) ?? new Map<string, Candidates>();
    const found = byHead.get(head);
    if (found) return found;
    const rules = all.filter(({ rule }) => failsKind(rule, dimension, head) === null);
    const candidates = { rules, cues: rules.reduce((cues, r) => cues | r.cue | r.notCue, 0) };
    known.set(dimension, byHead.set(head, candidates));
    return candidates;
  };
  return { all, of };
}

const compile = (rule: TypeRule): Compiled => ({
  rule,
  cue: cueBits(rule.cue),
  notCue: cueBits(rule.notCue),
  near: rule.near ? holdsOneOf(rule.near) : null,
  item: rule.item ? endsOn(rule.item) : null,
});

/** The first rule that holds. The last rule of the table asks for nothing, so there always is one. */
export function decideType(facts: TypeFacts, types: TypeRules): TypeRule {
  const { rules } = types.of(facts.dimension, facts.head);
  for (let i = 0; i < rules.length; i++) if (failsFigure(rules[i]!, facts) === null) return rules[i]!.rule;
  return { rule: 'number/none', type: 'number' };
}

/** The first condition on the kind of figure that does not hold, null where all do. */
function failsKind(rule: TypeRule, dimension: string, head: string): keyof TypeRule | null {
  if (rule.dimension && !rule.dimension.includes(dimension)) return 'dimension';
  if (rule.head && !rule.head.includes(head)) return 'head';
  if (rule.notHead?.includes(head)) return 'notHead';
  return null;
}

/** The same of the conditions on the figure itself. */
function failsFigure({ rule, cue, notCue, near, item }: Compiled, f: TypeFacts): keyof TypeRule | null {
  if (rule.unit && (f.unit === null || !rule.unit.includes(f.unit))) return 'unit';
  if (cue !== 0 && (f.cues & cue) === 0) return 'cue';
  if ((f.cues & notCue) !== 0) return 'notCue';
  if (near && !near(f.text, f.from, f.to)) return 'near';
  if (item && !item(f.item, 0, f.item.length)) return 'item';
  return null;
}

/** The rules for the figure's dimension that were tried before the one that decided, each with the condition it failed on. */
export function lostRules(facts: TypeFacts, types: TypeRules): { rule: TypeRule; failed: keyof TypeRule }[] {
  const lost: { rule: TypeRule; failed: keyof TypeRule }[] = [];
  for (const compiled of types.all) {
    const failed = failsKind(compiled.rule, facts.dimension, facts.head) ?? failsFigure(compiled, facts);
    if (failed === null) break;
    if (failed !== 'dimension') lost.push({ rule: compiled.rule, failed });
  }
  return lost;
}

/** Names of the signs, for a reader. */
export const cueNames = (cues: number): string[] =>
  Object.entries(Cue)
    .filter(([, bit]) => (cues & bit) !== 0)
    .map(([name]) => name);
