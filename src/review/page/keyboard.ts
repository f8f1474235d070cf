import { type App, decide, step, undo } from './app.ts';
import { h } from './dom.ts';
import { t } from './strings.ts';

/** Single letters act unless one is typing, and can be turned off in the list of shortcuts. */
export function listenToKeys(app: App, help: HTMLDialogElement): void {
  document.addEventListener('keydown', (event) => {
    const target = event.target as HTMLElement;
    const typing = target.matches('input:not([type="checkbox"]), select, textarea');
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && !typing) {
      event.preventDefault();
      undo(app);
      return;
    }
    if (event.key === 'Escape' && typing) target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !enabled || help.open) return;
    const act = actions(app, help)[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

let enabled = true;

function actions(app: App, help: HTMLDialogElement): Record<string, () => void> {
  const next = () => step(app, 1);
  const previous = () => step(app, -1);
  return {
    j: next,
    n: next,
    k: previous,
    p: previous,
    a: () => decide(app, 'accepted', true),
    r: () => decide(app, 'rejected', true),
    e: () => {
      if (app.state.selected < 0) return;
      app.state.editing = true;
      app.emit('editing');
    },
    u: () => undo(app),
    '/': () => document.getElementById('search')?.focus(),
    t: () => document.getElementById('raw')?.click(),
    m: () => document.getElementById('repairs')?.click(),
    '?': () => help.showModal(),
  };
}

/** The list of shortcuts. */
export function createHelp(): HTMLDialogElement {
  const rows: [string, string][] = [
    ['j  n', t('keyNext')],
    ['k  p', t('keyPrevious')],
    ['a', t('keyAccept')],
    ['r', t('keyReject')],
    ['e', t('keyEdit')],
    ['u', t('keyUndo')],
    ['/', t('keySearch')],
    ['t', t('keyRaw')],
    ['m', t('keyRepairs')],
    ['Esc', t('keyEscape')],
    ['?', t('keyHelp')],
  ];
  const help = h(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, t('help')),
    h(
      'dl',
      {},
      ...rows.flatMap(([key, says]) => [
        h('dt', {}, ...key.split('  ').map((k) => h('kbd', {}, k))),
        h('dd', {}, says),
      ]),
    ),
    h(
      'label',
      {},
      h('input', {
        type: 'checkbox',
        checked: true,
        onchange: (event: Event) => {
          enabled = (event.target as HTMLInputElement).checked;
        },
      }),
      t('shortcuts'),
    ),
    h('button', { type: 'button', class: 'act', onclick: () => help.close() }, t('close')),
  );
  return help;
}
