import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { encode } from '../input/encoders.ts';
import { seedText } from '../seed.ts';
import { endOf, workplace } from './run.ts';

const { write, run, shell, start, records, at, folder } = workplace();
const TEXT = '总投资25亿元的项目开工。\n';
const good = write('good.txt', TEXT);
/** Many pages: enough that a run takes seconds. */
const long = write('long.txt', `${seedText()}\n\n`.repeat(1500));

/** One line for each problem, in the form that all have. */
const oneLine = (err: string) => expect(err).toMatch(/^(extract: [^\n]+ \([^\n]+\)\n)*$/);
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
const leftovers = () => readdirSync(folder).filter((name) => name.endsWith('.part'));

describe('inputs that cannot be read: named on one line, the others done, exit 1', () => {
  mkdirSync(at('folder.txt'));
  mkdirSync(at('empty'));
  symlinkSync('circle', at('circle'));
  test.each([
    ['a missing file', 'none.txt', 'no such file'],
    ['a folder without text', 'empty', 'holds no .txt file'],
    ['a folder named like a file', 'folder.txt', 'holds no .txt file'],
    ['a pattern without a match', '*.zip', 'matches no file'],
    ['a circle of links', 'circle', 'in a circle'],
    ['a device', '/dev/zero', 'is a device'],
    ['a PDF', write('paper.txt', '%PDF-1.7\n%âãÏÓ'), 'is a PDF'],
    ['a ZIP', write('zip.txt', 'PK\u0003\u0004aaaa'), 'is a ZIP'],
    [
      'binary data',
      write(
        'bin.txt',
        Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31) >> 3),
      ),
      'is binary',
    ],
  ])('%s', (_, name, message) => {
    const { code, out, err } = run(['-f', 'ndjson', name, good]);
    expect(code).toBe(1);
    expect(err).toContain(`extract: ${name}: `);
    expect(err).toContain(message);
    oneLine(err);
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  test('a pipe that nobody writes to', () => {
    const { code, err } = shell('mkfifo lonely; $EXTRACT lonely');
    expect(code).toBe(1);
    expect(err).toContain('nobody writes to this pipe');
  });

  test('a file that vanishes while others are read', () => {
    const { code, err } = shell(
      'for i in 1 2 3; do cp long.txt v$i.txt; done; ($EXTRACT --jobs 1 v1.txt v2.txt v3.txt > vanish.csv 2> vanish.err; echo $? > vanish.code) & sleep 0.4; rm v3.txt; wait; cat vanish.err >&2; exit $(cat vanish.code)',
    );
    expect(code).toBe(1);
    expect(err).toContain('extract: v3.txt: no such file');
  });

  test('--strict stops at the first and leaves the old file', () => {
    write('old.csv', 'old');
    const { code, err } = run(['--strict', '-o', 'old.csv', 'none.txt', 'good.txt']);
    expect(code).toBe(1);
    expect(err.split('\n')[0]).toContain('none.txt');
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  test('--strict on standard output still ends the array', () =>
    expect(JSON.parse(run(['--strict', '-f', 'json', good, 'none.txt', good]).out)).toHaveLength(1));

  test('where nothing could be read the old file stays', () => {
    write('old.csv', 'old');
    expect(run(['-o', 'old.csv', 'none.txt']).code).toBe(1);
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('old');
  });

  test('--json-errors is one object a line', () => {
    const { err } = run(['--json-errors', 'none.txt', '*.zip']);
    const lines = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ level, file, code }) => ({ level, file, code }))).toEqual([
      { level: 'error', file: 'none.txt', code: 'ENOENT' },
      { level: 'error', file: '*.zip', code: 'NO-MATCH' },
    ]);
  });
});

