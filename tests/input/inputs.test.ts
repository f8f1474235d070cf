import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseFileList, resolveInputs } from '../../src/input/inputs.ts';
import { isProblem } from '../../src/input/problem.ts';
import { openSource } from '../../src/input/read.ts';

let root = '';
const at = (...parts: string[]) => join(root, ...parts);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'shumu-inputs-'));
  mkdirSync(at('pages/below'), { recursive: true });
  mkdirSync(at('empty'));
  for (const name of ['b.txt', 'a.txt', 'c.TXT', 'notes.md', '.hidden.txt', 'below/d.txt', '[x].txt', 'b(1).txt'])
    writeFileSync(at('pages', name), '投资5亿元。');
  symlinkSync('..', at('pages/below/up'));
  symlinkSync('../a.txt', at('pages/below/again.txt'));
  symlinkSync('nowhere', at('broken.txt'));
  symlinkSync('circle.txt', at('circle.txt'));
  execFileSync('mkfifo', [at('pages/pipe.txt')]);
  // 新.txt in GBK: bytes that are no UTF-8
  writeFileSync(
    Buffer.concat([Buffer.from(at('pages/')), Buffer.from([0xd0, 0xc2]), Buffer.from('.txt')]),
    '投资6亿元。',
  );
});
afterAll(() => rmSync(root, { recursive: true }));

const names = async (...args: string[]) =>
  (await resolveInputs(args)).map((i) => (isProblem(i) ? `${i.code} ${i.file}` : i.name).replace(`${root}/`, ''));

test('a folder gives its text files, sorted, without circles, hidden files and pipes', async () =>
  expect(await names(at('pages'))).toEqual([
    'pages/[x].txt',
    'pages/a.txt',
    'pages/b(1).txt',
    'pages/b.txt',
    'pages/below/d.txt',
    'pages/c.TXT',
    'pages/\ufffd\ufffd.txt',
  ]));

test('a name in another encoding can be opened', async () => {
  const input = (await resolveInputs([at('pages')])).at(-1)!;
  expect(isProblem(input)).toBe(false);
  const source = await openSource(input as never, null);
  expect(isProblem(source) ? source : [...source.parts()]).toEqual(['投资6亿元。']);
});

test('what exists is taken as it is, only else as a pattern', async () => {
  expect(await names(at('pages/[x].txt'), at('pages/b(1).txt'))).toEqual(['pages/[x].txt', 'pages/b(1).txt']);
  expect(await names(at('pages/[ab].txt'))).toEqual(['pages/a.txt', 'pages/b.txt']);
});

test('each file once, however it is named', async () =>
  expect(await names(at('pages/b.txt'), at('pages/*.txt'), at('pages/./b.txt'), at('pages/below/again.txt'))).toEqual([
    'pages/b.txt',
    'pages/[x].txt',
    'pages/a.txt',
    'pages/b(1).txt',
    'BAD-NAME pages/\ufffd\ufffd.txt',
  ]));

test('what cannot be read is a problem in its place', async () =>
  expect(
    await names(at('none.txt'), at('*.zip'), at('empty'), at('broken.txt'), at('circle.txt'), at('pages/a.txt')),
  ).toEqual([
    'ENOENT none.txt',
    'NO-MATCH *.zip',
    'NO-MATCH empty',
    'ENOENT broken.txt',
    'ELOOP circle.txt',
    'pages/a.txt',
  ]));

test('a list of names has one a line, or is parted by NUL', () => {
  expect(parseFileList('a.txt\r\n b.txt\n\n')).toEqual(['a.txt', ' b.txt']);
  expect(parseFileList('a\nb.txt\0c.txt\0')).toEqual(['a\nb.txt', 'c.txt']);
});
