/** Why the repaired text differs from the raw text at one place. */
export type EditReason =
  | 'line-end' // CRLF, form feed and other line ends made one "\n", blank lines between paragraphs taken out
  | 'wrapped-line' // a sentence cut by the column's width
  | 'split-number' // a numeral torn onto a line of its own, or cut in two
  | 'split-unit' // a numeral and its unit, or a unit, cut in two
  | 'stray-space'
  | 'spaced-digits'
  | 'spaced-letters'
  | 'full-width'
  | 'look-alike'
  | 'doubled-glyph'
  | 'entity' // an HTML entity such as &nbsp;
  | 'control'; // a character that no text has (NUL, zero width)

/** One change: `raw.slice(rawStart, rawEnd)` became `text.slice(start, end)`. UTF-16 offsets. */
export interface Edit {
  reason: EditReason;
  rawStart: number;
  rawEnd: number;
  start: number;
  end: number;
}

/** A place that is broken and cannot be mended by joining: kept as it stands, and said. UTF-16 offsets. */
export interface Flag {
  kind: string;
  rawStart: number;
  rawEnd: number;
  start: number;
  end: number;
  message: string;
}

/** What a line of the repaired text is, as far as the shape of its characters tells. */
export type LineKind = 'text' | 'furniture' | 'table';

/** A line of the repaired text: one paragraph, headline, table cell or piece of page furniture. */
export interface Line {
  /** UTF-16 offsets into the repaired text, without the line end. */
  start: number;
  end: number;
  kind: LineKind;
  /** The raw lines it was made from, from 1, both inclusive. */
  rawFirst: number;
  rawLast: number;
}

/** Both ways between the repaired and the raw text, in UTF-16 offsets; monotone and total. */
export interface OffsetMap {
  /** Raw offset of the repaired character at `offset`; of the end of text for the text's length. */
  toRaw(offset: number): number;
  /** Repaired offset of the first repaired character at or after raw offset `raw`. */
  toRepaired(raw: number): number;
}

/** The mended text with the way back to the raw one. */
export interface SourceText {
  /** The decoded text, without a byte-order mark. */
  raw: string;
  /** The repaired text: one paragraph a line, "\n" between. */
  text: string;
  map: OffsetMap;
  lines: Line[];
  /** Offsets into the repaired text of what may end a sentence, 。！？!?, in order. */
  stops: readonly number[];
  /** Made on demand: most callers never look. */
  edits(): Edit[];
  flags: Flag[];
}
