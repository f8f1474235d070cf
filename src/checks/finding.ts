/** What a check says about records: a total against its parts, or one figure told twice. */
export type Finding = SumFinding | ConflictFinding;

interface Base {
  file: string;
  /** Raw line of the first record, from 1. */
  line: number;
  /** Whether the figures agree, rounding by the digits given allowed for. */
  agrees: boolean;
}

/** A total and the parts that stand with it in one sentence or list. */
export interface SumFinding extends Base {
  kind: 'sum';
  /** Id of the total's record. */
  total: string;
  /** Ids of the parts' records, in the text's order. */
  parts: string[];
  /** Total less the parts' sum, in the total's unit with its scale worked in; 0 where they agree to the digit. */
  difference: number;
  /** One line for people: `19亿元 = 10.8亿元 + 4.4亿元 + 1.2亿元 + 2.6亿元`. */
  text: string;
}

/** Two records of the same subject, metric, item and period whose values differ. */
export interface ConflictFinding extends Base {
  kind: 'conflict';
  agrees: false;
  records: [string, string];
  /** Second value less the first. */
  difference: number;
  text: string;
}
