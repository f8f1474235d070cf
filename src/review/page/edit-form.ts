import type { FigureType } from '../../record/schema.ts';
import { EDITABLE, type Editable } from '../decision-file.ts';
import { type App, current } from './app.ts';
import { h } from './dom.ts';
import type { Figure } from './model.ts';
import { updateRows } from './rows.ts';
import { fieldName, t, typeName, valueName } from './strings.ts';
import { MODIFIERS, STATUSES, TYPE_NAMES } from './types.ts';
import { appendText } from './visible.ts';

const BAD = Symbol('bad number');

/** The form in which a record's fields are changed; what differs from the record is kept as the decision's edits. */
export function editForm(app: App, figure: Figure): HTMLElement {
  const inputs = new Map<string, HTMLInputElement | HTMLSelectElement>();
  const control = (name: string, input: HTMLInputElement | HTMLSelectElement, label = fieldName(name)) => {
    inputs.set(name, input);
    input.id = `edit-${name}`;
    return h('div', { class: 'control' }, h('label', { for: input.id }, label), input);
  };
  const textInput = (name: string, value: unknown, label?: string) =>
    control(
      name,
      h('input', { type: 'text', name, value: value ?? '', autocomplete: 'off', spellcheck: 'false' }),
      label,
    );
  const choice = (name: string, values: readonly string[], chosen: string, labelOf: (v: string) => string) =>
    control(
      name,
      h(
        'select',
        { name },
        ...values.map((v) => h('option', { value: v, selected: v === chosen }, v === '' ? '–' : labelOf(v))),
      ),
    );
  const period = current(app, figure, 'period') as Figure['period'];
  const trouble = h('p', { class: 'trouble', role: 'alert' });
  const stop = () => {
    app.state.editing = false;
    app.emit('editing');
  };

  const save = (event: Event) => {
    event.preventDefault();
    const edits: Partial<Record<Editable, unknown>> = {};
    for (const name of EDITABLE) {
      const value = read(name);
      if (value === BAD) {
        trouble.textContent = `${fieldName(name)}: ${t('badNumber')}`;
        inputs.get(name)!.focus();
        inputs.get(name)!.setAttribute('aria-invalid', 'true');
        return;
      }
      if (JSON.stringify(value) !== JSON.stringify(figure[name])) edits[name] = value;
    }
    app.decisions.edit(figure.index, edits);
    app.state.editing = false;
    app.emit('decisions');
    updateRows(app);
    app.emit('editing');
  };

  function read(name: Editable): unknown {
    if (name === 'period') {
      const text = inputs.get('period-text')!.value.trim();
      const edtf = inputs.get('period-edtf')!.value.trim();
      return text || edtf ? { text: text || edtf, edtf: edtf || null } : null;
    }
    const value = inputs.get(name)!.value.trim();
    if (value === '') return null;
    if (name !== 'value' || inputs.get('type')!.value === 'date') return value;
    const number = Number(value.replaceAll(',', ''));
    return Number.isFinite(number) ? number : BAD;
  }

  const heading = h('h2', { class: 'figure-text' });
  appendText(heading, figure.text);
  return h(
    'form',
    {
      class: 'card edit-form',
      onsubmit: save,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        stop();
      },
    },
    heading,
    choice('type', TYPE_NAMES, String(current(app, figure, 'type')), (v) => typeName(v as FigureType)),
    textInput('value', current(app, figure, 'value')),
    textInput('unit', current(app, figure, 'unit')),
    textInput('subject', current(app, figure, 'subject')),
    textInput('metric', current(app, figure, 'metric')),
    textInput('item', current(app, figure, 'item')),
    textInput('period-text', period?.text, fieldName('period')),
    textInput('period-edtf', period?.edtf, `${fieldName('period')} EDTF`),
    choice('status', STATUSES, String(current(app, figure, 'status')), valueName),
    choice('modifier', ['', ...MODIFIERS], String(current(app, figure, 'modifier') ?? ''), valueName),
    trouble,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'submit', class: 'act save' }, t('save')),
      h('button', { type: 'button', class: 'act', onclick: stop }, t('cancel')),
    ),
  );
}
