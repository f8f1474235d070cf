/** The pipeline's stages one by one, for the benchmark: what `extractPieces` calls, in its order. */

export { standardEngine } from '../src/engine.ts';
export { decode } from '../src/input/decode.ts';
export { detectEncoding } from '../src/input/detect.ts';
export { dateFromText } from '../src/input/document-date.ts';
export { layout } from '../src/layout/layout.ts';
export { interpret } from '../src/meaning/meaning.ts';
export { ndjsonWriter } from '../src/output/json.ts';
export { extractPieces } from '../src/pieces.ts';
export { toRecords } from '../src/record/record.ts';
export { repair } from '../src/repair/repair.ts';
