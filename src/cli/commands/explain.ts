import { dateFromFileName } from '../../input/document-date.ts';
import { isProblem } from '../../input/problem.ts';
import { openSource } from '../../input/read.ts';
import type { Trace } from '../../meaning/meaning.ts';
import { cueNames, lostRules } from '../../meaning/type.ts';
import { createEngine, extractPage } from '../../pipeline.ts';
import { Class } from '../../rules/format.ts';
import { writeOut } from '../out.ts';
import { Exit, say, UsageError } from '../report.ts';
import { loadOwnRules } from '../rules.ts';

/** `extract explain FILE:LINE`: for each figure on that raw line what was seen, which rule decided its type, and which lost on what. */
export async function explain([place]: readonly string[], flags: { date?: string; rules?: string[] }): Promise<number> {
  const m = /^(.+):(\d+)$/.exec(place!);
  if (!m) throw new UsageError(`${place}: not a place (write FILE:LINE)`);
  const [, file, line] = m;
  const source = await openSource({ name: file!, path: file! }, null);
  if (isProblem(source)) {
    say(source);
    return Exit.failed;
  }
  const engine = createEngine(await loadOwnRules(flags.rules ?? []));
  const traces: Trace[] = [];
  const raw = [...source.parts()].join('');
  const { page, records } = extractPage(raw, {
    file: file!,
    date: flags.date ?? dateFromFileName(file!) ?? undefined,
    types: new Set(['all']),
    engine,
    trace: (t) => traces.push(t),
  });
  const onLine = records.filter((r) => r.source.line <= Number(line) && Number(line) <= r.source.endLine);
  const out = onLine.map((r) => {
    const seen = traces.find((t) => page.source.map.toRaw(t.meaning.quantity.start) === rawOffset(raw, r.source.start));
    return `${r.text}  → ${r.type} (${r.rule})\n${seen ? describe(seen, engine.meaning.types) : ''}`;
  });
  return writeOut(undefined, () => out.join('\n') || `${place}: no figure on this line\n`);
}

/** A record's code points back to UTF-16. */
const rawOffset = (raw: string, codePoints: number): number =>
  [...raw.slice(0, codePoints * 2)].slice(0, codePoints).join('').length;

function describe(seen: Trace, types: Parameters<typeof lostRules>[1]): string {
  const { facts, meaning } = seen;
  const fields = {
    subject: meaning.subject,
    metric: meaning.metric,
    item: meaning.item,
    period: meaning.period?.edtf ?? null,
    status: meaning.status,
    modifier: meaning.quantity.modifier,
  };
  const lost = lostRules(facts, types).map(({ rule, failed }) => `${rule.rule} (no ${failed})`);
  return [
    'tokens' in seen
      ? `  clause    ${clauseOf(seen)}`
      : `  table     column ${seen.column || '-'}, row ${seen.label || '-'}, over the rows ${seen.corner || '-'}`,
    `  seen      dimension ${facts.dimension}, head ${facts.head || '-'}, cues ${cueNames(facts.cues).join(' ') || '-'}`,
    `  fields    ${Object.entries(fields)
      .map(([k, v]) => `${k} ${v ?? '-'}`)
      .join(', ')}`,
    `  inferred  ${meaning.inferred.join(' ') || '-'}`,
    `  lost      ${lost.join(', ') || '-'}`,
    '',
  ].join('\n');
}

function clauseOf({ tokens, reading }: Extract<Trace, { tokens: unknown }>): string {
  const words: string[] = [];
  for (let i = reading.from; i < reading.to; i++)
    words.push(`${tokens.source.slice(tokens.start[i], tokens.end[i])}/${classesOf(tokens.kind[i]!)}`);
  return words.join(' ');
}

function classesOf(kind: number): string {
  const names = Object.entries(Class)
    .filter(([, bit]) => kind & bit)
    .map(([name]) => name);
  return (
    names.join('+') || (kind & (1 << 25) ? 'figure' : kind & (1 << 26) ? 'time' : kind & (1 << 27) ? 'mark' : 'unknown')
  );
}
