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
  let offset = 0;
  let lines = 0;
  let pairs = 0;
  /** Where the line begins, and the pairs before that. */
  let lineAt = 0;
  let linePairs = 0;
  const at = (target: number): Place => {
    if (target < offset) offset = lines = pairs = lineAt = linePairs = 0;
    for (; offset < target; offset++) {
      const c = text.charCodeAt(offset);
      if (c === 10) {
        lines++;
        lineAt = offset + 1;
        linePairs = pairs;
      } else if (c >> 10 === 0x37 && isHigh(text, offset - 1)) pairs++;
    }
    return { offset, codePoints: offset - pairs, lines, column: offset - pairs - (lineAt - linePairs) };
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
