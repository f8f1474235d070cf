import { describe, expect, test } from 'vitest';
import { createEngine, extractText } from '../../src/pipeline.ts';
import { FigureRecord } from '../../src/record/schema.ts';
import { builtInRules } from '../../src/rules/built-in.ts';
import { parseRules } from '../../src/rules/load.ts';
import { RuleFileSchema } from '../../src/rules/schema.ts';

test('the built-in rules are of the form that a user’s own must have', () => {
  for (const file of builtInRules()) expect(RuleFileSchema.safeParse(file).error?.issues ?? []).toEqual([]);
});

test('every rule gives a type of the contract', () => {
  const types = FigureRecord.options.map((o) => o.shape.type.value as string);
  for (const rule of builtInRules().flatMap((f) => f.types ?? [])) expect(types).toContain(rule.type);
});

test('names are given to one rule only', () => {
  const names = builtInRules()
    .flatMap((f) => f.types ?? [])
    .map((r) => r.rule);
  expect(new Set(names).size).toBe(names.length);
});

describe('a user’s own rules', () => {
  const own = (yaml: string) => {
    const { rules, errors } = parseRules(yaml, 'own.yaml');
    expect(errors).toBeNull();
    return createEngine([rules!]);
  };

  test('a new unit is read', () => {
    const engine = own('units: {mass: [{unit: 麻袋, factor: 90}]}');
    expect(extractText('全村交售稻谷300麻袋。', { engine }).map((r) => [r.text, r.type, r.canonical?.value])).toEqual([
      ['300麻袋', 'mass', 27_000],
    ]);
  });

  test('a new counter is read', () => {
    const engine = own('counters: {count: [骑]}');
    expect(extractText('比赛吸引了骏马48骑。', { engine }).map((r) => [r.text, r.unit])).toEqual([['48骑', '骑']]);
  });

  test('a rule of one’s own ranks before the built-in ones', () => {
    const text = '公司估值达到30亿元。';
    const engine = own('types: [{rule: own/valuation, type: investment, dimension: [money], near: [估值]}]');
    expect(extractText(text).map((r) => r.type)).toEqual(['money']);
    expect(extractText(text, { engine }).map((r) => [r.type, r.rule])).toEqual([['investment', 'own/valuation']]);
  });

  test('what is wrong is said with its line', () => {
    const { errors } = parseRules('types:\n  - rule: own/x\n    type: money\n    dimensoin: [money]\n', 'own.yaml');
    expect(errors).toEqual([{ file: 'own.yaml', line: 4, message: 'types.0: Unrecognized key: "dimensoin"' }]);
  });

  test.each([
    ['a sign that nothing sets', 'types:\n  - rule: own/x\n    type: money\n    cue: [nosuch]\n', 4, 'types.0.cue.0'],
    ['a kind of name that nothing asks for', 'entities:\n  ship: [号]\n', 2, 'entities'],
  ])('%s is said', (_, yaml, line, path) => {
    const [error] = parseRules(yaml, 'own.yaml').errors!;
    expect(error!.line).toBe(line);
    expect(error!.message).toContain(path);
  });

  test('broken YAML is said with its line', () => {
    expect(parseRules('types:\n  - [', 'own.yaml').errors?.[0]?.line).toBeGreaterThan(0);
  });
});
