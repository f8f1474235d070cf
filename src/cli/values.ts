import { InvalidArgumentError } from 'commander';
import { isDate } from '../input/document-date.ts';
import { COLUMNS, TYPES } from '../output/columns.ts';
import type { ValueKind } from './options.ts';

/** Checks of the values that options take. Each throws commander's `InvalidArgumentError`. */
export const parsers: Record<ValueKind, (value: string, before: unknown) => unknown> = {
  date(value) {
    if (!isDate(value)) throw new InvalidArgumentError('Write YYYY-MM-DD, YYYY-MM or YYYY.');
    return value;
  },
  types: (value) => new Set(namesIn(value, [...TYPES, 'all'])),
  columns: (value) =>
    namesIn(
      value,
      COLUMNS.map((c) => c.name),
    ),
  jobs(value) {
    if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('Write a number from 1 to 999.');
    return Number(value);
  },
  repeated: (value, before) => [...((before as string[] | undefined) ?? []), value],
  text: (value) => value,
};

function namesIn(list: string, known: readonly string[]): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`'${wrong}' is none of: ${known.join(', ')}.`);
  if (names.length === 0) throw new InvalidArgumentError(`Name some of: ${known.join(', ')}.`);
  return names;
}
