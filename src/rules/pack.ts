/**
 * Plain data with typed arrays in it as one run of bytes, from which the arrays are views: nothing is parsed but what little is no array.
 * Layout: Uint32 length of the head, the head (JSON in UTF-8), then the arrays, each at a multiple of 8. All numbers little-endian.
 */

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array } as const;
type Kind = keyof typeof KINDS;
type Packed = InstanceType<(typeof KINDS)[Kind]>;

interface Head {
  /** The data; null where an array or a map stands. */
  data: unknown;
  /** Where the arrays belong (keys from the head's own), what they are, and where they lie behind the head. */
  arrays: { path: string[]; kind: Kind; at: number; length: number }[];
  /** Where maps belong, and what they hold. */
  maps: { path: string[]; entries: [unknown, unknown][] }[];
  /** Lists of many objects that are alike. */
  tables: Table[];
  /** Where objects of a class belong, the inner ones first; their fields stand in the data. */
  objects: { path: string[]; name: string }[];
}

/** Classes whose objects may be packed, by name: what their `toJSON` gives is handed to the constructor again. */
export type Classes = Readonly<Record<string, new (fields: never) => object>>;

/**
 * Packs objects, lists, maps of plain data, typed arrays, objects of a class (see `Classes`), strings, numbers, booleans and nulls.
 * Throws on anything else, functions above all: what has them is made of what was packed.
 */
export function pack(data: object): Uint8Array {
  const found: Found = { arrays: [], maps: [], tables: [], objects: [] };
  const plain = strip(data, ['data'], found);
  const places: number[] = [];
  let end = 0;
  const arrays = found.arrays.map(({ path, array }, i) => {
    // two views of the same memory stay that
    const same = found.arrays.findIndex(({ array: other }) => isSameMemory(array, other));
    const at: number = same < i ? places[same]! : end;
    places.push(at);
    if (same === i) end += align(array.byteLength);
    return { path, kind: array.constructor.name as Kind, at, length: array.length };
  });
  const { maps, tables, objects } = found;
  const head = Buffer.from(JSON.stringify({ data: plain, arrays, maps, tables, objects } satisfies Head), 'utf8');
  const from = align(4 + head.length);
  const bytes = Buffer.alloc(from + end);
  bytes.writeUInt32LE(head.length, 0);
  head.copy(bytes, 4);
  found.arrays.forEach(({ array }, i) => {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), from + arrays[i]!.at);
  });
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** What was packed. The arrays are views of `bytes`, which must begin at a multiple of 8 in their buffer. */
export function unpack(packed: Uint8Array, classes: Classes): unknown {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const length = bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Head;
  const from = bytes.byteOffset + align(4 + length);
  for (const { path, entries } of head.maps) put(head, path, new Map(entries));
  for (const { path, kind, at, length } of head.arrays)
    put(head, path, new KINDS[kind](packed.buffer as ArrayBuffer, from + at, length));
  for (const { path, keys, values, cells } of head.tables) put(head, path, new PackedRows(keys, values, cells!));
  for (const { path, name } of head.objects) put(head, path, new classes[name]!(take(head, path) as never));
  return head.data;
}

const isSameMemory = (a: Packed, b: Packed): boolean =>
  a === b || (a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.byteLength === b.byteLength && a.length > 0);

const align = (n: number): number => (n + 7) & ~7;

interface Found {
  arrays: { path: string[]; array: Packed }[];
  maps: Head['maps'];
  tables: Table[];
  objects: Head['objects'];
}

/** The data as JSON can have it; what it cannot have is put down in `found`. */
function strip(value: unknown, path: string[], found: Found): unknown {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return value;
  if (Array.isArray(value)) {
    if (isTable(value)) {
      const { cells, ...table } = tableOf(value, path);
      found.arrays.push({ path: ['tables', String(found.tables.length), 'cells'], array: cells });
      found.tables.push({ ...table, cells: null });
      return null;
    }
    return value.map((item, i) => strip(item, [...path, String(i)], found));
  }
  if (typeof value !== 'object') throw new Error(`${path.join('.')}: a ${typeof value} cannot be packed`);
  if (value.constructor.name in KINDS) {
    found.arrays.push({ path, array: value as Packed });
    return null;
  }
  if (value instanceof Map) {
    const within: Found = { arrays: [], maps: [], tables: [], objects: [] };
    const entries = strip([...value], path, within) as [unknown, unknown][];
    if (Object.values(within).flat().length > 0)
      throw new Error(`${path.join('.')}: a map of plain data only can be packed`);
    found.maps.push({ path, entries });
    return null;
  }
  const fields = Object.entries((value as { toJSON?(): object }).toJSON?.() ?? value).map(([key, item]) => [
    key,
    strip(item, [...path, key], found),
  ]);
  if (value.constructor !== Object) found.objects.push({ path, name: value.constructor.name });
  return Object.fromEntries(fields);
}

/** Objects with the same keys: units and counters, in the main, which have fourteen fields with few values each. */
interface Table {
  /** Where the list belongs. */
  path: string[];
  keys: string[];
  /** Key by key: its different values. */
  values: unknown[][];
  /** Row by row, key by key: which of them it has. Null while it stands among the arrays. */
  cells: Uint16Array | null;
}

/** A list that is read by index. */
export interface Rows<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** Rows that are made when they are asked for: of a thousand units a page has some twenty. */
class PackedRows implements Rows<object> {
  readonly length: number;
  private readonly made: (object | undefined)[];
  private readonly first: Record<string, unknown>;

  constructor(
    private readonly keys: readonly string[],
    private readonly values: readonly (readonly unknown[])[],
    private readonly cells: Uint16Array,
  ) {
    this.length = cells.length / keys.length;
    this.made = new Array<object | undefined>(this.length).fill(undefined);
    // of the shape that an object literal has: what is copied from it is as quick to read
    this.first = JSON.parse(JSON.stringify(Object.fromEntries(keys.map((key, k) => [key, values[k]![0]]))));
  }

  at(index: number): object | undefined {
    return this.made[index] ?? (index < this.length ? this.make(index) : undefined);
  }

  private make(index: number): object {
    const row = { ...this.first };
    for (const [k, key] of this.keys.entries()) row[key] = this.values[k]![this.cells[index * this.keys.length + k]!];
    this.made[index] = row;
    return row;
  }
}

const MANY = 100;

function isTable(list: readonly unknown[]): list is Record<string, unknown>[] {
  if (list.length < MANY || list.some((item) => (item as object | null)?.constructor !== Object)) return false;
  return new Set(list.map((item) => Object.keys(item as object).join())).size === 1;
}

function tableOf(
  list: readonly Record<string, unknown>[],
  path: string[],
): Table & { cells: Uint16Array<ArrayBuffer> } {
  const keys = Object.keys(list[0]!);
  const cells = new Uint16Array(list.length * keys.length);
  const values = keys.map((key, k) => {
    const written: string[] = [];
    for (const [i, item] of list.entries()) {
      const text = JSON.stringify(item[key]);
      if (!written.includes(text)) written.push(text);
      cells[i * keys.length + k] = written.indexOf(text);
    }
    return written.map((text) => JSON.parse(text) as unknown);
  });
  return { path, keys, values, cells };
}

function take(head: Head, path: readonly string[]): unknown {
  let at: unknown = head;
  for (const key of path) at = (at as Record<string, unknown>)[key];
  return at;
}

function put(head: Head, path: readonly string[], value: unknown): void {
  (take(head, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1)!] = value;
}
