import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEED, SEED_DATE } from '../seed.ts';

// The real built command: `npm test` builds first.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shumu-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: string[], input?: string) => {
  const r = spawnSync(process.execPath, ['bin/extract.js', ...args], { encoding: 'utf8', input, maxBuffer: 1 << 26 });
  return { code: r.status, out: r.stdout, err: r.stderr };
};
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('formats', () => {
  test('csv where the output is piped, with the contract’s columns first', () => {
    const { out, code } = run(['--date', SEED_DATE, SEED]);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^id,type,text,value,minValue,maxValue,unit,unitCode,canonical_value/);
    expect(out.split('\n').filter((l) => l.startsWith('id,'))).toHaveLength(1);
  });

  test('json is one array, ndjson the same records a line', () => {
    const array = JSON.parse(run(['-f', 'json', SEED]).out);
    const lines = run(['-f', 'ndjson', SEED])
      .out.trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(lines).toEqual(array);
    expect(array.length).toBeGreaterThan(80);
  });

  test('no records make a whole array', () =>
    expect(JSON.parse(run(['-f', 'json'], '没有数字的一句话。').out)).toEqual([]));

  test('-o takes the format from the ending and leaves nothing half written beside', () => {
    const target = join(folder, 'out.ndjson');
    expect(run(['-o', target, SEED]).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe(run(['-f', 'ndjson', SEED]).out);
    expect(readdirSync(folder).filter((f) => f.endsWith('.tmp'))).toEqual([]);
  });

  test('a table is cut to the width and sends no control characters', () => {
    const { out } = run(['-f', 'table', '--no-color'], '\u001b[31m水厂项目投资5亿元。');
    expect(out).toContain('investment');
    expect(out).not.toContain('\u001b');
  });

  test('text that a spreadsheet would run is set behind an apostrophe', () => {
    const path = file('=1+1.txt', '投资5亿元。');
    const cells = run([path]).out;
    expect(cells).toContain(path.startsWith('=') ? "'=" : path);
    const name = run(['-f', 'csv'], '=cmd公司投资5亿元。').out;
    expect(name).toContain("'=cmd");
    expect(run(['-f', 'csv', '--no-escape-formulas'], '=cmd公司投资5亿元。').out).not.toContain("'=cmd");
  });
});

describe('choices', () => {
  test('--types keeps those named; number and ordinal only when asked for', () => {
    const text = '第3届大会投资5亿元，编号77。';
    const types = (...args: string[]) =>
      run(['-f', 'ndjson', ...args], text)
        .out.trim()
        .split('\n')
        .filter(Boolean)
        .map((l) => JSON.parse(l).type);
    expect(types()).toEqual(['investment']);
    expect(types('--types', 'money')).toEqual([]);
    expect(types('--types', 'all')).toContain('ordinal');
  });

  test('--date resolves the year, without it it stays unknown', () => {
    const edtf = (...args: string[]) => JSON.parse(run(['-f', 'ndjson', ...args], '3月5日，新桥通车。').out).value;
    expect(edtf('--date', '2019-06-01')).toBe('2019-03-05');
    expect(edtf()).toBe('XXXX-03-05');
  });
});

describe('faults', () => {
  test('an unknown file is named, the others are done, exit 1', () => {
    const { code, out, err } = run(['-f', 'ndjson', join(folder, 'none.txt'), SEED]);
    expect(code).toBe(1);
    expect(err).toMatch(/^extract: .*none\.txt: no such file or folder \(.+\)\n$/);
    expect(out.split('\n').length).toBeGreaterThan(80);
  });

  test('a wrong type, date or format is a usage error', () => {
    for (const args of [
      ['--types', 'weather', SEED],
      ['--date', '2012-13-01', SEED],
      ['-f', 'pdf', SEED],
      ['--nonsense'],
    ]) {
      const { code, err } = run(args);
      expect(code).toBe(2);
      expect(err).toMatch(/^extract: /);
      expect(err).not.toContain('    at ');
    }
  });

  test('a full disk ends with 74 and a line that says so', () => {
    const r = spawnSync('sh', ['-c', `"${process.execPath}" bin/extract.js ${SEED} > /dev/full`], { encoding: 'utf8' });
    expect(r.status).toBe(74);
    expect(r.stderr).toBe(
      'extract: standard output: cannot be written: no space left on the device (make room on the disk, or write elsewhere)\n',
    );
  });

  test('a reader that goes away is no fault', () => {
    const r = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" bin/extract.js -f ndjson ${SEED} ${SEED} | head -n 1 > /dev/null; echo done`],
      { encoding: 'utf8' },
    );
    expect(r.stderr).toBe('');
  });

  test('the output cannot be one of the inputs', () => {
    const path = file('page.csv', '投资5亿元。');
    const { code, err } = run(['-o', path, path]);
    expect(code).toBe(2);
    expect(err).toContain('is one of the inputs');
    expect(readFileSync(path, 'utf8')).toBe('投资5亿元。');
  });

  test('binary files and folders without text are refused by name', () => {
    const path = file('a.txt', '\u0000\u0001\u0002\u0003'.repeat(200));
    expect(run([path]).err).toContain('a.txt');
    expect(run([path]).code).toBe(1);
  });
});

describe('other commands', () => {
  test('repair prints the mended text, articles apart', () => {
    const { out } = run(['repair', SEED]);
    expect(out).toContain('总投资25亿元的');
    expect(out.split('\n\n').length).toBe(7);
  });

  test('repair --diff gives each edit its reason', () =>
    expect(run(['repair', '--diff', SEED]).out).toMatch(/split-number\n/));

  test('schema is JSON Schema with one branch a type', () =>
    expect(JSON.parse(run(['schema']).out).oneOf).toHaveLength(21));

  test('explain says what was seen and what lost', () => {
    const path = file('explain.txt', '全市完成基础设施投资55亿元。\n');
    const { out } = run(['explain', `${path}:1`]);
    expect(out).toContain('55亿元  → investment (investment/total)');
    expect(out).toContain('全市/deictic');
  });

  test('explain says by which headings a number in a table was read', () => {
    const path = file('table.txt', '单位：万元\n县区 税收收入\n云溪县 45210\n石鼓区 71630\n');
    const { out } = run(['explain', `${path}:3`]);
    expect(out).toContain('45210  → money (money/unit)');
    expect(out).toContain('column 税收收入, row 云溪县, over the rows 县区');
  });

  test('rules check runs the examples in the file', () => {
    const good = file(
      'good.yaml',
      'measures: {heads: {money: [估值]}}\nexamples:\n  - {text: 公司估值30亿元。, figures: [{text: 30亿元, type: money, metric: 估值}]}\n',
    );
    expect(run(['rules', 'check', good])).toMatchObject({ code: 0 });
    const bad = file('bad.yaml', 'examples:\n  - {text: 公司估值30亿元。, figures: [{text: 30亿元, type: growth}]}\n');
    const { code, err } = run(['rules', 'check', bad]);
    expect(code).toBe(1);
    expect(err).toContain('type should be "growth", is "money"');
  });

  test('--version and --help', () => {
    expect(run(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(['--help']).out).toContain('Examples:');
  });
});
