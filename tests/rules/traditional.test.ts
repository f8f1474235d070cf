import { expect, test } from 'vitest';
import { toSimplified } from '../../src/rules/traditional.ts';

test('Simplified text is the same text, with the characters that both scripts have', () => {
  for (const text of ['', '什么是著名商标？乾县显著提高', '成效显著，增长5%']) expect(toSimplified(text)).toBe(text);
});

test('Traditional characters become Simplified ones, those of both scripts in Traditional text only', () => {
  expect(toSimplified('隨著經濟發展')).toBe('随着经济发展');
  const quoted = `${'成效显著，全县完成投资25亿元。'.repeat(10)}他叫張明。`;
  expect(toSimplified(quoted)).toBe(quoted.replace('張', '张'));
});
