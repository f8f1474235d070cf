import { z } from 'zod';
import { FigureRecord } from '../../record/schema.ts';
import { writeOut } from '../out.ts';

/** `extract schema`: the JSON Schema of the record, made from the contract itself. */
export const schemaCommand = (): Promise<number> =>
  writeOut(undefined, () => `${JSON.stringify(z.toJSONSchema(FigureRecord), null, 2)}\n`);
