import { z } from 'zod';
import { charterShape } from './charter-shape.ts';

/**
 * The JSON Schema of a charter, made from what reads it. It says the shape; what must fit together besides, such as the order
 * of the looks, `wardroom evaluation charter check FILE` says.
 */
export const charterSchema = (): Record<string, unknown> => ({
  title: 'Charter of a pilot',
  description:
    'What is agreed before a pilot begins: what would count as working, and what would stop it. Format wardroom-charter-1.',
  ...z.toJSONSchema(charterShape, { target: 'draft-2020-12', io: 'input' }),
});
