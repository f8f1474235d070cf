import { z } from 'zod';
import { standardOutput } from '../../output/sink.ts';
import { FigureRecord } from '../../record/schema.ts';

/** `extract schema`: the JSON Schema of the record, made from the contract itself. */
export function schemaCommand(): void {
  standardOutput().write(`${JSON.stringify(z.toJSONSchema(FigureRecord), null, 2)}\n`);
}
