import { Command, Option } from 'commander';
import { COMMANDS, type CommandSpec, type OptionSpec } from './options.ts';
import { parsers } from './values.ts';

/** Does a command's work; what it gives is the exit code. */
export type Run = (operands: string[], flags: never) => Promise<number> | number;

/** The command line as commander reads it, made from the list of options. `loaders` has the work of each command by name. */
export function createProgram(version: string, loaders: Record<string, () => Promise<Run>>): Command {
  const root = new Command('extract');
  root
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(oneLine(text)) });
  for (const spec of COMMANDS) {
    const command = spec.name === '' ? root : childOf(root, spec.name);
    describe(command, spec);
    command.action(async () => {
      const run = await loaders[spec.name]!();
      process.exitCode = await run(command.args, command.opts() as never);
    });
  }
  return root;
}

function describe(command: Command, spec: CommandSpec): void {
  command.summary(spec.summary).description(spec.summary);
  if (spec.operands) command.argument(spec.operands);
  for (const option of spec.options) command.addOption(optionOf(option));
  const width = Math.max(...spec.examples.map(([example]) => Math.min(example.length, 56)));
  const examples = spec.examples.map(([example, does]) => `  ${example.padEnd(width)}  ${does}`);
  command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`);
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.summary).helpGroup(`${spec.group}:`);
  if (spec.choices) option.choices([...spec.choices]);
  else if (spec.kind) option.argParser(parsers[spec.kind]);
  return option;
}

/** The command of a name such as `rules check`, made below its parents. */
function childOf(root: Command, name: string): Command {
  return name.split(' ').reduce((parent, word) => {
    const existing = parent.commands.find((c) => c.name() === word);
    if (existing) return existing;
    const child = parent.command(word).helpOption('-h, --help', 'print this help').helpCommand(false);
    if (name.includes(' ')) child.summary(SUMMARY_OF_GROUP[word] ?? '');
    return child;
  }, root);
}

const SUMMARY_OF_GROUP: Record<string, string> = { rules: 'check or list rules' };

/** commander's message in the form that all errors have. */
const oneLine = (text: string) =>
  `extract: ${text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '')} (see extract --help)\n`;
