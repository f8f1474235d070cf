import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdtempSync,
  openSync,
  read,
  readSync,
  rmSync,
  type Stats,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { binarySignature, looksBinary } from './binary.ts';
import { BAD_KEPT, cutOffUtf8, decode, type Encoding } from './decode.ts';
import { byteOrderMark, type Detection, detectEncoding } from './detect.ts';
import type { Input } from './inputs.ts';
import { type Problem, problemOf } from './problem.ts';

/** A text that was opened and whose encoding is known. */
export interface Source {
  file: string;
  /** Of the bytes, lower-case hex. */
  sha256: string;
  encoding: Encoding;
  /** What a reader should know of the way it was decoded; null for nothing. */
  warning: string | null;
  /** Length in bytes. */
  size: number;
  /** Device and inode, where it is a file: tells whether the output would overwrite it. */
  identity: string | null;
  /** The decoded text in order, without a byte-order mark; one part for all but big files. Throws the file system's error. */
  parts(): Iterable<string>;
  /** Undecodable bytes met so far: how many, and the first offsets (from 0, the mark counted). */
  bad: { count: number; offsets: number[] };
}

/** Files above this many bytes are read twice (once for their hash and encoding) and decoded in parts. */
const IN_MEMORY = 16 << 20;
const PART = 1 << 20;
/** So long a pipe may stay without a writer. */
const PIPE_PATIENCE_MS = 2000;

/** Opens, reads and decodes one input. `encoding` overrides what the bytes say (a byte-order mark of it is still taken off). */
export async function openSource(input: Input, encoding: Encoding | null): Promise<Source | Problem> {
  let fd = 0;
  try {
    if (input.path !== null) fd = openSync(input.path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(fd);
    const refused = refusal(input.name, stats);
    if (refused) return refused;
    if (!stats.isFile()) {
      const bytes = await readPipe(fd, input.path !== null && stats.isFIFO());
      if (bytes === null)
        return { file: input.name, what: 'nobody writes to this pipe', remedy: 'name a file', code: 'PIPE' };
      return 'spool' in bytes ? fromSpool(input.name, bytes, encoding) : fromBytes(input.name, bytes, encoding, null);
    }
    const identity = `${stats.dev}:${stats.ino}`;
    if (stats.size > IN_MEMORY)
      return fromBigFile(input.name, () => openSync(input.path ?? '/dev/stdin', 'r'), fd, encoding, identity);
    return fromBytes(input.name, readWhole(fd, stats.size), encoding, identity);
  } catch (error) {
    return problemOf(input.name, error);
  } finally {
    if (input.path !== null && fd > 0) closeSync(fd);
  }
}

function refusal(file: string, stats: Stats): Problem | null {
  if (stats.isDirectory()) return { file, what: 'is a folder', remedy: 'name the files in it', code: 'EISDIR' };
  if (stats.isBlockDevice() || (stats.isCharacterDevice() && file !== '-' && stats.rdev !== NULL_DEVICE))
    return { file, what: 'is a device, not a file', remedy: 'name a file, or - for standard input', code: 'DEVICE' };
  return null;
}

const NULL_DEVICE = 0x103;

/** All of a file whose size is `expected`, or what it has become since. */
function readWhole(fd: number, expected: number): Uint8Array {
  let buffer = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const n = readSync(fd, buffer, length, buffer.length - length, null);
    if (n === 0) return buffer.subarray(0, length);
    length += n;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
  }
}

interface Spool {
  spool: string;
  folder: string;
}

/** Standard input or a pipe: in memory, or on disk once it is big. Null where nobody has written for a while. */
async function readPipe(fd: number, mayBeDeserted: boolean): Promise<Uint8Array | Spool | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let spool: (Spool & { fd: number }) | null = null;
  const since = Date.now();
  for (;;) {
    const buffer = Buffer.allocUnsafe(1 << 16);
    const n = await readSome(fd, buffer);
    if (n === 0) {
      // A pipe opened without waiting reads as ended until its writer comes.
      if (!mayBeDeserted || size > 0) break;
      if (Date.now() - since > PIPE_PATIENCE_MS) return null;
      await new Promise((done) => setTimeout(done, 20));
      continue;
    }
    size += n;
    if (spool) writeSync(spool.fd, buffer, 0, n);
    else chunks.push(buffer.subarray(0, n));
    if (!spool && size > IN_MEMORY) {
      const { tmpdir } = await import('node:os');
      const folder = mkdtempSync(join(tmpdir(), 'shumu-'));
      const path = join(folder, 'input');
      spool = { spool: path, folder, fd: openSync(path, 'wx', 0o600) };
      for (const chunk of chunks.splice(0)) writeSync(spool.fd, chunk);
    }
  }
  if (spool) {
    closeSync(spool.fd);
    return spool;
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
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
      await new Promise((done) => setTimeout(done, 5));
    }
  }
}

