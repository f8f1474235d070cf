import type { PageData } from '../data.ts';
import { type App, createApp } from './app.ts';
import { createCardView } from './card-view.ts';
import { createChecksView } from './checks-view.ts';
import { loadDecisions } from './decisions.ts';
import { createDocumentsView } from './documents-view.ts';
import { h } from './dom.ts';
import { decisionsCsv, decisionsJson, download } from './export.ts';
import { createHelp, listenToKeys } from './keyboard.ts';
import { readModel } from './model.ts';
import { createPicturesView } from './pictures-view.ts';
import { updateRows } from './rows.ts';
import { chinese, t } from './strings.ts';
import './style/index.css';
import { createTableView } from './table-view.ts';
import { createTextView } from './text-view.ts';
import { applyTheme, toggleTheme } from './theme.ts';
import { createFilters, createLegend } from './toolbar.ts';

applyTheme();
document.documentElement.lang = chinese ? 'zh-CN' : 'en';
const data = document.getElementById('data')!;
const model = readModel(JSON.parse(data.textContent!) as PageData);
data.remove();
const trouble = h('p', { class: 'banner', role: 'alert', hidden: true }, t('notSaved'));
const app = createApp(
  model,
  loadDecisions(model, () => {
    trouble.hidden = false;
  }),
);
build(app);

function build(app: App): void {
  const documents = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('documents') });
  const text = h('div', { class: 'scroll text', tabindex: 0, role: 'region', 'aria-label': t('text'), lang: 'zh' });
  const card = h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('record') });
  const table = panel('table');
  const pictures = panel('pictures');
  const checks = panel('checks');
  const help = createHelp();

  const panels = h(
    'section',
    { class: 'pane panel', 'aria-label': t('table') },
    h(
      'div',
      { class: 'tabs', role: 'tablist', 'aria-label': t('table') },
      tab(app, 'table', null),
      tab(app, 'pictures', null),
      tab(app, 'checks', model.findings.length),
    ),
    createFilters(app),
    table,
    pictures,
    checks,
  );
  document.body.append(
    h(
      'header',
      { class: 'top' },
      h('h1', {}, t('title')),
      headline(app),
      h(
        'div',
        { class: 'tools' },
        exportMenu(app),
        h(
          'button',
          { type: 'button', id: 'theme', 'aria-label': t('theme'), title: t('theme'), onclick: toggleTheme },
          '◐',
        ),
        h(
          'button',
          {
            type: 'button',
            id: 'help',
            'aria-label': t('help'),
            title: t('help'),
            'aria-keyshortcuts': '?',
            onclick: () => help.showModal(),
          },
          '?',
        ),
      ),
    ),
    trouble,
    h(
      'main',
      {},
      h(
        'nav',
        { class: 'pane documents', 'aria-label': t('documents') },
        h('h2', { class: 'pane-title' }, t('documents')),
        documents,
      ),
      h('div', { class: 'pane middle' }, textTools(app), createLegend(app), text),
      h('aside', { class: 'pane record', 'aria-label': t('record') }, card),
      panels,
    ),
    phoneTabs(app),
    help,
  );

  const showPanes = () => {
    const { panel: shown, pane } = app.state;
    table.hidden = shown !== 'table';
    pictures.hidden = shown !== 'pictures';
    checks.hidden = shown !== 'checks';
    document.body.dataset.pane = pane;
    document.body.dataset.panel = shown;
    document.body.classList.toggle('has-selection', app.state.selected >= 0);
  };
  // First of all listeners: what scrolls a pane needs it visible.
  app.on((change) => {
    // What is filtered to one document follows when another is opened.
    if (change === 'document' && app.state.filter.scope !== 'all') updateRows(app);
    if (change === 'panel' || change === 'select') showPanes();
  });
  showPanes();

  const textView = createTextView(app, text);
  createDocumentsView(app, documents, textView.goTo);
  createCardView(app, card);
  const tableView = createTableView(app, table);
  createPicturesView(app, pictures);
  createChecksView(app, checks);
  listenToKeys(app, help);

  updateRows(app);
  app.emit('panel');

  addEventListener('beforeprint', () => {
    textView.print(true);
    tableView.print(true);
  });
  addEventListener('afterprint', () => {
    textView.print(false);
    tableView.print(false);
  });
}

function panel(name: string): HTMLElement {
  return h('div', {
    class: `scroll panel-${name}`,
    id: `panel-${name}`,
    role: 'tabpanel',
    tabindex: 0,
    'aria-labelledby': `tab-${name}`,
  });
}

