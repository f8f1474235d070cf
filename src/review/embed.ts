/** JSON that may stand inside a script element: no `<` that could end it, nothing that turns or hides text for who reads the source. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `<` and `>`, U+2028 and U+2029, bidi controls, zero-width characters, DEL and the C1 controls, byte-order mark. */
const UNSAFE = /[<>\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text inside an element or an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
