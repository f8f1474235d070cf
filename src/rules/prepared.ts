import { readBeside } from './beside.ts';
import { type Classes, pack, unpack } from './pack.ts';

/**
 * What the built-in rules compile to is made when the program is built, and stands beside it in rules.bin: to compile them at each start
 * took as long as a page does. There is one way to compile; the build takes it, and so does a program without that file (the sources).
 */

/** All that is to be prepared, by name: for the build. */
const compilers = new Map<string, () => object>();

let file: Record<string, Uint8Array> | null | undefined;

/** Gives a compiled table: from the file, or else by compiling it, once. `classes`: those that objects in it have, by name. */
export function prepared<T extends object>(name: string, compile: () => T, classes: Classes = {}): () => T {
  compilers.set(name, compile);
  let table: T | undefined;
  return () => {
    table ??= (fromFile(name, classes) as T | null) ?? compile();
    return table;
  };
}

/** The file rules.bin: all tables that the modules loaded so far have named. */
export const packPrepared = (): Uint8Array =>
  pack(Object.fromEntries([...compilers].map(([name, compile]) => [name, pack(compile())])));

function fromFile(name: string, classes: Classes): unknown {
  if (file === undefined) {
    const bytes = readBeside('rules.bin');
    file = bytes && (unpack(bytes, {}) as Record<string, Uint8Array>);
  }
  const table = file?.[name];
  return table ? unpack(table, classes) : null;
}
