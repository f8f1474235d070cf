import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cliMarkdown, manPage } from '../../scripts/cli-docs.ts';
import { COMMANDS } from '../../src/cli/options.ts';
import { createProgram } from '../../src/cli/program.ts';
import { workplace } from './run.ts';

const { run } = workplace();

test('docs/cli.md and the man page are what the options say (npm run docs writes them)', () => {
  expect(readFileSync('docs/cli.md', 'utf8')).toBe(cliMarkdown());
  expect(readFileSync('docs/extract.1', 'utf8')).toBe(manPage());
});

test('--help names every option, and has examples', () => {
  for (const spec of COMMANDS) {
    const { code, out } = run([...spec.name.split(' ').filter(Boolean), '--help']);
    expect(code).toBe(0);
    for (const { flags } of spec.options) expect(out).toContain(flags);
    expect(out).toContain('Examples:');
  }
});

test('every command of the list can be called', () => {
  const program = createProgram('', {});
  for (const { name } of COMMANDS) {
    const found = name
      .split(' ')
      .filter(Boolean)
      .reduce((c, word) => c.commands.find((x) => x.name() === word)!, program);
    expect(found).toBeDefined();
  }
});

describe('completions', () => {
  test.each(['bash', 'zsh', 'fish', 'powershell'])('%s has a script', (shell) =>
    expect(run(['completions', shell]).out).toContain('extract'),
  );

  test('commands, options and files are offered', () => {
    const offered = (...words: string[]) =>
      run(['complete', '--', ...words])
        .out.split('\n')
        .map((line) => line.split('\t')[0]);
    expect(offered('rep')).toEqual(expect.arrayContaining(['repair', ':0']));
    expect(offered('--for')).toEqual(expect.arrayContaining(['--format']));
    expect(offered('')).not.toContain('complete');
  });
});
