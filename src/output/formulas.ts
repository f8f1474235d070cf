/** What a spreadsheet takes for the start of a formula (CWE-1236), full-width forms and control characters included. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** A text cell that no spreadsheet runs as a formula: one that could be is set behind an apostrophe. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
