import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { endOf, workplace } from './run.ts';

const { run, start } = workplace();
const answers = (input: string | Uint8Array, ...args: string[]) =>
  run(['--documents', ...args], input)
    .out.split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('one answer for each line, in order', () => {
  test('records, with the document’s own date', () => {
    const [a, b] = answers('{"id":"a","text":"去年增长5%。","date":"2012-02-02"}\n{"id":7,"text":"总投资25亿元。"}\n');
    expect(a).toMatchObject({
      id: 'a',
      records: [{ type: 'growth', period: { edtf: '2011' }, source: { file: 'a', start: 4 } }],
    });
    expect(b).toMatchObject({ id: 7, records: [{ type: 'investment', source: { file: '7' } }] });
  });

  test.each([
    ['not JSON', 'what'],
    ['no line at all', ''],
    ['no object', '[1]'],
    ['no object either', 'null'],
    ['no text', '{"id":1}'],
    ['a text that is none', '{"id":1,"text":5}'],
    ['a date that is none', '{"id":1,"text":"5亿元","date":"soon"}'],
  ])('%s is an error of its line only', (_, line) => {
    const [before, wrong, after] = answers(`{"id":0,"text":"5亿元"}\n${line}\n{"id":2,"text":"6亿元"}`);
    expect(before.records).toHaveLength(1);
    expect(wrong).toEqual({ id: line.startsWith('{') ? 1 : null, error: expect.any(String) });
    expect(after).toMatchObject({ id: 2, records: [{ text: '6亿元' }] });
  });

  test('bytes that are no UTF-8', () => {
    const input = Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.from('{"id":1,"text":"5亿元"}\n')]);
    expect(answers(input).map((a) => 'error' in a)).toEqual([true, false]);
  });

  test('lone surrogates, __proto__ and a text that says "error" do no harm', () => {
    const lines = [
      '{"id":"__proto__","text":"\\ud800投资5亿元"}',
      '{"__proto__":{"x":1},"text":"投资5亿元"}',
      '{"id":{"error":1},"text":"\\"error\\":5亿元"}',
    ];
    const found = answers(lines.join('\n'));
    expect(found.map((a) => a.records.length)).toEqual([1, 1, 1]);
    expect(run(['--documents'], lines.join('\n')).code).toBe(0);
  });

  test('nothing is kept from line to line', () => {
    const line = '{"text":"今年增长5%。市区面积127平方公里，其中耕地30亩。"}';
    const found = answers(
      `${line}\n{"text":"2010年5月6日 星期四\\n甲公司总投资25亿元。","date":"2010-05-06"}\n${line}\n`,
    );
    expect(found[2]).toEqual(found[0]);
  });

  test('the exit code says whether all went well', () => {
    expect(run(['--documents'], '{"text":"5亿元"}\n').code).toBe(0);
    expect(run(['--documents'], 'what\n').code).toBe(1);
    expect(run(['--documents'], '').out).toBe('');
  });
});

test('an answer comes before the next line is sent', async () => {
  const child = start(['--documents']);
  const lines = createInterface({ input: child.stdout! });
  for (const id of [1, 2, 3]) {
    child.stdin!.write(`${JSON.stringify({ id, text: '总投资25亿元。' })}\n`);
    const [line] = await once(lines, 'line');
    expect(JSON.parse(line)).toMatchObject({ id, records: [{ text: '25亿元' }] });
  }
  child.stdin!.end();
  expect(await endOf(child)).toEqual({ code: 0, signal: null });
});

test('a thousand lines and a long one come back whole', () => {
  const long = '全市完成投资5亿元。'.repeat(30_000);
  const lines = Array.from({ length: 1000 }, (_, id) =>
    JSON.stringify({ id, text: id === 500 ? long : `投资${id + 1}亿元。` }),
  );
  const found = answers(lines.join('\n'));
  expect(found.map((a) => a.id)).toEqual(lines.map((_, id) => id));
  expect(found[500].records).toHaveLength(30_000);
  expect(found[999].records[0].value).toBe(1000e8);
});
