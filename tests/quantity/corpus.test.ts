import { describe, expect, test } from 'vitest';
import { checks, corpusFiles, readCorpus } from './corpus.ts';

describe('the quantity corpus', () => {
  const seen = new Map<string, string>();

  test.each(corpusFiles())('%s', (name) => {
    const file = readCorpus(name);
    const open = new Map((file.open ?? []).map(({ row, why }) => [row, why]));
    const all = checks(file);
    const faults = all.map(({ key, run }) => ({ key, fault: run() }));
    const broken = faults.filter(({ key, fault }) => fault !== null && !open.has(key));
    const mended = faults.filter(({ key, fault }) => fault === null && open.has(key));
    const keys = new Set(all.map(({ key }) => key));
    const stray = [...open.keys()].filter((key) => !keys.has(key));

    expect(broken.map(({ key, fault }) => `${key}\n      ${fault}`).join('\n')).toBe('');
    expect(
      mended.map(({ key }) => key),
      'rows that pass now: take them off the open list',
    ).toEqual([]);
    expect(stray, 'open rows that are not in the file').toEqual([]);
    expect([...open.values()].every((why) => why.length > 0)).toBe(true);
  });

  test('says a thing once', () => {
    const twice: string[] = [];
    for (const name of corpusFiles()) {
      for (const { key } of checks(readCorpus(name))) {
        const before = seen.get(key);
        if (before) twice.push(`${key}: ${before}, ${name}`);
        seen.set(key, name);
      }
    }
    expect(twice).toEqual([]);
  });
});
