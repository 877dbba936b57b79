import { z } from 'zod';
import { InvalidRequest } from './named-errors.ts';

const LONGEST = 100;

/** A word of an address as `z.object` takes it: trimmed; null where it is left out or blank. */
export const ASKED_WORD = z
  .string()
  .max(LONGEST)
  .optional()
  .transform((word) => word?.trim() || null);

/**
 * What an address asks for.
 * @throws InvalidRequest when it is not as our own pages write it
 */
export function readAddress<Asked>(shape: z.ZodType<Asked>, query: unknown): Asked {
  const parsed = shape.safeParse(query);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the menu above.');
  return parsed.data;
}
