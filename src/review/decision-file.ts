/** The file of decisions that the page exports and `extract --apply` reads. */

/** Fields that a reviewer may change. */
export const EDITABLE = ['type', 'value', 'unit', 'subject', 'metric', 'item', 'period', 'status', 'modifier'] as const;
export type Editable = (typeof EDITABLE)[number];

export interface Decision {
  /** The record's id. */
  id: string;
  /** null: not decided, perhaps edited. */
  decision: 'accepted' | 'rejected' | null;
  /** New values by field, in the record's own form; only what differs from the record. */
  edits: Partial<Record<Editable, unknown>>;
  /** When it was made, ISO 8601. */
  at: string;
  /** What the figure was, for people who read the file and for messages; not used to match. */
  was: { type: string; text: string; line: number };
}

export interface DecisionFile {
  format: 'shumu-decisions';
  version: 1;
  files: { file: string; sha256: string; decisions: Decision[] }[];
}
