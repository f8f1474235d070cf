import table from './types.yaml';

/** One row of types.yaml: all conditions that it names must hold. */
export interface TypeRule {
  rule: string;
  type: string;
  dimension?: string[];
  cue?: string[];
  notCue?: string[];
  head?: string[];
  notHead?: string[];
  unit?: string[];
  near?: string[];
  item?: string[];
}

export const builtInTypeRules = (): TypeRule[] => table as TypeRule[];
