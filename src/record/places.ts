/** A place in a text: all counts from 0. */
export interface Place {
  /** In UTF-16 units, as given. */
  offset: number;
  codePoints: number;
  /** Line ends before it. */
  lines: number;
  /** Code points before it in its line. */
  column: number;
}

/**
 * Lines and code points of places that are asked for in the text's order: one cursor goes through the text once. A place before
 * the last one is found as well, from the beginning again.
 */
export function createPlaces(text: string) {
  /** Where the cursor is. */
  let cursor: Place = { offset: 0, codePoints: 0, lines: 0, column: 0 };
  const at = (target: number): Place => {
    if (target < cursor.offset) cursor = { offset: 0, codePoints: 0, lines: 0, column: 0 };
    const { offset } = cursor;
    let { lines } = cursor;
    /** Units that do not count: a pair is one code point. */
    let pairs = offset - cursor.codePoints;
    /** Where the line begins, in code points. */
    let lineAt = cursor.codePoints - cursor.column;
    for (let i = offset; i < target; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) {
        lines++;
        lineAt = i + 1 - pairs;
      } else if (c >> 10 === 0x37 && isHigh(text, i - 1)) pairs++;
    }
    const codePoints = target - pairs;
    cursor = { offset: target, codePoints, lines, column: codePoints - lineAt };
    return cursor;
  };
  return {
    at,
    /** A place near behind another, without moving the cursor: line and code points only. */
    behind(from: Place, target: number): { codePoints: number; lines: number } {
      let { codePoints, lines } = from;
      for (let i = from.offset; i < target; i++) {
        const c = text.charCodeAt(i);
        if (c === 10) lines++;
        if (c >> 10 !== 0x37 || !isHigh(text, i - 1)) codePoints++;
      }
      return { codePoints, lines };
    },
  };
}

const isHigh = (text: string, at: number): boolean => at >= 0 && text.charCodeAt(at) >> 10 === 0x36;
