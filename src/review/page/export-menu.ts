import type { App } from './app.ts';
import { h } from './dom.ts';
import { decisionsCsv, decisionsJson, download } from './export.ts';
import { t } from './strings.ts';

/** Hands out the decisions as JSON (for `extract --apply`) or CSV. */
export function exportMenu(app: App): HTMLElement {
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
