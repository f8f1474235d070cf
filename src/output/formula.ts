// A spreadsheet takes a cell that begins so for a formula (CWE-1236); the full-width forms are folded by some importers.
const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that a spreadsheet would run made harmless by a leading apostrophe. Numbers are never given here: -5 stays -5. */
export const escapeFormula = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);
