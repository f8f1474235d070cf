import type { FigureType } from '../../record/schema.ts';
import { ALL_COLUMNS, type App, cell, current, isEdited, select, step, verdict } from './app.ts';
import { fill, h } from './dom.ts';
import type { Figure } from './model.ts';
import { updateRows } from './rows.ts';
import { fieldName, formatNumber, t, typeLetter, typeName, valueName } from './strings.ts';
import { appendText, visible } from './visible.ts';

/** Height of a row, as style/panel.css has it. */
const ROW = 34;
const OVERSCAN = 8;
/** Most rows that are printed. */
const PRINTED = 3000;

const WIDTHS: Record<string, number> = {
  decision: 76,
  type: 134,
  text: 118,
  value: 124,
  unit: 80,
  subject: 154,
  metric: 122,
  item: 122,
  period: 104,
  status: 80,
  modifier: 90,
  unitCode: 90,
  inferred: 130,
  rule: 160,
  file: 180,
  article: 180,
  line: 56,
  sentence: 420,
  id: 120,
};

/** The table of all figures that pass the filter: sorted by a click on a head, only visible rows in the DOM. */
export function createTableView(app: App, scroller: HTMLElement): { print(on: boolean): void } {
  const head = h('tr', { 'aria-rowindex': 1 });
  const above = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td'));
  const below = h('tr', { class: 'spacer', 'aria-hidden': 'true' }, h('td'));
  const body = h('tbody');
  const cols = h('colgroup');
  const table = h(
    'table',
    { role: 'grid', class: 'records', 'aria-label': t('table') },
    cols,
    h('thead', {}, head),
    body,
  );
  const empty = h('p', { class: 'empty' }, t('nothingFound'));
  const more = h('p', { class: 'left-out' });
  scroller.append(table, empty, more);
  let printing = false;
  let drawn = { from: -1, to: -1 };

  function drawHead(): void {
    const { columns, sort } = app.state;
    fill(cols, ...columns.map((c) => h('col', { class: `c-${c}` })));
    columns.forEach((c, i) => {
      (cols.children[i] as HTMLElement).style.width = `${WIDTHS[c]}px`;
    });
    table.style.width = `${columns.reduce((n, c) => n + WIDTHS[c]!, 0)}px`;
    fill(
      head,
      ...columns.map((column) =>
        h(
          'th',
          {
            scope: 'col',
            'data-column': column,
            'aria-sort': sort.column === column ? (sort.down ? 'descending' : 'ascending') : 'none',
          },
          h('button', { type: 'button', onclick: () => sortBy(column) }, fieldName(column)),
        ),
      ),
    );
  }

  /** First click up, second down, third back to the text's order. */
  function sortBy(column: string): void {
    const { sort } = app.state;
    if (sort.column !== column) app.state.sort = { column, down: false };
    else app.state.sort = sort.down ? { column: '', down: false } : { column, down: true };
    updateRows(app);
    head.querySelector<HTMLElement>(`[data-column="${column}"] button`)?.focus();
  }

  function draw(force: boolean): void {
    const count = app.rows.length;
    const first = printing ? 0 : Math.max(0, Math.floor(scroller.scrollTop / ROW) - OVERSCAN);
    const visible = Math.ceil(scroller.clientHeight / ROW) + 2 * OVERSCAN;
    const from = Math.min(first, Math.max(0, count - visible));
    const to = printing ? Math.min(count, PRINTED) : Math.min(count, from + visible);
    if (!force && from === drawn.from && to === drawn.to) return;
    const focused = body.contains(document.activeElement);
    drawn = { from, to };
    const rows: HTMLElement[] = [];
    for (let i = from; i < to; i++) rows.push(drawRow(i));
    above.style.height = `${from * ROW}px`;
    below.style.height = printing ? '0' : `${(count - to) * ROW}px`;
    above.hidden = from === 0;
    below.hidden = to === count || printing;
    for (const s of [above, below]) s.firstElementChild!.setAttribute('colspan', String(app.state.columns.length));
    fill(body, above, ...rows, below);
    if (focused) body.querySelector<HTMLElement>('tr[aria-selected="true"]')?.focus({ preventScroll: true });
  }

  function drawRow(index: number): HTMLElement {
    const figure = app.model.figures[app.rows[index]!]!;
    const selected = figure.index === app.state.selected;
    const row = h('tr', {
      class: `${verdict(app, figure.index)}`,
      'aria-rowindex': index + 2,
      'aria-selected': selected ? 'true' : 'false',
      'data-figure': figure.index,
      tabindex: selected || ((app.rowOf[app.state.selected] ?? -1) < 0 && index === 0) ? 0 : -1,
    });
    for (const column of app.state.columns) row.append(drawCell(app, figure, column));
    return row;
  }

  function scrollToSelected(): void {
    const row = app.rowOf[app.state.selected] ?? -1;
    if (row < 0) return;
    const y = row * ROW;
    const view = scroller.clientHeight - ROW;
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + ROW > scroller.scrollTop + view) scroller.scrollTop = y - view + 2 * ROW;
  }

  scroller.addEventListener('scroll', () => draw(false), { passive: true });
  new ResizeObserver(() => draw(false)).observe(scroller);
  body.addEventListener('click', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-figure]');
    if (row) select(app, Number(row.dataset.figure));
  });
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      const row = (event.target as Element).closest<HTMLElement>('tr[data-figure]');
      if (row) select(app, Number(row.dataset.figure));
    } else if (event.key === 'ArrowDown') step(app, 1);
    else if (event.key === 'ArrowUp') step(app, -1);
    else return;
    event.preventDefault();
  });

  function refresh(): void {
    table.setAttribute('aria-rowcount', String(app.rows.length + 1));
    table.hidden = app.rows.length === 0;
    empty.hidden = app.rows.length > 0;
    drawHead();
    draw(true);
  }

  app.on((change) => {
    if (change === 'rows') {
      if (app.state.selected < 0) scroller.scrollTop = 0;
      refresh();
      scrollToSelected();
      draw(false);
    } else if (change === 'columns') refresh();
    else if (change === 'select') {
      scrollToSelected();
      draw(true);
    } else if (change === 'decisions') draw(true);
    else if (change === 'panel') draw(true);
  });

  drawHead();
  return {
    print(on) {
      printing = on;
      const left = app.rows.length - PRINTED;
      more.textContent = on && left > 0 ? t('leftOut', left) : '';
      draw(true);
    },
  };
}