describe('inputs that are strange but no faults', () => {
  test('an empty file, and text without figures', () => {
    expect(run(['-f', 'json', write('zero.txt', '')])).toMatchObject({ code: 0, out: '[]\n', err: '' });
    expect(run(['-f', 'json', '--fail-empty', 'zero.txt']).code).toBe(1);
    expect(run(['-f', 'ndjson'], '没有数字。')).toMatchObject({ code: 0, out: '' });
  });

  test.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)('%s without being told', (encoding) => {
    const [record] = records([], encode(TEXT, encoding));
    expect(record).toMatchObject({ text: '25亿元', value: 2_500_000_000, source: { start: 3, line: 1 } });
  });

  test('--encoding has the last word, and is said where it does not fit', () => {
    const { out, err, code } = run(
      ['-f', 'ndjson', '--types', 'all', '--encoding', 'utf-8'],
      encode('总投资25亿元。', 'gb18030'),
    );
    expect(code).toBe(0);
    expect(err).toMatch(/^extract: -: \d+ places cannot be decoded, at bytes 0/);
    expect(out).toContain('25');
    expect(run(['--encoding', 'gbk'], '').code).toBe(2);
  });

  test('undecodable bytes are said with their offset, the rest is read', () => {
    const bytes = Buffer.concat([
      Buffer.from('总投资25亿元。'),
      Buffer.from([0xff]),
      Buffer.from('规划面积127平方公里。\n'),
    ]);
    const { out, err, code } = run(['-f', 'ndjson'], bytes);
    expect(code).toBe(0);
    expect(err).toContain('1 place cannot be decoded, at byte 20;');
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text),
    ).toEqual(['25亿元', '127平方公里']);
  });

  test('a character cut off at the end is no other encoding', () => {
    const bytes = Buffer.from(TEXT);
    for (let length = 9; length < bytes.length; length += 5)
      expect(run(['-f', 'ndjson'], bytes.subarray(0, length)).err).not.toContain('gb18030');
  });

  test('names: spaces, line ends, escapes, a dash before, __proto__, patterns', () => {
    const names = [
      'a b.txt',
      'a\nb.txt',
      '\u001b[31mred.txt',
      '-rf',
      '__proto__',
      'b(1).txt',
      '[x].txt',
      '=1+1.txt',
      '文.txt',
    ];
    for (const name of names) write(name, TEXT);
    const found = records(['--', ...names]).map((r) => r.source.file);
    expect(found).toEqual(names);
    const { err } = run(['none\n\u001b[31m\u202e.txt']);
    expect(err).toMatch(/^extract: none\\n\\u001b\[31m\\u202e\.txt: [^\n]+\n$/);
  });

  test('hostile text reaches no terminal raw, and no page or sheet alive', () => {
    const text = '\u001b]0;x\u0007\u202e</script>=1+1公司总投资25亿元的项目开工。';
    expect(run(['-f', 'table', '--columns', 'text,subject,source_sentence'], text).out).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u202e]/,
    );
    expect(run(['repair', '--diff', write('hostile.txt', text)]).out).not.toContain('\u001b');
    const sentence = records([], text)[0].source.sentence;
    expect(sentence).toContain('</script>');
  });

  test('one line of some megabytes', () => {
    write('line.txt', '全市完成投资5亿元，同比增长3%。'.repeat(60_000));
    const { code, out } = run(['-f', 'ndjson', 'line.txt']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(120_000);
  });
});

describe('arguments', () => {
  test('standard input by a dash, by nothing, by a redirection and by a pipe', () => {
    for (const script of [
      '$EXTRACT -f ndjson - < good.txt',
      '$EXTRACT -f ndjson < good.txt',
      'cat good.txt | $EXTRACT -f ndjson',
      '$EXTRACT -f ndjson <(cat good.txt)',
      'cat good.txt | $EXTRACT -f ndjson /dev/stdin',
    ])
      expect(shell(script).out.trim().split('\n')).toHaveLength(1);
  });

  test('names from a list: one a line, by NUL, from standard input', () => {
    write('list', 'good.txt\n');
    expect(records(['--files-from', 'list'])).toHaveLength(1);
    expect(shell("printf 'good.txt\\0' | $EXTRACT --files-from - -f ndjson").out.trim().split('\n')).toHaveLength(1);
    expect(run(['--files-from', 'no-list']).code).toBe(2);
  });

  test('a list without names is no reason to wait for standard input', () => {
    write('empty-list', '');
    expect(run(['--files-from', 'empty-list', '-f', 'ndjson'], TEXT).out).toBe('');
  });

  test('the document’s date: told, else of the name, else of the text, else unknown', () => {
    const value = (args: string[], input?: string) => records(args, input).find((r) => r.text === '3月5日').value;
    write('20120202.txt', '3月5日，新桥通车。');
    expect(value(['20120202.txt'])).toBe('2012-03-05');
    expect(value(['--date', '2010-01-01', '20120202.txt'])).toBe('2010-03-05');
    expect(value([], '时间：2011-05-06\n3月5日，新桥通车。')).toBe('2011-03-05');
    expect(value([], '3月5日，新桥通车。')).toBe('XXXX-03-05');
  });

  test.each([
    [['--nonsense']],
    [['--format', 'pdf', 'good.txt']],
    [['--types', 'weather', 'good.txt']],
    [['--columns', 'colour', 'good.txt']],
    [['--date', '2012-02-30', 'good.txt']],
    [['--jobs', '0', 'good.txt']],
    [['-f', 'xlsx', 'good.txt']],
    [['-o', 'figures.doc', 'good.txt']],
    [['--documents', 'good.txt']],
    [['repair']],
    [['schema', 'what']],
    [['explain', 'good.txt']],
    [['completions', 'tcsh']],
  ])('a wrong call, %j, is said on one line with exit 2', (args) => {
    const { code, out, err } = run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^extract: [^\n]+\n$/);
  });
});

