import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFigures, formatFinding } from '../../src/checks/check.ts';
import { extractPage } from '../../src/pipeline.ts';

interface Row {
  text: string;
  findings: string[];
}

const rows = parse(readFileSync('tests/corpus/checks/findings.yaml', 'utf8')) as Row[];

test.each(rows)('$text', ({ text, findings }) => {
  const { page, records } = extractPage(text, { file: 'x.txt' });
  const said = checkFigures(page, records).map((f) => formatFinding(f).replace(/^x\.txt:\d+: (sum|conflict): /, ''));
  expect(said).toEqual(findings);
});
