import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workplace } from './run.ts';

const { write, run, records, at } = workplace();
const text = write('page.txt', '东河水厂总投资12亿元，管网长30公里。\n东河水厂总投资15亿元。\n');
const [investment, length] = records([text]);
const WAS = { type: 'investment', text: '12亿元', line: 1 };

describe('a reviewer’s decisions', () => {
  const decisions = (changes: Record<string, unknown>[]) =>
    write(
      'decisions.json',
      JSON.stringify({
        format: 'shumu-decisions',
        version: 1,
        files: [
          {
            file: text,
            sha256: investment.source.sha256,
            decisions: changes.map((c) => ({ edits: {}, at: '2026-01-01T00:00:00Z', was: WAS, ...c })),
          },
        ],
      }),
    );

  test('what was rejected is left out, what was edited is written', () => {
    const file = decisions([
      { id: length.id, decision: 'rejected' },
      { id: investment.id, decision: 'accepted', edits: { metric: '投资' } },
    ]);
    const left = records(['--apply', file, text]);
    expect(left.map((r) => [r.text, r.metric])).toEqual([
      ['12亿元', '投资'],
      ['15亿元', '总投资'],
    ]);
  });

  test('what matches no record any more is said, and nothing is lost', () => {
    const { out, err } = run([
      '-f',
      'ndjson',
      '--apply',
      decisions([{ id: 'ffffffffffff', decision: 'rejected' }]),
      text,
    ]);
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(err).toContain('ffffffffffff');
  });

  test('a file that holds no decisions is an error on one line', () => {
    const { code, err } = run(['--apply', write('other.json', '{"x":1}'), text]);
    expect(code).toBe(2);
    expect(err).toMatch(/^extract: other\.json: not a file of decisions[^\n]*\n$/);
  });
});

test('extract review writes one self-contained page', () => {
  expect(run(['review', text, '-o', 'review.html'])).toMatchObject({ code: 0, out: '', err: '' });
  const html = readFileSync(at('review.html'), 'utf8');
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).toContain('default-src &#39;none&#39;');
  expect(html).not.toMatch(/(src|href)="https?:/);
});

test('extract check says what does not agree; --strict makes it an exit code', () => {
  const said = run(['check', text]);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toBe('page.txt:1: conflict: 东河水厂 总投资: 12亿元 ≠ 15亿元 (line 2) (off by 300000000)\n');
  expect(run(['check', '--strict', text]).code).toBe(1);
});
