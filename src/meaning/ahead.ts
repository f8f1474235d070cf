import type { Page } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import { type Lead, leadsOf } from './leads.ts';
import type { Lexicon } from './lexicon.ts';
import { type Reading, readSentence } from './reading.ts';
import { newTokens, type Tokens, tokenize } from './tokens.ts';

/** A sentence with quantities. */
export interface Told {
  /** Index into `Page.sentences`. */
  sentence: number;
  /** Its quantities, and whether one of them is a figure. */
  from: number;
  to: number;
  hasFigure: boolean;
}

/** What is read of a sentence whatever those before it tell. */
export interface ReadSentence {
  tokens: Tokens;
  /** None where it has no figure. */
  readings: Reading[];
  leads: Lead[];
}

/** The sentences of a page that hold quantities, tables and furniture left out. */
export function sentencesWith({ sentences, paragraphs, tables }: Page, quantities: readonly Quantity[]): Told[] {
  const told: Told[] = [];
  let q = 0;
  let table = 0;
  for (let s = 0; s < sentences.length && q < quantities.length; s++) {
    const { start, end, paragraph } = sentences[s]!;
    while (table < tables.length && tables[table]!.last < paragraph) table++;
    if (table < tables.length && tables[table]!.first <= paragraph) continue;
    while (q < quantities.length && quantities[q]!.start < start) q++;
    const from = q;
    let hasFigure = false;
    for (; q < quantities.length && quantities[q]!.start < end; q++) hasFigure ||= quantities[q]!.figure;
    if (q > from && paragraphs[paragraph]!.role !== 'furniture') told.push({ sentence: s, from, to: q, hasFigure });
  }
  return told;
}

/** What sentences are read from. */
export interface Source {
  page: Page;
  /** The page's text in Simplified characters. */
  text: string;
  quantities: readonly Quantity[];
  lexicon: Lexicon;
}

/**
 * So many sentences are read in one go, step by step: all are cut into words, then the figures of all are read, then who opens their
 * clauses. The code of one step stays in the processor's nearest memory, which that of all steps together does not.
 */
const BLOCK = 32;

/** Tokens of the sentences of a block, for one block after the other. */
const kept: Tokens[] = Array.from({ length: BLOCK }, () => newTokens());

/**
 * Reads sentences ahead of who puts them together: gives what is read of the `n`th, asked for in order. Its tokens hold until the next block,
 * unless they are `lasting`.
 */
export function readAhead(source: Source, told: readonly Told[], lasting: boolean): (n: number) => ReadSentence {
  const read: ReadSentence[] = [];
  return (n) => {
    if (n % BLOCK === 0) readBlock(source, told, n, read, lasting);
    return read[n % BLOCK]!;
  };
}

function readBlock(
  { page, text, quantities, lexicon }: Source,
  told: readonly Told[],
  first: number,
  read: ReadSentence[],
  lasting: boolean,
): void {
  const count = Math.min(BLOCK, told.length - first);
  for (let k = 0; k < count; k++) {
    const { sentence, from, to } = told[first + k]!;
    const { start, end, paragraph } = page.sentences[sentence]!;
    const into = lasting ? newTokens() : kept[k]!;
    const tokens = tokenize(
      page.source.text,
      text,
      start,
      end,
      quantities,
      from,
      to,
      lexicon,
      into,
      isHeadline(page, paragraph),
    );
    read[k] = { tokens, readings: [], leads: [] };
  }
  for (let k = 0; k < count; k++)
    if (told[first + k]!.hasFigure) read[k]!.readings = readSentence(read[k]!.tokens, quantities, lexicon);
  for (let k = 0; k < count; k++)
    if (told[first + k]!.hasFigure) read[k]!.leads = leadsOf(read[k]!.tokens, read[k]!.readings, lexicon);
}

/** A title, or a short line of its own that no sentence mark ends, of two statements with one blank between. */
function isHeadline({ paragraphs, source }: Page, paragraph: number): boolean {
  const { role, start, end } = paragraphs[paragraph]!;
  if (role !== 'body') return role === 'title' || role === 'kicker' || role === 'subtitle';
  if (end - start > LONGEST_HEADLINE || SENTENCE_ENDS.includes(source.text[end - 1]!)) return false;
  const blank = source.text.indexOf(' ', start + 5);
  return blank > 0 && blank < end - 5 && source.text.lastIndexOf(' ', end - 1) === blank;
}

const LONGEST_HEADLINE = 44;
const SENTENCE_ENDS = '。！？；，：”）';
