/** Files that are no text, by their first bytes, with what to do instead. */
const SIGNATURES: readonly (readonly [bytes: string, what: string, remedy: string])[] = [
  ['%PDF-', 'a PDF', 'make it text first, e.g. with pdftotext'],
  ['PK\x03\x04', 'a ZIP file (or docx, xlsx, odt)', 'unpack it or save it as text first'],
  ['PK\x05\x06', 'a ZIP file', 'unpack it first'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office file', 'save it as text first'],
  ['\x89PNG', 'a PNG image', 'read it with OCR first'],
  ['\xff\xd8\xff', 'a JPEG image', 'read it with OCR first'],
  ['GIF87a', 'a GIF image', 'read it with OCR first'],
  ['GIF89a', 'a GIF image', 'read it with OCR first'],
  ['II*\0', 'a TIFF image', 'read it with OCR first'],
  ['MM\0*', 'a TIFF image', 'read it with OCR first'],
  ['\x1f\x8b', 'gzip data', 'unpack it first'],
  ['BZh', 'bzip2 data', 'unpack it first'],
  ['\xfd7zXZ\0', 'xz data', 'unpack it first'],
  ['\x28\xb5\x2f\xfd', 'zstd data', 'unpack it first'],
  ["7z\xbc\xaf'\x1c", 'a 7-Zip file', 'unpack it first'],
  ['Rar!\x1a\x07', 'a RAR file', 'unpack it first'],
  ['\x7fELF', 'a program', 'name a text file'],
  ['{\\rtf', 'an RTF document', 'save it as text first'],
  ['PAR1', 'a Parquet file', 'name a text file'],
  ['SQLite format 3\0', 'an SQLite database', 'name a text file'],
];

const SAMPLE = 65_536;

/** What kind of binary file these first bytes are, by signature; null for none. */
export function binarySignature(bytes: Uint8Array): { what: string; remedy: string } | null {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const hit = SIGNATURES.find(([signature]) => head.startsWith(signature));
  return hit ? { what: hit[1], remedy: hit[2] } : null;
}

/** All but white space, the end-of-file mark of old systems and escape. A pattern: it is fast from the first page on, which a loop is not. */
const CONTROLS = /[\0-\x08\x0e-\x19\x1c-\x1f]/g;

/**
 * Whether so many control characters stand in the bytes that no text has them. `limit` is their share, from 0 to 1;
 * a single stray one is forgiven (old typesetting systems leave them).
 */
export function looksBinary(bytes: Uint8Array, limit: number): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const text = Buffer.from(sample.buffer, sample.byteOffset, sample.length).toString('latin1');
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls > 1 && controls > sample.length * limit;
}
