import type { PageData } from '../data.ts';
import { type App, createApp } from './app.ts';
import { createCardView } from './card-view.ts';
import { createChecksView } from './checks-view.ts';
import { loadDecisions } from './decisions.ts';
import { createDocumentsView } from './documents-view.ts';
import { h } from './dom.ts';
import { exportMenu } from './export-menu.ts';
import { createHelp, listenToKeys } from './keyboard.ts';
import { readModel } from './model.ts';
import { panel, phoneTabs, tab } from './panes.ts';
import { createPicturesView } from './pictures-view.ts';
import { updateRows } from './rows.ts';
import { chinese, t } from './strings.ts';
import './style/index.css';
import { createTableView } from './table-view.ts';
import { textTools } from './text-tools.ts';
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

/** How many figures are decided. */
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