describe('outputs that cannot be written', () => {
  test('a full disk, to standard output and to a file: 74', () => {
    for (const script of [
      '$EXTRACT good.txt > /dev/full',
      '$EXTRACT -f csv -o /dev/full good.txt',
      '$EXTRACT repair good.txt > /dev/full',
      '$EXTRACT schema > /dev/full',
      `echo '{"text":"25亿元"}' | $EXTRACT --documents > /dev/full`,
    ]) {
      const { code, err } = shell(script);
      expect(code).toBe(74);
      expect(err).toContain('no space left');
      oneLine(err);
    }
  });

  test('a disk that runs full on the way leaves the old file whole', () => {
    write('old.csv', 'old');
    const { code } = shell('ulimit -f 20; $EXTRACT -o old.csv long.txt');
    expect(code).toBe(74);
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  test('a file that is read-only, a folder, a folder that is missing: 74, nothing changed', () => {
    write('locked.csv', 'old');
    chmodSync(at('locked.csv'), 0o444);
    for (const target of ['locked.csv', 'empty', 'nowhere/x.csv']) {
      const { code, err } = run(['-f', 'csv', '-o', target, good]);
      expect(code).toBe(74);
      oneLine(err);
    }
    expect(readFileSync(at('locked.csv'), 'utf8')).toBe('old');
  });

  test('the output cannot be one of the inputs, under any name', () => {
    write('both.txt', TEXT);
    symlinkSync('both.txt', at('alias.csv'));
    for (const target of ['both.txt', './both.txt', 'alias.csv'])
      expect(run(['-f', 'csv', '-o', target, good, 'both.txt']).code).toBe(2);
    expect(readFileSync(at('both.txt'), 'utf8')).toBe(TEXT);
  });

  test('a link stays a link, and a file keeps its mode', () => {
    write('real.csv', 'old');
    chmodSync(at('real.csv'), 0o640);
    symlinkSync('real.csv', at('link.csv'));
    expect(run(['-o', 'link.csv', good]).code).toBe(0);
    expect(readFileSync(at('real.csv'), 'utf8')).toContain('25亿元');
    expect(statSync(at('real.csv')).mode & 0o777).toBe(0o640);
  });

  test('a reader that goes away is no fault', () => {
    const { err, out } = shell('$EXTRACT -f ndjson long.txt | head -n 1 | wc -l; echo $PIPESTATUS');
    expect(err).toBe('');
    expect(out.trim().split(/\s+/)).toEqual(['1', '0']);
  });

  test('Ctrl-C in the middle: 130, the old file whole', async () => {
    write('old.csv', 'old');
    const child = start(['-o', 'old.csv', long, long, 'good.txt']);
    while (leftovers().length === 0) await wait(20); // until it writes, however slow the machine is
    await wait(100);
    child.kill('SIGINT');
    expect(await endOf(child)).toEqual({ code: 130, signal: null });
    expect(readFileSync(at('old.csv'), 'utf8')).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  test('Ctrl-C while a reader dawdles still ends it', async () => {
    const child = start(['-f', 'ndjson', long]);
    await wait(1000);
    child.kill('SIGINT');
    const { code, signal } = await endOf(child);
    expect(code === 130 || signal === 'SIGINT').toBe(true);
  });
});

describe('what is said', () => {
  test('--summary counts, --quiet says nothing but errors', () => {
    const { err } = run(['--summary', good, 'zero.txt']);
    expect(err).toMatch(/^files {4}2 read, 0 failed/m);
    expect(err).toMatch(/^records {2}1: investment 1$/m);
    expect(run(['--summary', '--quiet', good]).err).toBe('');
    expect(run(['--quiet'], Uint8Array.of(0xe6, 0x80, 0xbb, 0xe6, 0x80, 0xbb, 0xe6)).err).toBe('');
  });

  test('colours: never in a pipe unless forced, never against NO_COLOR or --no-color', () => {
    const introducer = '\u001b[';
    const table = (args: string[], env: NodeJS.ProcessEnv) =>
      run(['-f', 'table', ...args, good], '', { NO_COLOR: '', FORCE_COLOR: '', ...env }).out;
    expect(table([], {})).not.toContain(introducer);
    expect(table([], { FORCE_COLOR: '1' })).toContain(introducer);
    expect(table([], { FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain(introducer);
    expect(table(['--no-color'], { FORCE_COLOR: '1' })).not.toContain(introducer);
  });
});
