import { type Source, skipSpace } from './chars.ts';
import { DAO, DASH, HYPHEN, TILDE, ZHI } from './marks.ts';

/** 至 到 — - ~ between the ends of a span; the end of the connector, or `at`. */
export function readConnector(src: Source, at: number): number {
  const { s } = src;
  let i = skipSpace(src, at);
  const c = s[i]!;
  if (c === DASH || c === TILDE) {
    while (s[i] === DASH || s[i] === TILDE) i++;
    return i - at > 4 ? at : skipSpace(src, i);
  }
  if (c === HYPHEN) {
    while (s[i] === HYPHEN) i++;
    return i - at > 3 ? at : skipSpace(src, i);
  }
  if (c === ZHI || c === DAO) return skipSpace(src, i + 1);
  return at;
}
