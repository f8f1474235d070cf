/** shumu as a library: text → mended text → pages → quantities → records. */

export { checkFigures, type Finding } from './checks/check.ts';
export { layout } from './layout/layout.ts';
export type { Article, Page, Paragraph, Sentence } from './layout/types.ts';
export { type Extraction, type ExtractOptions, extractPage, extractText } from './pipeline.ts';
export { recognizeQuantities } from './quantity/scan.ts';
export type { Dimension, Modifier, Quantity, QuantityOptions, TimeValue } from './quantity/types.ts';
export type { FigureRecord, FigureType } from './record/schema.ts';
export { repair } from './repair/repair.ts';
export type { Edit, EditReason, Flag, Line, OffsetMap, SourceText } from './repair/types.ts';
export {
  type AppliedDecisions,
  applyDecisions,
  type FiledDecision,
  parseDecisions,
} from './review/apply-decisions.ts';
export { type ReviewDocument, renderReview } from './review/render.ts';
export type { RuleFile } from './rules/format.ts';
export { loadRules, parseRules, type RuleError } from './rules/load.ts';
