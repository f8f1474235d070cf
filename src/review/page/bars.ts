import { svg } from './dom.ts';
import { visible } from './visible.ts';

/** One bar: a label, a length that may be negative, the value as it is shown. */
export interface Bar {
  label: string;
  value: number;
  shown: string;
  /** Class that gives the colour, `t-money`. */
  kind: string;
  act: () => void;
}

const ROW = 42;
const GAP = 8;

/** A list of bars with their values on them, as one SVG of the given width in pixels. Zero is a line where values fall below it. */
export function drawBars(title: string, bars: readonly Bar[], width: number): SVGElement {
  const most = Math.max(0, ...bars.map((b) => b.value));
  const least = Math.min(0, ...bars.map((b) => b.value));
  const room = Math.max(...bars.map((b) => widthOf(b.shown, 13))) + 12;
  const left = least < 0 ? room : 0;
  const usable = Math.max(40, width - left - room);
  const scale = usable / (most - least || 1);
  const zero = left - least * scale;
  const height = bars.length * ROW;
  return svg(
    'svg',
    { class: 'bars', width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': title },
    least < 0 ? svg('line', { class: 'zero', x1: zero, x2: zero, y1: 0, y2: height }) : null,
    ...bars.map((bar, i) => drawBar(bar, i * ROW, zero, scale, width)),
  );
}

function drawBar(bar: Bar, y: number, zero: number, scale: number, width: number): SVGElement {
  const length = Math.max(2, Math.abs(bar.value) * scale);
  const x = bar.value < 0 ? zero - length : zero;
  const label = visible(bar.label);
  return svg(
    'g',
    {
      class: `bar ${bar.kind}`,
      role: 'button',
      tabindex: 0,
      'aria-label': `${label}: ${bar.shown}`,
      onclick: bar.act,
      onkeydown: (event: KeyboardEvent) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        bar.act();
      },
    },
    svg('title', {}, `${label}: ${bar.shown}`),
    svg('rect', { class: 'hit', x: 0, y, width, height: ROW - 2, rx: 4 }),
    svg('text', { class: 'bar-label', x: 2, y: y + 14 }, fitted(label, width - 4)),
    svg('rect', { class: 'bar-shape', x, y: y + 20, width: length, height: ROW - 20 - GAP, rx: 2 }),
    svg(
      'text',
      bar.value < 0
        ? { class: 'bar-value', x: x - 6, y: y + 31, 'text-anchor': 'end' }
        : { class: 'bar-value', x: x + length + 6, y: y + 31 },
      bar.shown,
    ),
  );
}

/** About how wide a text is: a Han character is a square, others a little over half. */
function widthOf(text: string, size: number): number {
  let width = 0;
  for (const c of text) width += c.charCodeAt(0) > 0x2000 ? size : size * 0.58;
  return width;
}

function fitted(text: string, width: number): string {
  if (widthOf(text, 13) <= width) return text;
  let used = 13;
  let out = '';
  for (const c of text) {
    used += widthOf(c, 13);
    if (used > width) break;
    out += c;
  }
  return `${out}…`;
}
