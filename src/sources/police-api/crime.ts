import { z } from 'zod';
import { isMonth, type Month } from '../../lib/calendar/month.ts';

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most);

/** What is used of a crime in an answer of the API; the API writes degrees as text. */
export const crimeShape = z.object({
  id: z.number().int().nonnegative(),
  category: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  month: z.custom<Month>((value) => typeof value === 'string' && isMonth(value)),
  /** "Force", or "BTP" for the railway police; null where there is no location. */
  location_type: z.string().nullable(),
  location: z.object({ latitude: degrees(90), longitude: degrees(180) }).nullable(),
});

export type Crime = z.infer<typeof crimeShape>;
