import { type App, cell, current, isEdited, verdict } from './app.ts';
import type { Figure } from './model.ts';
import { sentenceOf } from './model.ts';

/** Works out which figures pass the filter, in the sorted order, and says so. */
export function updateRows(app: App): void {
  const { model, state } = app;
  const passes = predicate(app);
  const rows: number[] = [];
  for (const figure of model.figures) if (passes(figure)) rows.push(figure.index);
  if (state.sort.column) sortRows(app, rows);
  app.rows = rows;
  app.rowOf.fill(-1);
  for (let i = 0; i < rows.length; i++) app.rowOf[rows[i]!] = i;
  app.emit('rows');
}

function predicate(app: App): (figure: Figure) => boolean {
  const { filter, document } = app.state;
  const tests: ((figure: Figure) => boolean)[] = [];
  if (filter.types.size > 0) tests.push((f) => filter.types.has(current(app, f, 'type') as string));
  if (filter.scope !== 'all') tests.push((f) => f.document === document);
  if (filter.scope !== 'all' && filter.scope !== 'document') {
    const article = Number(filter.scope);
    tests.push((f) => f.article === article);
  }
  if (filter.status) tests.push((f) => current(app, f, 'status') === filter.status);
  if (filter.decision === 'edited') tests.push((f) => isEdited(app, f.index));
  else if (filter.decision) tests.push((f) => verdict(app, f.index) === filter.decision);
  if (filter.subject) {
    const wanted = filter.subject.toLowerCase();
    tests.push((f) => ((current(app, f, 'subject') as string | null) ?? '').toLowerCase().includes(wanted));
  }
  if (filter.search) {
    const wanted = filter.search.toLowerCase();
    tests.push((f) => searchText(app, f).includes(wanted));
  }
  return (figure) => tests.every((test) => test(figure));
}

/** What the search looks through; made once a figure, for edits are few they are looked up apart. */
const searchTexts = new WeakMap<Figure, string>();

function searchText(app: App, f: Figure): string {
  let text = searchTexts.get(f);
  if (text === undefined) {
    const doc = app.model.docs[f.document]!;
    text = [
      f.text,
      f.value,
      f.subject,
      f.metric,
      f.item,
      f.period?.text,
      f.period?.edtf,
      f.id,
      f.rule,
      sentenceOf(doc, f).text,
    ]
      .filter((part) => part !== null && part !== undefined)
      .join('\n')
      .toLowerCase();
    searchTexts.set(f, text);
  }
  const edits = app.decisions.of(f.index)?.edits;
  return edits && Object.keys(edits).length > 0 ? `${text}\n${JSON.stringify(edits).toLowerCase()}` : text;
}

const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

/** Stable; numbers by size, texts as a Chinese reader orders them, what is missing last. */
function sortRows(app: App, rows: number[]): void {
  const { column, down } = app.state.sort;
  const keys = new Map<number, string | number | null>();
  for (const row of rows) keys.set(row, cell(app, app.model.figures[row]!, column));
  // Comparing texts by language is slow: each different text is ranked once, and rows are sorted by rank.
  const texts = [...new Set([...keys.values()].filter((k) => typeof k === 'string'))].sort(collator.compare);
  const rank = new Map(texts.map((text, i) => [text, i]));
  const sign = down ? -1 : 1;
  const order = (key: string | number | null | undefined): number =>
    typeof key === 'number' ? key : (rank.get(key as string) ?? 0);
  const group = (key: string | number | null | undefined): number =>
    key === null || key === undefined || key === '' ? 2 : typeof key === 'number' ? 0 : 1;
  rows.sort((a, b) => {
    const x = keys.get(a);
    const y = keys.get(b);
    return group(x) - group(y) || sign * (order(x) - order(y)) || a - b;
  });
}
