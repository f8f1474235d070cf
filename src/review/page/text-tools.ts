import type { App } from './app.ts';
import { fill, h } from './dom.ts';
import { t } from './strings.ts';
import { appendText } from './visible.ts';

/** Above the text: the file's name, and the switches to the raw text and to what was repaired. */
export function textTools(app: App): HTMLElement {
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
    fill(name);
    appendText(name, app.model.docs[app.state.document]?.file ?? '');
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
