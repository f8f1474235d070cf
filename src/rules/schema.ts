import { z } from 'zod';
import { Class, CUES, ENTITY_KINDS } from './format.ts';
import { builtInQuantityRules } from './quantity.ts';

const DIMENSIONS = Object.keys(builtInQuantityRules().units) as [string, ...string[]];

/** The form of a rule file, for checking a user's own (the built-in ones are checked by the tests). */

const name = z.string().min(1);
const wordList = z.array(z.union([name, z.array(name)]));
const names = z.array(name).min(1);

const cues = z.array(z.enum(CUES)).min(1);

const typeRule = z.strictObject({
  rule: z.string().regex(/^[\w-]+(\/[\w-]+)*$/, 'a name such as money/valuation'),
  type: name,
  dimension: names.optional(),
  cue: cues.optional(),
  notCue: cues.optional(),
  head: names.optional(),
  notHead: names.optional(),
  unit: names.optional(),
  near: names.optional(),
  item: names.optional(),
});

const unit = z.strictObject({
  unit: name,
  also: names.optional(),
  code: name.optional(),
  base: name.optional(),
  factor: z.union([z.number(), z.string().regex(/^\d+\/\d+$/)]),
  offset: z.number().optional(),
  before: names.optional(),
});

const example = z.strictObject({
  text: name,
  date: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date such as 2012-02-02')
    .optional(),
  figures: z.array(z.looseObject({ text: name })),
});

export const RuleFileSchema = z.strictObject({
  words: z.partialRecord(z.enum(Object.keys(Class) as [string, ...string[]]), wordList).optional(),
  measures: z.strictObject({ heads: z.record(name, wordList).optional(), modifiers: wordList.optional() }).optional(),
  entities: z.partialRecord(z.enum(ENTITY_KINDS), wordList).optional(),
  types: z.array(typeRule).optional(),
  units: z.partialRecord(z.enum(DIMENSIONS), z.array(unit)).optional(),
  counters: z
    .strictObject({ people: names.optional(), households: names.optional(), count: names.optional() })
    .optional(),
  examples: z.array(example).optional(),
});