function drawCell(app: App, figure: Figure, column: string): HTMLElement {
  const td = h('td', { class: `c-${column}` });
  const value = cell(app, figure, column);
  if (column === 'decision') td.append(...verdictSigns(app, figure));
  else if (column === 'type') {
    const type = current(app, figure, 'type') as FigureType;
    td.append(h('span', { class: `badge t-${type}`, 'aria-hidden': 'true' }, typeLetter(type)), typeName(type));
  } else if (value === null || value === '') td.append(h('span', { class: 'none', 'aria-hidden': 'true' }, '–'));
  else if (typeof value === 'number') td.append(column === 'line' ? String(value) : formatNumber(value));
  else if (column === 'status' || column === 'modifier') td.append(valueName(value));
  else {
    appendText(td, value);
    td.title = visible(value);
  }
  if (figure.inferred.includes(column) && value !== null) {
    td.classList.add('inferred');
    td.title = `${t('inferred')}: ${visible(String(value))}`;
  }
  return td;
}

export const VERDICTS = { accepted: '✓', rejected: '✗', open: '○' } as const;

/** ✓ accepted, ✗ rejected, ○ open; a pen where it was edited. Each with its name for those who listen. */
export function verdictSigns(app: App, figure: Figure): Node[] {
  const now = verdict(app, figure.index);
  const signs: Node[] = [h('span', { class: `verdict ${now}`, role: 'img', 'aria-label': t(now) }, VERDICTS[now])];
  if (isEdited(app, figure.index))
    signs.push(h('span', { class: 'verdict edited', role: 'img', 'aria-label': t('edited') }, '✎'));
  return signs;
}

/** The menu of columns. */
export function columnMenu(app: App): HTMLElement {
  return h(
    'details',
    { class: 'menu' },
    h('summary', {}, t('columns')),
    h(
      'fieldset',
      {},
      h('legend', { class: 'visually-hidden' }, t('columns')),
      ...ALL_COLUMNS.map((column) =>
        h(
          'label',
          {},
          h('input', {
            type: 'checkbox',
            name: 'column',
            value: column,
            checked: app.state.columns.includes(column),
            onchange: (event: Event) => {
              const on = (event.target as HTMLInputElement).checked;
              const chosen = new Set(app.state.columns);
              if (on) chosen.add(column);
              else if (chosen.size > 1) chosen.delete(column);
              app.state.columns = ALL_COLUMNS.filter((c) => chosen.has(c));
              app.emit('columns');
            },
          }),
          fieldName(column),
        ),
      ),
    ),
  );
}