function fromBytes(file: string, bytes: Uint8Array, named: Encoding | null, identity: string | null): Source | Problem {
  const valid = isUtf8(bytes);
  const detection = named ? asNamed(bytes, named) : detectEncoding(bytes, valid);
  const binary = binaryProblem(file, bytes, valid, detection.encoding);
  if (binary) return binary;
  const { text, bad, badCount } = decode(bytes.subarray(detection.bom), detection.encoding);
  return {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: detection.encoding,
    warning: detection.warning,
    size: bytes.length,
    identity,
    parts: () => [text],
    bad: { count: badCount, offsets: bad.map((at) => at + detection.bom) },
  };
}

function asNamed(bytes: Uint8Array, encoding: Encoding): Detection {
  const mark = byteOrderMark(bytes);
  return { encoding, bom: mark?.encoding === encoding ? mark.bom : 0, warning: null };
}

function binaryProblem(file: string, bytes: Uint8Array, valid: boolean, encoding: Encoding): Problem | null {
  const known = binarySignature(bytes);
  if (known) return { file, what: `is ${known.what}, not text`, remedy: known.remedy, code: 'BINARY' };
  // In UTF-16 any byte may be a control character's.
  if (encoding.startsWith('utf-16') || !looksBinary(bytes, valid ? 0.1 : 0.03)) return null;
  return { file, what: 'is binary, not text', remedy: 'name a text file', code: 'BINARY' };
}

function fromSpool(file: string, spool: Spool, encoding: Encoding | null): Source | Problem {
  const open = () => openSync(spool.spool, 'r');
  const remove = () => rmSync(spool.folder, { recursive: true, force: true });
  process.once('exit', remove);
  const fd = open();
  try {
    return fromBigFile(file, open, fd, encoding, null);
  } finally {
    closeSync(fd);
  }
}

/** A big file: one pass for hash, size and UTF-8's validity, a second one that decodes part by part. */
function fromBigFile(
  file: string,
  open: () => number,
  fd: number,
  named: Encoding | null,
  identity: string | null,
): Source | Problem {
  const survey = surveyBytes(fd);
  const detection = named ? asNamed(survey.head, named) : detectBig(survey);
  const binary = binaryProblem(file, survey.head, survey.valid, detection.encoding);
  if (binary) return binary;
  const source: Source = {
    file,
    sha256: survey.sha256,
    encoding: detection.encoding,
    warning: detection.warning,
    size: survey.size,
    identity,
    parts: () => decodedParts(open, detection, survey, source.bad),
    bad: { count: 0, offsets: [] },
  };
  return source;
}

interface Survey {
  sha256: string;
  size: number;
  valid: boolean;
  head: Uint8Array;
  /** The first part that is no UTF-8; null where all is. */
  suspect: Uint8Array | null;
}

function surveyBytes(fd: number): Survey {
  const hash = createHash('sha256');
  let head: Uint8Array = new Uint8Array();
  let suspect: Uint8Array | null = null;
  let size = 0;
  for (const { bytes, take } of chunksOf(fd)) {
    if (size === 0) head = Buffer.from(bytes.subarray(0, PART));
    // The rest that is carried over is hashed with the part that it begins.
    const whole = bytes.subarray(0, bytes.length - cutOffUtf8(bytes));
    const part = whole.length > 0 ? whole : bytes;
    if (!suspect && !isUtf8(part)) suspect = Buffer.from(part);
    hash.update(part);
    size += part.length;
    take(part.length);
  }
  return { sha256: hash.digest('hex'), size, valid: suspect === null, head, suspect };
}

function detectBig(survey: Survey): Detection {
  const mark = byteOrderMark(survey.head);
  if (mark) return { ...mark, warning: null };
  return detectEncoding(survey.suspect ?? survey.head, survey.valid);
}

function* decodedParts(
  open: () => number,
  detection: Detection,
  survey: Survey,
  bad: Source['bad'],
): Generator<string> {
  const fd = open();
  try {
    const hash = createHash('sha256');
    let offset = 0;
    for (const { bytes, last, take } of chunksOf(fd)) {
      const skip = offset === 0 ? detection.bom : 0;
      const part = decode(bytes.subarray(skip), detection.encoding, last);
      for (const at of part.bad) if (bad.offsets.length < BAD_KEPT) bad.offsets.push(offset + skip + at);
      bad.count += part.badCount;
      const used = skip + part.used;
      hash.update(bytes.subarray(0, used));
      offset += used;
      take(used);
      yield part.text;
    }
    if (hash.digest('hex') !== survey.sha256) throw new Error('changed while it was read');
  } finally {
    closeSync(fd);
  }
}

/** A file's bytes a few MB at a time; what `take` leaves comes again at the head of the next chunk. */
function* chunksOf(fd: number): Generator<{ bytes: Uint8Array; last: boolean; take: (n: number) => void }> {
  const buffer = Buffer.allocUnsafe(PART + 16);
  let kept = 0;
  let position = 0;
  for (let last = false; !last; ) {
    const n = readSync(fd, buffer, kept, PART, position);
    position += n;
    last = n === 0;
    const bytes = buffer.subarray(0, kept + n);
    if (bytes.length === 0) return;
    let taken = 0;
    yield {
      bytes,
      last,
      take: (count) => {
        taken = count;
      },
    };
    buffer.copy(buffer, 0, taken, bytes.length);
    kept = bytes.length - taken;
  }
}
