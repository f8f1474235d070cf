/** The code units of a text in an array: read a unit at a time they cost half of what a string's do. */
export interface Units {
  /** The text's units from 0 on, then one line end, so that what looks one further needs no bound. */
  at: Uint16Array;
  bytes: Buffer;
}

const isBigEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

export function createUnits(capacity: number): Units {
  const bytes = Buffer.allocUnsafeSlow(2 * capacity);
  return { at: new Uint16Array(bytes.buffer), bytes };
}

/** Copies a text's units into `units`, which must hold one more than the text has. */
export function readUnits(text: string, units: Units): void {
  units.bytes.write(text, 0, 'utf16le');
  if (isBigEndian) units.bytes.subarray(0, 2 * text.length).swap16();
  units.at[text.length] = 10;
}

/** The first `length` units as a text. */
export function textOf(units: Units, length: number): string {
  const bytes = units.bytes.subarray(0, 2 * length);
  return (isBigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
}
