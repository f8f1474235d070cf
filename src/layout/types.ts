import type { SourceText } from '../repair/types.ts';

export type Role = 'kicker' | 'title' | 'subtitle' | 'byline' | 'body' | 'caption' | 'furniture' | 'table';

/** One line of the repaired text with its part in the page. UTF-16 offsets into the repaired text. */
export interface Paragraph {
  start: number;
  end: number;
  role: Role;
  /** Index into `Page.articles`, -1 for what belongs to none. */
  article: number;
}

/** A sentence: up to and with its 。！？ or the paragraph's end. UTF-16 offsets into the repaired text. */
export interface Sentence {
  start: number;
  end: number;
  /** Index into `Page.paragraphs`. */
  paragraph: number;
}

/** A piece of a page: an article with its headlines, or a photo caption. */
export interface Article {
  index: number;
  kind: 'article' | 'caption';
  kicker: string | null;
  title: string | null;
  subtitle: string | null;
  /** Names of the authors or photographers. */
  byline: string[];
  /** The agency's or paper's opening: 本报讯, 新华社北京2月1日电. */
  dateline: string | null;
  /** The page on which it goes on: （下转三版） → 三版. */
  continues: string | null;
  /** Offsets into the repaired text. */
  start: number;
  end: number;
  /** Raw lines from 1, both inclusive. */
  startLine: number;
  endLine: number;
}

/** A cell of a table, without the blanks around it. UTF-16 offsets into the repaired text. */
export interface Cell {
  start: number;
  end: number;
}

/** The cells of a row that name it, and its numerals. */
export interface Row {
  labels: Cell[];
  values: Cell[];
}

/** Rows of cells under their headings. */
export interface Table {
  /** Rows of headings, the top one first. Columns are counted from the right: what stands over the labels may be missing. */
  head: Cell[][];
  rows: Row[];
  /** The lines above that may name the table or its unit, nearest first. */
  above: Cell[];
  /** First and last paragraph of the rows. */
  first: number;
  last: number;
}

/** A repaired page taken apart. `sentences` covers every paragraph, in order; later stages choose by role. */
export interface Page {
  source: SourceText;
  articles: Article[];
  paragraphs: Paragraph[];
  sentences: Sentence[];
  tables: Table[];
}
