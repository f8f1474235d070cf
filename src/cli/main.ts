import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { FormatName } from '../output/format.ts';
import type { ExtractFlags } from './commands/extract.ts';
import { Exit, UsageError } from './problems.ts';

/** Types that a record can have, for `--types`; a test holds the list to the contract. */
const TYPES = [
  'investment',
  'money',
  'price',
  'count',
  'people',
  'area',
  'length',
  'mass',
  'volume',
  'energy',
  'speed',
  'capacity',
  'growth',
  'share',
  'rate',
  'temperature',
  'duration',
  'age',
  'date',
  'ordinal',
  'number',
];

declare const SHUMU_VERSION: string;

const date = (value: string): string => {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(value))
    throw new InvalidArgumentError('Write YYYY-MM-DD, YYYY-MM or YYYY.');
  return value;
};

const types = (value: string): ReadonlySet<string> => {
  const names = value
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean);
  const wrong = names.find((n) => n !== 'all' && !TYPES.includes(n));
  if (wrong) throw new InvalidArgumentError(`'${wrong}' is none of: ${TYPES.join(', ')}, all.`);
  return new Set(names);
};

const collect = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value];
const ruleOption = (): Option =>
  new Option('--rules <file>', 'rules of your own beside the built-in ones (may be repeated)').argParser(collect);
const dateOption = (): Option =>
  new Option(
    '--date <YYYY-MM-DD>',
    'the document’s date, by which 今年 (this year) and 去年 (last year) are resolved',
  ).argParser(date);

function program(): Command {
  const root = new Command('extract')
    .description(
      'Mends torn Chinese newspaper text and turns its figures into typed records, each with its place in the file.',
    )
    .version(SHUMU_VERSION)
    .argument('[files...]', 'files, folders or globs; - or nothing for standard input')
    .addOption(
      new Option('-f, --format <name>', 'default: csv, on a terminal a table').choices([
        'json',
        'ndjson',
        'csv',
        'table',
      ]),
    )
    .option('-o, --output <file>', 'write to a file; its ending names the format')
    .addOption(dateOption())
    .addOption(
      new Option(
        '-t, --types <list>',
        'types to keep, by commas; all for every type (default: all but number and ordinal)',
      ).argParser(types),
    )
    .addOption(ruleOption())
    .option('--files-from <list>', 'read the names in this file too, one a line; - for standard input')
    .option('--no-escape-formulas', 'leave csv text that a spreadsheet would run as a formula as it is')
    .option('--no-color', 'no colours')
    .addHelpText(
      'after',
      '\nExamples:\n  extract "seeds/*.txt" > figures.csv\n  extract --date 2012-02-02 -o figures.json page.txt\n  extract --types investment,growth page.txt\n  extract repair page.txt\n  extract explain page.txt:25',
    )
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'extract: ')) })
    .action(
      async (files: string[], flags: Omit<ExtractFlags, 'format'> & { format?: FormatName }, command: Command) => {
        if (files.length === 0 && !flags.filesFrom && process.stdin.isTTY) {
          command.outputHelp({ error: true });
          process.exitCode = Exit.usage;
          return;
        }
        await (await import('./commands/extract.ts')).extract(files, flags);
      },
    );
  root
    .command('repair <file>')
    .description('print the mended text, one paragraph a line, articles apart')
    .option('--diff', 'show each edit with its reason')
    .addOption(
      new Option('-f, --format <name>', 'text, or json with edits and articles')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--no-color', 'no colours')
    .action(async (file, flags) => (await import('./commands/repair.ts')).repairCommand(file, flags));
  root
    .command('schema')
    .description('print the JSON Schema of a record')
    .action(async () => (await import('./commands/schema.ts')).schemaCommand());
  root
    .command('explain <place>')
    .description('FILE:LINE: what was seen around each figure on that line, which rule decided, which lost')
    .addOption(dateOption())
    .addOption(ruleOption())
    .action(async (place, flags) => (await import('./commands/explain.ts')).explain(place, flags));
  const rules = root.command('rules').description('check or list rules');
  rules
    .command('check <file>')
    .description('check a rule file and run the examples in it')
    .action(async (file) => (await import('./commands/rules.ts')).rulesCheck(file));
  rules
    .command('list')
    .description('the type rules in the order in which they are tried')
    .addOption(ruleOption())
    .action(async (flags) => {
      const own = await (await import('./rules.ts')).loadOwnRules(flags.rules ?? []);
      (await import('./commands/rules.ts')).rulesList(own);
    });
  return root;
}

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : Exit.usage;
  else if (error instanceof UsageError) {
    process.stderr.write(`extract: ${error.message}\n`);
    process.exitCode = Exit.usage;
  } else if ((error as NodeJS.ErrnoException).code !== 'EPIPE') {
    process.stderr.write(`extract: ${(error as Error).message} (this is a fault of the program: please report it)\n`);
    process.exitCode = Exit.failed;
  }
}
