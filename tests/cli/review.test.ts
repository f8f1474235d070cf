import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workplace } from './run.ts';

const { write, run, records, at } = workplace();

const good = write('good.txt', '全市完成投资19亿元，其中公路10.8亿元，铁路4.4亿元，水路1.2亿元，场站2.6亿元。\n');
const bad = write('bad.txt', '全市完成投资30亿元，其中工业16.2亿元，农业8.3亿元，服务业4.5亿元。\n');
const twice = write('twice.txt', '东河水厂总投资12亿元。\n东河水厂总投资15亿元。\n');

describe('extract check', () => {
  test('prints each finding with its place, and is content', () => {
    expect(run(['check', good, bad, twice])).toEqual({
      code: 0,
      err: '',
      out: [
        'good.txt:1: sum: 19亿元 = 10.8亿元 + 4.4亿元 + 1.2亿元 + 2.6亿元',
        'bad.txt:1: sum: 30亿元 ≠ 16.2亿元 + 8.3亿元 + 4.5亿元 (off by 100000000)',
        'twice.txt:1: conflict: 东河水厂 总投资: 12亿元 ≠ 15亿元 (line 2) (off by 300000000)',
        '',
      ].join('\n'),
    });
  });
  test.each([
    [good, 0],
    [bad, 1],
    [twice, 1],
  ])('--strict on %s exits %i', (file, code) => expect(run(['check', '--strict', file]).code).toBe(code));
  test('a missing file is named, the others are checked', () => {
    const { code, err, out } = run(['check', 'none.txt', good]);
    expect(code).toBe(1);
    expect(err).toContain('none.txt');
    expect(out).toContain('19亿元 = ');
  });
});

describe('extract review', () => {
  test('writes one file with every document, the same bytes each time, nothing from outside', () => {
    expect(run(['review', good, twice, '-o', 'a.html'])).toEqual({ code: 0, out: '', err: '' });
    const page = readFileSync(at('a.html'), 'utf8');
    expect(page.slice(0, 300)).toMatch(/^<!doctype html>[\s\S]*default-src &#39;none&#39;/);
    expect(page.match(/(?:src|href)="?(?:https?:)?\/\/.{40}/g)).toBeNull();
    expect(records([good, twice]).filter((r) => !page.includes(r.id))).toEqual([]);
    expect(run(['review', good, twice]).out === page).toBe(true);
  });
  test('a missing file is named, the others are in the page', () => {
    const { code, err, out } = run(['review', 'none.txt', good]);
    expect(code).toBe(1);
    expect(err).toContain('none.txt');
    expect(out).toContain('good.txt');
  });
});

describe('--apply', () => {
  const [first, second] = records([twice]);
  const decision = (record: { id: string; type: string; text: string }, more: object) => ({
    id: record.id,
    decision: null,
    edits: {},
    at: '2024-01-01T00:00:00.000Z',
    was: { type: record.type, text: record.text, line: 1 },
    ...more,
  });
  const file = (...decisions: object[]) =>
    write(
      'decisions.json',
      JSON.stringify({
        format: 'shumu-decisions',
        version: 1,
        files: [{ file: 'twice.txt', sha256: '0'.repeat(64), decisions }],
      }),
    );

  test('leaves out what was rejected and writes what was edited', () => {
    file(
      decision(first, { decision: 'rejected' }),
      decision(second, { decision: 'accepted', edits: { subject: '西山水厂' } }),
    );
    expect(records(['--apply', 'decisions.json', twice])).toEqual([{ ...second, subject: '西山水厂' }]);
  });
  test('a decision that matches nothing any more is told, not lost', () => {
    file(decision({ ...first, id: 'feedfeedfeed' }, { decision: 'rejected' }));
    const { code, err, out } = run(['-f', 'ndjson', '--apply', 'decisions.json', twice]);
    expect(code).toBe(0);
    expect(err).toContain('feedfeedfeed');
    expect(err).toContain('matches no record any more');
    expect(out.trim().split('\n')).toHaveLength(2);
  });
  test('a file that holds no decisions is a wrong call', () => {
    write('notes.json', '{"a": 1}');
    const { code, err } = run(['--apply', 'notes.json', twice]);
    expect(code).toBe(2);
    expect(err).toContain('notes.json');
    expect(err).not.toContain('    at ');
  });
});
