import type { App } from './app.ts';
import { h } from './dom.ts';
import { t } from './strings.ts';

/** A pane of the lower part, shown by its tab. */
export function panel(name: string): HTMLElement {
  return h('div', {
    class: `scroll panel-${name}`,
    id: `panel-${name}`,
    role: 'tabpanel',
    tabindex: 0,
    'aria-labelledby': `tab-${name}`,
  });
}

/** The tab of a pane; arrows go to its neighbours, as ARIA's tabs pattern has it. */
export function tab(app: App, name: 'table' | 'pictures' | 'checks', count: number | null): HTMLElement {
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

/** The bar of a narrow screen, on which one pane shows at a time. */
export function phoneTabs(app: App): HTMLElement {
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
