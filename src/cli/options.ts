import { ENCODINGS } from '../input/decode.ts';
import { FORMATS } from '../output/writer.ts';

/**
 * Every command and option, once: the parser, `--help`, the man page, the shell completions and docs/cli.md are made from this
 * list.
 */

/** How an option's value is checked; see `values.ts`. */
export type ValueKind = 'date' | 'types' | 'columns' | 'jobs' | 'repeated' | 'text';

export interface OptionSpec {
  /** As commander reads it: `-o, --output <file>`. */
  flags: string;
  /** One line, for `--help`. */
  summary: string;
  /** What else there is to know, for the man page and the docs. */
  details?: string;
  choices?: readonly string[];
  kind?: ValueKind;
  group: 'Input' | 'Figures' | 'Output' | 'Messages';
}

export interface CommandSpec {
  /** `''` for the main job, `rules check` for a command below another. */
  name: string;
  /** `[files...]`, `<file>`; empty for none. */
  operands: string;
  summary: string;
  details?: string;
  options: readonly OptionSpec[];
  examples: readonly (readonly [command: string, does: string])[];
}

const NO_COLOR: OptionSpec = {
  flags: '--no-color',
  summary: 'no colours',
  details: 'So do the environment’s `NO_COLOR`, and `FORCE_COLOR=0`; `FORCE_COLOR=1` gives colours in a pipe too.',
  group: 'Messages',
};
const DATE: OptionSpec = {
  flags: '--date <date>',
  summary: 'the document’s date, by which 今年 (this year) and 去年 (last year) are read',
  details:
    'YYYY-MM-DD, YYYY-MM or YYYY. Without it the date is taken from the file’s name (`2012-02-02`, `20120202`, `焦作日报_2012年2月2日`), else from a dateline or masthead in the text, else it is unknown: never today.',
  kind: 'date',
  group: 'Figures',
};
const RULES: OptionSpec = {
  flags: '--rules <file>',
  summary: 'rules of your own beside the built-in ones (may be repeated)',
  kind: 'repeated',
  group: 'Figures',
};
const TYPES: OptionSpec = {
  flags: '-t, --types <list>',
  summary: 'types to keep, parted by commas; all for every type (default: all but number and ordinal)',
  kind: 'types',
  group: 'Figures',
};
const ENCODING: OptionSpec = {
  flags: '--encoding <name>',
  summary: 'the inputs’ encoding (default: found out)',
  details:
    'Without it: a byte-order mark, strict UTF-8, UTF-16 by its zero bytes, then GB18030 or Big5, told apart by the letters that each reading gives.',
  choices: ENCODINGS,
  group: 'Input',
};

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: '',
    operands: '[inputs...]',
    summary:
      'Mends torn Chinese newspaper text and turns its figures into typed records, each with its place in the file.',
    details:
      'An input is a file, a folder (its *.txt files, and those of the folders below it), a glob, or - for standard input; without any, standard input is read. An argument that exists is taken as it is, only else as a glob. Each file is read once; what a folder or a glob holds is sorted. A file whose name is a command’s is written ./repair.',
    options: [
      {
        flags: '--files-from <list>',
        summary: 'read the names of the inputs in this file, one a line (or parted by NUL); - for standard input',
        group: 'Input',
      },
      {
        flags: '--documents',
        summary: 'NDJSON on standard input and output: one answer for each document',
        details:
          'Each line is `{"id":…, "text":…, "date":…}` (date may be left out); for each line one line is written, in order: `{"id":…, "records":[…]}` or `{"id":…, "error":…}`. No document bears on another.',
        group: 'Input',
      },
      ENCODING,
      {
        flags: '-j, --jobs <n>',
        summary: 'files worked on at the same time (default: the machine’s cores)',
        details: 'The output is the same for any number. Little input is done by one, as starting others takes longer.',
        kind: 'jobs',
        group: 'Input',
      },
      DATE,
      TYPES,
      RULES,
      {
        flags: '--apply <file>',
        summary:
          'decisions exported from a review page: rejected records are left out, edits worked in (may be repeated)',
        details:
          'Records are matched by `id`. A decision that matches no record any more, or whose edit would break the record’s schema, is told as a warning.',
        kind: 'repeated',
        group: 'Figures',
      },
      {
        flags: '-f, --format <name>',
        summary: 'default: csv; a table on a terminal; with -o what the name’s ending says',
        details: 'xlsx and parquet are written to files only (-o).',
        choices: FORMATS,
        group: 'Output',
      },
      {
        flags: '-o, --output <file>',
        summary: 'write to a file; its ending names the format',
        details:
          'The file is written beside its place and renamed at the end: whatever happens, there is the old file or the whole new one.',
        group: 'Output',
      },
      {
        flags: '--columns <list>',
        summary: 'columns to write, in this order (csv, table, xlsx, parquet)',
        kind: 'columns',
        group: 'Output',
      },
      {
        flags: '--headers <language>',
        summary: 'headings of the columns (default: en)',
        choices: ['en', 'zh'],
        group: 'Output',
      },
      {
        flags: '--excel',
        summary: 'csv as Excel opens it by double click: byte-order mark and CRLF',
        group: 'Output',
      },
      {
        flags: '--no-escape-formulas',
        summary: 'leave csv text that a spreadsheet would run as a formula as it is',
        details:
          'Without it text that begins with = + - @ or their full-width forms, a tab or a line end gets an apostrophe before it. Numbers are never touched.',
        group: 'Output',
      },
      {
        flags: '--strict',
        summary: 'stop at the first input that fails; a file named by -o stays as it was',
        group: 'Messages',
      },
      { flags: '--fail-empty', summary: 'exit 1 where there is no record', group: 'Messages' },
      {
        flags: '--json-errors',
        summary: 'errors and warnings as JSON, one a line: level, file, message, remedy, code',
        group: 'Messages',
      },
      {
        flags: '--summary',
        summary: 'counts at the end, on standard error (on a terminal always)',
        details: 'Files, articles, records by type, repairs, flags, failures, seconds.',
        group: 'Messages',
      },
      { flags: '-q, --quiet', summary: 'errors only: no warnings, progress or summary', group: 'Messages' },
      NO_COLOR,
    ],
    examples: [
      ['extract "seeds/*.txt" > figures.csv', 'all figures of many pages as CSV'],
      ['extract --date 2012-02-02 -o figures.xlsx pages/', 'a folder into an Excel workbook'],
      ['extract --types investment,growth page.txt', 'some types only, as a table on the terminal'],
      ['extract --excel --headers zh page.txt > figures.csv', 'CSV for Excel with Chinese headings'],
      ['find . -name "*.txt" -print0 | extract --files-from - -f ndjson', 'very many files'],
      [`echo '{"id":1,"text":"总投资25亿元"}' | extract --documents`, 'driven by another program'],
    ],
  },
  {
    name: 'repair',
    operands: '<file>',
    summary: 'print the mended text, one paragraph a line, articles apart',
    options: [
      { flags: '--diff', summary: 'show each edit with its reason', group: 'Output' },
      {
        flags: '-f, --format <name>',
        summary: 'text, or json with edits, map and articles (default: text)',
        choices: ['text', 'json'],
        group: 'Output',
      },
      { flags: '-o, --output <file>', summary: 'write to a file', group: 'Output' },
      ENCODING,
      NO_COLOR,
    ],
    examples: [
      ['extract repair page.txt', 'the text as a reader wants it'],
      ['extract repair --diff page.txt', 'what was changed, and why'],
    ],
  },
  {
    name: 'review',
    operands: '[inputs...]',
    summary: 'make a page on which each figure is checked against its source: one file, no network',
    details:
      'The page opens from disk in any browser. Decisions stay in that browser until they are exported; `extract --apply` works them into a later run.',
    options: [
      ENCODING,
      DATE,
      TYPES,
      RULES,
      { flags: '-o, --output <file>', summary: 'write to a file', group: 'Output' },
    ],
    examples: [
      ['extract review "seeds/*.txt" -o review.html', 'a page of all these files'],
      ['extract --apply decisions.json "seeds/*.txt"', 'the records as they were decided on'],
    ],
  },
  {
    name: 'check',
    operands: '[inputs...]',
    summary: 'totals against their parts, and figures told twice with different values, one a line',
    details:
      'Each line is `FILE:LINE: sum` or `conflict`, then the figures: = they agree, ≈ within rounding, ≠ they differ.',
    options: [
      ENCODING,
      DATE,
      TYPES,
      RULES,
      { flags: '--strict', summary: 'exit 1 where figures differ', group: 'Messages' },
    ],
    examples: [['extract check page.txt', 'do the parts add up?']],
  },
  {
    name: 'schema',
    operands: '',
    summary: 'print the JSON Schema of a record',
    options: [],
    examples: [['extract schema > record.schema.json', 'for a validator']],
  },
  {
    name: 'explain',
    operands: '<place>',
    summary: 'FILE:LINE: what was seen around each figure on that line, which rule decided, which lost',
    options: [DATE, RULES],
    examples: [['extract explain page.txt:25', 'why the figures of line 25 are what they are']],
  },
  {
    name: 'rules check',
    operands: '<file>',
    summary: 'check a rule file and run the examples in it',
    options: [],
    examples: [['extract rules check my-rules.yaml', 'before it is used with --rules']],
  },
  {
    name: 'rules list',
    operands: '',
    summary: 'the type rules in the order in which they are tried',
    options: [RULES],
    examples: [['extract rules list', 'the built-in rules']],
  },
  {
    name: 'completions',
    operands: '<shell>',
    summary: 'print a script that completes commands and options: bash, zsh, fish or powershell',
    options: [],
    examples: [['source <(extract completions bash)', 'in this shell']],
  },
];

/** Exit codes and what they say, for the man page and the docs. @public */
export const EXIT_CODES: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'done (also where the reader of a pipe has gone, as in `| head`)'],
  [1, 'some inputs failed, the others are out; or no record with --fail-empty'],
  [2, 'the call is wrong: an unknown option, a date that is none, an output that is one of the inputs'],
  [74, 'the output could not be written (disk full, read-only)'],
  [130, 'stopped by Ctrl-C; no half file is left'],
];
