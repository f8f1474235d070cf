import { COMMANDS, type CommandSpec, EXIT_CODES, type OptionSpec } from '../src/cli/options.ts';
import { TYPES } from '../src/output/columns.ts';

/** docs/cli.md and the man page, made from the list of commands and options. */

const GROUPS: readonly OptionSpec['group'][] = ['Input', 'Figures', 'Output', 'Messages'];

const callOf = ({ name, operands, options }: CommandSpec): string =>
  ['extract', name, options.length > 0 ? '[options]' : '', operands].filter(Boolean).join(' ');

export function cliMarkdown(): string {
  const out = [
    '# The command',
    '',
    '<!-- Made from src/cli/options.ts by `npm run docs`: change that, not this. -->',
    '',
  ];
  for (const spec of COMMANDS) out.push(...markdownOf(spec));
  out.push('## Types', '', `\`${TYPES.join('`, `')}\`; \`all\` for every one.`, '');
  out.push('## Exit codes', '', '| code | meaning |', '| --- | --- |');
  for (const [code, meaning] of EXIT_CODES) out.push(`| ${code} | ${meaning.replaceAll('|', '\\|')} |`);
  out.push('', ...MARKDOWN_NOTES);
  return `${out.join('\n')}\n`;
}

function markdownOf(spec: CommandSpec): string[] {
  const out = [`## \`${callOf(spec)}\``, '', sentence(spec.summary), ''];
  if (spec.details) out.push(spec.details, '');
  for (const group of GROUPS) {
    const options = spec.options.filter((o) => o.group === group);
    if (options.length === 0) continue;
    out.push(`### ${group}`, '', '| option | meaning |', '| --- | --- |');
    for (const option of options) out.push(`| \`${option.flags}\` | ${meaningOf(option).replaceAll('|', '\\|')} |`);
    out.push('');
  }
  out.push('```sh', ...spec.examples.map(([example, does]) => `${example}   # ${does}`), '```', '');
  return out;
}

function meaningOf(option: OptionSpec): string {
  const choices = option.choices ? ` One of ${option.choices.map((c) => `\`${c}\``).join(', ')}.` : '';
  return `${sentence(option.summary)}${choices}${option.details ? ` ${option.details}` : ''}`;
}

const sentence = (text: string): string =>
  (/[.:]$/.test(text) ? text : `${text}.`).replace(/^./, (c) => c.toUpperCase());

const MARKDOWN_NOTES = [
  '## What holds for all of it',
  '',
  '- **Errors** are one line each on standard error, `extract: FILE: what is wrong (what to do)`; the other inputs are still done.',
  '- **Undecodable bytes** stand as U+FFFD in the text; the warning gives their offsets in the file. Binary files are refused.',
  '- **Big texts** (over a million characters) are read in windows cut where an article begins; an article longer than a quarter of a million characters is cut between paragraphs, and a paragraph longer than that between sentences. Offsets, lines, article numbers and ids go on as if nothing had been cut, but a subject that was named before such a cut within an article is not carried over it. Memory stays the same for any size, but for xlsx, which is built as a whole.',
  '- **Dates in Parquet**: `value` is a number there; the value of a record of type `date` stands in the column `value_edtf`.',
  '- **Names**: a file that is named like a command is written `./repair`; one that begins with `-` comes after `--`.',
  '- **Folders**: links to folders within a folder are not followed, hidden files are passed over; what is no plain file is passed over too.',
];

/** Version-free, so that it changes with the options only. */
export function manPage(): string {
  const [main, ...others] = COMMANDS;
  const out = [
    '.\\" Made from src/cli/options.ts by `npm run docs`: change that, not this.',
    '.TH EXTRACT 1 "" "shumu" "User Commands"',
    '.SH NAME',
    `extract \\- ${roff(lower(main!.summary).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    ...COMMANDS.flatMap((spec) => ['.br', `.B ${roff(callOf(spec))}`]).slice(1),
    '.SH DESCRIPTION',
    roff(main!.summary),
    '.PP',
    roff(main!.details ?? ''),
    '.SH OPTIONS',
    ...manOptions(main!),
    '.SH COMMANDS',
  ];
  for (const spec of others) out.push(`.SS ${roff(callOf(spec))}`, roff(sentence(spec.summary)), ...manOptions(spec));
  out.push('.SH EXIT STATUS', ...EXIT_CODES.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, roff(meaning)]));
  out.push('.SH EXAMPLES');
  for (const [example, does] of COMMANDS.flatMap((spec) => spec.examples))
    out.push('.TP', `.B ${roff(example)}`, roff(does));
  return `${out.join('\n')}\n`;
}

const manOptions = ({ options }: CommandSpec): string[] =>
  options.flatMap((option) => ['.TP', `.B ${roff(option.flags)}`, roff(meaningOf(option).replaceAll('`', ''))]);

const lower = (text: string): string => text.replace(/^./, (c) => c.toLowerCase());

/** Text as roff takes it: a line must not begin with a dot or an apostrophe, hyphens are minus signs. */
const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1');
