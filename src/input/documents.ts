import { isUtf8 } from 'node:buffer';
import { read } from 'node:fs';

/** A line of an NDJSON stream, or why it cannot be one. */
export type DocumentLine = { text: string } | { error: string };

/** No line of this many bytes is held: it is read past, and said. */
const LONGEST_LINE = 256 << 20;

/** The lines of a stream as they come, without waiting for more than one; the last may lack its line end. */
export async function* linesOf(fd: number): AsyncGenerator<DocumentLine> {
  let held: Buffer[] = [];
  let length = 0;
  const take = (last: Uint8Array): DocumentLine => {
    const bytes = held.length === 0 ? last : Buffer.concat([...held, last]);
    const tooLong = length + last.length > LONGEST_LINE;
    held = [];
    length = 0;
    if (tooLong) return { error: 'the line is too long' };
    return isUtf8(bytes)
      ? { text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') }
      : { error: 'not UTF-8' };
  };
  for (;;) {
    const buffer = Buffer.allocUnsafe(1 << 16);
    const n = await readSome(fd, buffer);
    if (n === 0) break;
    let from = 0;
    for (let at = buffer.indexOf(10, 0); at >= 0 && at < n; at = buffer.indexOf(10, from)) {
      yield take(buffer.subarray(from, at));
      from = at + 1;
    }
    length += n - from;
    if (length <= LONGEST_LINE) held.push(buffer.subarray(from, n));
    else held = [];
  }
  if (length > 0) yield take(new Uint8Array());
}

async function readSome(fd: number, buffer: Buffer): Promise<number> {
  for (;;) {
    try {
      return await new Promise<number>((done, fail) =>
        read(fd, buffer, 0, buffer.length, null, (error, n) => (error ? fail(error) : done(n))),
      );
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      await new Promise((done) => setTimeout(done, 2));
    }
  }
}
