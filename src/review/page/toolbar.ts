import type { FigureType } from '../../record/schema.ts';
import { type App, current, emptyFilter } from './app.ts';
import { fill, h } from './dom.ts';
import { updateRows } from './rows.ts';
import { t, typeLetter, typeName, valueName } from './strings.ts';
import { columnMenu } from './table-view.ts';
import { STATUSES, TYPE_NAMES } from './types.ts';
import { visible } from './visible.ts';

/** Most subjects offered to choose from; any can be typed. */
const SUBJECTS = 300;

/** The legend: each type with its colour, letter and count; a click keeps only the chosen types. */
export function createLegend(app: App): HTMLElement {
  const legend = h('div', { class: 'legend', role: 'group', 'aria-label': t('legend') });
  const draw = () => {
    const focused = document.activeElement?.getAttribute('data-type');
    const counts = new Map<string, number>();
    for (const f of app.model.figures) {
      const type = current(app, f, 'type') as string;
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    const { types } = app.state.filter;
    fill(
      legend,
      ...TYPE_NAMES.filter((type) => counts.has(type)).map((type) =>
        h(
          'button',
          {
            type: 'button',
            class: `chip t-${type}`,
            'data-type': type,
            'aria-pressed': String(types.has(type)),
            onclick: () => {
              if (!types.delete(type)) types.add(type);
              updateRows(app);
            },
          },
          h('b', { 'aria-hidden': 'true' }, typeLetter(type as FigureType)),
          typeName(type),
          h('span', { class: 'count' }, String(counts.get(type))),
        ),
      ),
    );
    legend.classList.toggle('choosing', types.size > 0);
    if (focused) legend.querySelector<HTMLElement>(`[data-type="${focused}"]`)?.focus();
  };
  app.on((change) => {
    if (change === 'rows' || change === 'decisions') draw();
  });
  draw();
  return legend;
}

/** Search and filters of the table, the text's marks and the pictures. */
export function createFilters(app: App): HTMLElement {
  const changed = () => updateRows(app);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  };
  const search = h('input', {
    type: 'search',
    id: 'search',
    placeholder: t('search'),
    'aria-label': t('search'),
    'aria-keyshortcuts': '/',
    oninput: () => {
      app.state.filter.search = search.value.trim();
      soon();
    },
  });
  const subject = h('input', {
    type: 'search',
    id: 'subject',
    list: 'subjects',
    placeholder: t('anySubject'),
    'aria-label': t('subject'),
    autocomplete: 'off',
    oninput: () => {
      app.state.filter.subject = subject.value.trim();
      soon();
    },
  });
  const choose = (id: 'status' | 'decision' | 'scope', label: string) => {
    const select = h('select', {
      id,
      'aria-label': label,
      onchange: () => {
        app.state.filter[id] = select.value;
        changed();
      },
    });
    return select;
  };
  const scope = choose('scope', t('scope'));
  const status = choose('status', t('status'));
  const decision = choose('decision', t('decision'));
  const option = (value: string, label: string) => h('option', { value }, visible(label));
  fill(status, option('', t('anyStatus')), ...STATUSES.map((s) => option(s, valueName(s))));
  fill(
    decision,
    option('', t('anyDecision')),
    ...(['open', 'accepted', 'rejected', 'edited'] as const).map((d) => option(d, t(d))),
  );
  const drawScope = () => {
    const doc = app.model.docs[app.state.document];
    fill(
      scope,
      option('all', t('everywhere')),
      option('document', t('thisDocument')),
      ...(doc?.packed.articles ?? []).map((a, i) =>
        option(String(i), `${i + 1}. ${a.title || t(a.kind === 'caption' ? 'caption' : 'untitled')}`),
      ),
    );
    scope.value = app.state.filter.scope;
  };
  const clear = h(
    'button',
    {
      type: 'button',
      id: 'clear',
      onclick: () => {
        app.state.filter = emptyFilter();
        search.value = '';
        subject.value = '';
        for (const select of [status, decision]) select.value = '';
        scope.value = 'all';
        changed();
        search.focus();
      },
    },
    t('clear'),
  );
  const shown = h('output', { class: 'shown', 'aria-live': 'polite' });
  app.on((change) => {
    if (change === 'document') drawScope();
    if (change !== 'rows' && change !== 'document') return;
    scope.value = app.state.filter.scope;
    shown.textContent = t('shownOf', app.rows.length, app.model.figures.length);
    const { types, ...rest } = app.state.filter;
    clear.hidden = types.size === 0 && JSON.stringify(rest) === JSON.stringify({ ...emptyFilter(), types: undefined });
  });
  drawScope();
  return h(
    'div',
    { class: 'filters', role: 'search' },
    search,
    scope,
    subject,
    h('datalist', { id: 'subjects' }, ...commonSubjects(app).map((s) => h('option', { value: s }))),
    status,
    decision,
    columnMenu(app),
    clear,
    shown,
  );
}

function commonSubjects(app: App): string[] {
  const counts = new Map<string, number>();
  for (const f of app.model.figures) if (f.subject) counts.set(f.subject, (counts.get(f.subject) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, SUBJECTS)
    .map(([subject]) => subject);
}
