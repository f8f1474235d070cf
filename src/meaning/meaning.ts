import type { Page } from '../layout/types.ts';
import type { Quantity } from '../quantity/types.ts';
import type { FigureType } from '../record/schema.ts';
import { builtInRules } from '../rules/built-in.ts';
import type { RuleFile } from '../rules/format.ts';
import { mergeRules } from '../rules/merge.ts';
import { prepared } from '../rules/prepared.ts';
import { toSimplified } from '../rules/traditional.ts';
import { readAhead, sentencesWith } from './ahead.ts';
import { supplyUnits } from './bracket-units.ts';
import { enterSentence, newContext } from './context.ts';
import { noteHeading, noteTimes } from './frame.ts';
import { compileLexicon, type Lexicon } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { interpretSentence } from './sentence.ts';
import type { Status } from './status.ts';
import { interpretTable } from './tables.ts';
import { timesOf } from './times.ts';
import type { Tokens } from './tokens.ts';
import { compileTypes, type TypeFacts, type TypeRules } from './type.ts';

/** What the sentence tells about one quantity: every field of the record but its place. Offsets stay in the quantity. */
export interface Meaning {
  quantity: Quantity;
  type: FigureType;
  subject: string | null;
  metric: string | null;
  item: string | null;
  period: { text: string; edtf: string | null } | null;
  status: Status;
  value: number | string | null;
  unit: string | null;
  inferred: string[];
  rule: string;
  /** Index into `Page.sentences`. */
  sentence: number;
  /** Fields of a type of its own (basis, whole, product …). */
  own: Record<string, string | number | null>;
}

/** The compiled rules of this stage. */
export interface MeaningRules {
  lexicon: Lexicon;
  types: TypeRules;
}

/** The built-in rules and a user's own, compiled. */
export function compileMeaning(own: readonly RuleFile[] = []): MeaningRules {
  const { lexicon, types } = own.length === 0 ? builtIn() : compileTables(own);
  return { lexicon, types: compileTypes(types) };
}

const compileTables = (own: readonly RuleFile[]) => {
  const table = mergeRules(builtInRules(), own);
  return { lexicon: compileLexicon(table), types: table.types };
};

const builtIn = prepared('meaning', () => compileTables([]));

/** What was seen around one figure and why its type was decided: for `extract explain`. */
export type Trace = SentenceTrace | CellTrace;

interface SentenceTrace {
  tokens: Tokens;
  reading: Reading;
  facts: TypeFacts;
  meaning: Meaning;
}

/** What bore on a number in a table: the words over it, before it and over those. */
interface CellTrace {
  column: string;
  label: string;
  corner: string;
  facts: TypeFacts;
  meaning: Meaning;
}

export interface MeaningOptions {
  /** The document's date; what begins after it has not happened yet. */
  date?: string | null;
  rules: MeaningRules;
  /** Called for each figure that is read, dates apart. */
  trace?: (seen: Trace) => void;
}

/** Reads every figure of a page in its sentence, paragraph and article. In the text's order. */
export function interpret(page: Page, scanned: readonly Quantity[], options: MeaningOptions): Meaning[] {
  const { quantities, cells } = supplyUnits(page, scanned);
  const { rules } = options;
  const text = toSimplified(page.source.text);
  const out: Meaning[] = [];
  const context = newContext({
    page,
    text,
    date: options.date ?? null,
    rules,
    quantities,
    trace: options.trace,
    cells,
  });
  const told = sentencesWith(page, quantities);
  const read = readAhead({ page, text, quantities, lexicon: rules.lexicon }, told, options.trace !== undefined);
  const last = told.at(-1)?.sentence ?? -1;
  let n = 0;
  let table = 0;
  for (let s = 0; s <= last || table < page.tables.length; s++) {
    const { paragraph } = page.sentences[s]!;
    const next = page.tables[table];
    if (next && paragraph >= next.first) {
      if (paragraph === next.first) out.push(...interpretTable(next, context, s));
      if (paragraph === next.last) table++;
      continue;
    }
    if (page.paragraphs[paragraph]!.role === 'furniture') continue;
    enterSentence(context, s);
    if (n === told.length || told[n]!.sentence > s) {
      noteHeading(context, 0, 0);
      continue;
    }
    const { from, to, hasFigure } = told[n]!;
    noteHeading(context, from, to);
    const sentence = read(n++);
    if (hasFigure) interpretSentence(sentence, from, to, context, out);
    else noteTimes(sentence.tokens, timesOf(sentence.tokens, context), context); // 今年以来，工业生产稳中有进。
  }
  fillHeadlines(out, page);
  return out;
}

const LONGEST_LOOK = 40;

/** A headline's figure is of the time that the text below tells the same figure of: 完成投资46.3亿元⏎…截至11月底，…完成投资46.3亿元. */
function fillHeadlines(out: readonly Meaning[], page: Page): void {
  for (let i = 0; i < out.length; i++) {
    const m = out[i]!;
    if (m.period !== null || m.type === 'date') continue;
    const { article, role } = page.paragraphs[page.sentences[m.sentence]!.paragraph]!;
    if (role !== 'title' && role !== 'kicker' && role !== 'subtitle') continue;
    for (let k = i + 1; k < out.length && k < i + LONGEST_LOOK; k++) {
      const same = out[k]!;
      if (page.paragraphs[page.sentences[same.sentence]!.paragraph]!.article !== article) break;
      if (same.value !== m.value || same.unit !== m.unit || same.period === null || same.type !== m.type) continue;
      m.period = same.period;
      m.inferred.push('period');
      break;
    }
  }
}
