/** Kinds of token that no word list gives, above the word classes' bits. */
export const Kind = {
  /** Text that no list knows: most nouns and names. */
  unknown: 1 << 24,
  /** A figure with its outside modifiers. */
  figure: 1 << 25,
  /** A point or span of time, a figure itself or not. */
  time: 1 << 26,
  punctuation: 1 << 27,
  /** A place or body that the dictionary knows by name. */
  name: 1 << 28,
} as const;
