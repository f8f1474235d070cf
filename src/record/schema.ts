import { z } from 'zod';

/** The output contract: one extracted figure, a discriminated union on `type`. */

const edtf = z
  .string()
  .describe('ISO 8601-2 EDTF, level 2 (quarters 33–36, halves 40–41; XXXX where the year is not known)');

export const Period = z
  .object({
    text: z.string().describe('The time as written'),
    edtf: edtf.nullable().describe('null where the document’s date is needed and not known'),
  })
  .describe('The time that the figure holds for');

export const Source = z
  .object({
    file: z.string(),
    sha256: z.string().describe('Of the file’s bytes'),
    article: z.object({ index: z.int(), title: z.string().nullable() }).nullable(),
    line: z.int().describe('Raw line of `start`, from 1'),
    column: z.int().describe('Column of `start` in code points, from 1'),
    endLine: z.int().describe('Raw line of the figure’s last character'),
    start: z.int().describe('Unicode code points into the decoded file, from 0 (W3C TextPositionSelector)'),
    end: z.int().describe('End, exclusive'),
    sentence: z.string().describe('The repaired sentence'),
  })
  .describe('Where the figure stands');

const base = {
  id: z.string().describe('The same figure in the same file content always has the same id'),
  text: z.string().describe('The figure as a reader of the repaired text sees it'),
  value: z.number().nullable().describe('Scale worked in; null only where a range has no single value'),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  unit: z.string().nullable().describe('As written, without scale'),
  unitCode: z.string().nullable().describe('ISO 4217, UCUM, {person}, {household} or 1; null where no standard has it'),
  canonical: z
    .object({
      value: z.number().nullable(),
      minValue: z.number().optional(),
      maxValue: z.number().optional(),
      unit: z.string(),
    })
    .nullable()
    .describe('In the base unit of its dimension'),
  subject: z.string().nullable().describe('Who or what the figure is about'),
  metric: z.string().nullable().describe('What is measured'),
  item: z.string().nullable().describe('The thing counted or measured'),
  period: Period.nullable(),
  status: z.enum(['actual', 'planned', 'target', 'estimated']),
  modifier: z.enum(['approx', 'nearly', 'moreThan', 'atLeast', 'lessThan', 'atMost']).nullable(),
  inferred: z.array(z.string()).describe('Fields that were worked out, not read beside the figure'),
  rule: z.string().describe('The rule that decided the type'),
  source: Source,
};

const text = z.string().nullable();
const plain = <T extends string>(type: T) => z.object({ type: z.literal(type), ...base });

export const FigureRecord = z.discriminatedUnion('type', [
  plain('investment').extend({ project: text, phase: text.describe('一期, 二期') }),
  plain('money'),
  plain('price').extend({ per: text.describe('What the price is for one of: 吨, 平方米') }),
  plain('count'),
  plain('people').extend({ group: text }),
  plain('area'),
  plain('length'),
  plain('mass'),
  plain('volume'),
  plain('energy'),
  plain('speed'),
  plain('capacity').extend({ product: text, per: text.describe('Per which time: year, day, hour') }),
  plain('growth').extend({
    basis: text.describe('What it is compared with: 同比, 环比, 比上年'),
    direction: z.enum(['up', 'down']).nullable(),
    level: z.number().nullable().describe('The level that grew, where the sentence gives it'),
  }),
  plain('share').extend({ whole: text.describe('What it is a part of') }),
  plain('rate'),
  plain('temperature'),
  plain('duration'),
  plain('age'),
  z.object({ type: z.literal('date'), ...base, value: edtf.nullable() }),
  plain('ordinal'),
  plain('number'),
]);

export type FigureRecord = z.infer<typeof FigureRecord>;
export type FigureType = FigureRecord['type'];