function tab(app: App, name: 'table' | 'pictures' | 'checks', count: number | null): HTMLElement {
  const order = ['table', 'pictures', 'checks'] as const;
  const open = (which: (typeof order)[number]) => {
    app.state.panel = which;
    app.emit('panel');
  };
  const button = h(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `tab-${name}`,
      'aria-controls': `panel-${name}`,
      onclick: () => open(name),
      onkeydown: (event: KeyboardEvent) => {
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? 2 : 0;
        if (by === 0) return;
        const next = order[(order.indexOf(name) + by) % 3]!;
        open(next);
        document.getElementById(`tab-${next}`)?.focus();
      },
    },
    t(name),
    count !== null && count > 0 && h('span', { class: 'count' }, String(count)),
  );
  const draw = () => {
    const selected = app.state.panel === name;
    button.setAttribute('aria-selected', String(selected));
    button.tabIndex = selected ? 0 : -1;
  };
  app.on((change) => {
    if (change === 'panel') draw();
  });
  draw();
  return button;
}

function headline(app: App): HTMLElement {
  const line = h('p', { class: 'headline-count', 'aria-live': 'off' });
  const draw = () => {
    let decided = 0;
    for (const doc of app.model.docs) decided += app.decisions.decidedIn(doc.index);
    line.textContent = t('reviewed', decided, app.model.figures.length);
  };
  app.on((change) => {
    if (change === 'decisions') draw();
  });
  draw();
  return line;
}

function textTools(app: App): HTMLElement {
  const toggle = (id: string, label: string, key: string, flip: () => boolean) => {
    const button = h(
      'button',
      {
        type: 'button',
        id,
        'aria-pressed': 'false',
        'aria-keyshortcuts': key,
        onclick: () => {
          button.setAttribute('aria-pressed', String(flip()));
          app.emit('text');
        },
      },
      label,
    );
    return button;
  };
  const name = h('h2', { class: 'pane-title file-name' });
  const draw = () => {
    name.textContent = '';
    name.append(app.model.docs[app.state.document]?.file ?? '');
  };
  app.on((change) => {
    if (change === 'document') draw();
  });
  draw();
  return h(
    'div',
    { class: 'text-tools' },
    name,
    toggle('raw', t('raw'), 't', () => {
      app.state.raw = !app.state.raw;
      return app.state.raw;
    }),
    toggle('repairs', t('showRepairs'), 'm', () => {
      app.state.repairs = !app.state.repairs;
      return app.state.repairs;
    }),
  );
}

function exportMenu(app: App): HTMLElement {
  const name = (end: string) => `decisions-${new Date().toISOString().slice(0, 10)}.${end}`;
  const menu = h(
    'details',
    { class: 'menu' },
    h('summary', { id: 'export' }, t('export')),
    h(
      'div',
      {},
      h(
        'button',
        {
          type: 'button',
          id: 'export-json',
          onclick: () => {
            download(name('json'), 'application/json', decisionsJson(app.decisions.export()));
            menu.open = false;
          },
        },
        t('exportJson'),
      ),
      h(
        'button',
        {
          type: 'button',
          id: 'export-csv',
          onclick: () => {
            download(name('csv'), 'text/csv', decisionsCsv(app.decisions.export()));
            menu.open = false;
          },
        },
        t('exportCsv'),
      ),
    ),
  );
  return menu;
}

function phoneTabs(app: App): HTMLElement {
  const places = [
    ['documents', 'documents', null],
    ['text', 'text', null],
    ['panel', 'table', 'table'],
    ['panel', 'pictures', 'pictures'],
    ['panel', 'checks', 'checks'],
  ] as const;
  const bar = h('nav', { class: 'phone-tabs', 'aria-label': t('title') });
  const buttons = places.map(([pane, label, panelName]) =>
    h(
      'button',
      {
        type: 'button',
        'data-place': label,
        onclick: () => {
          app.state.pane = pane;
          if (panelName) app.state.panel = panelName;
          app.emit('panel');
        },
      },
      t(label),
    ),
  );
  bar.append(...buttons);
  const draw = () => {
    places.forEach(([pane, , panelName], i) => {
      const on = app.state.pane === pane && (!panelName || app.state.panel === panelName);
      if (on) buttons[i]!.setAttribute('aria-current', 'true');
      else buttons[i]!.removeAttribute('aria-current');
    });
  };
  app.on((change) => {
    if (change === 'panel' || change === 'select') draw();
  });
  draw();
  return bar;
}
