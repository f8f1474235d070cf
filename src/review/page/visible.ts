import { h } from './dom.ts';

/** Characters that hide, turn or end text: shown as their code, so that what is read is what stands there. */
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const HIDDEN_ALL = new RegExp(HIDDEN.source, 'g');

/** Appends text to a node, hidden characters as small marked codes. */
export function appendText(parent: Node, text: string): void {
  if (!HIDDEN.test(text)) {
    parent.appendChild(document.createTextNode(text));
    return;
  }
  let at = 0;
  for (const m of text.matchAll(HIDDEN_ALL)) {
    if (m.index > at) parent.appendChild(document.createTextNode(text.slice(at, m.index)));
    parent.appendChild(h('span', { class: 'hidden-char' }, codeOf(m[0])));
    at = m.index + m[0].length;
  }
  if (at < text.length) parent.appendChild(document.createTextNode(text.slice(at)));
}

/** The same as a plain string, for attributes, options and pictures. */
export function visible(text: string): string {
  return HIDDEN.test(text) ? text.replace(HIDDEN_ALL, codeOf) : text;
}

function codeOf(character: string): string {
  return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
