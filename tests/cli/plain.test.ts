import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { NO_FLAGS, simpleCall } from '../../src/cli/plain.ts';
import { createProgram } from '../../src/cli/program.ts';
import { seedText } from '../seed.ts';
import { workplace } from './run.ts';

const require = createRequire(import.meta.url);
const { load, loaded } = require('../../dist/quick.cjs');

test('subcommands, and flags that need the whole program, are left to it', async () => {
  const { plain } = load('plain');
  for (const args of [
    ['review', 'a.txt'],
    ['rules', 'check'],
    ['--quiet', 'check', 'a.txt'],
    ['complete', '--'],
    ['-o', 'a.xlsx', 'a.txt'],
    ['--rules', 'r.yaml'],
    ['--documents'],
  ])
    expect(await plain(args)).toBe(false);
});

test('the flags that a plain call has are those of a command line without any', () => {
  const program = createProgram('0', {});
  expect(program.opts()).toEqual(NO_FLAGS);
});

test('files with a format are read without the parser, anything more is left to it', () => {
  expect(simpleCall(['a.txt', '-f', 'ndjson', 'b'])).toEqual({
    files: ['a.txt', 'b'],
    flags: { ...NO_FLAGS, format: 'ndjson' },
  });
  expect(simpleCall(['--format', 'csv'])?.files).toEqual([]);
  for (const args of [
    ['-f', 'table', 'a.txt'],
    ['-f', 'ndjson', '-q', 'a.txt'],
    ['-f', 'csv', '-f', 'json', 'a.txt'],
    ['-f'],
    ['--format=csv', 'a.txt'],
    ['-f', 'json', 'check', 'a.txt'],
    ['-'],
  ])
    expect(simpleCall(args), args.join(' ')).toBe(null);
});

test('a plain call gives what the parsed one gives, errors too', () => {
  const { run, write } = workplace();
  write('a.txt', seedText());
  const plain = run(['./a.txt', './none.txt']);
  expect(plain.out.split('\n').length).toBeGreaterThan(80);
  expect(plain.err).toContain('none.txt');
  expect(plain).toEqual(run(['--format=csv', './a.txt', './none.txt']));
  expect(run(['-f', 'ndjson', './a.txt', './none.txt'])).toEqual(run(['-fndjson', './a.txt', './none.txt']));
});

test('the scripts are ASCII, and their kept code is taken', () => {
  for (const name of ['plain', 'commander', 'fast-glob', 'chalk']) {
    expect(readFileSync(`dist/${name}.cjs`, 'utf8')).not.toMatch(/[^\0-\x7f]/);
    load(name);
    expect(loaded.get(name).script.cachedDataRejected).toBe(false);
  }
});

test('--help and --version say what the program itself says', () => {
  const { run } = workplace();
  for (const [quick, long] of [
    ['--help', ['--help', '--quiet']],
    ['-h', ['--quiet', '-h']],
    ['--version', ['--quiet', '--version']],
    ['-V', ['-V', '--quiet']],
  ] as const) {
    const said = run([quick]);
    expect(said.out.length).toBeGreaterThan(3);
    expect(said).toEqual(run(long));
  }
});
