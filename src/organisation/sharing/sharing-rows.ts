import { z } from 'zod';
import type { Asset, Booking } from './model.ts';

const key = z.coerce.number().int();

export const assetRow: z.ZodType<Asset> = z.object({
  id: key,
  unit: z.string(),
  reference: z.string(),
  kind: z.enum(['building', 'vehicle', 'technology']),
  name: z.string(),
  boroughCode: z.string(),
  during: z.object({ from: z.string(), until: z.string().nullable() }),
});

export const bookingRow: z.ZodType<Booking> = z.object({
  id: key,
  asset: key,
  boroughCode: z.string(),
  from: z.coerce.date(),
  to: z.coerce.date(),
  purpose: z.string(),
  bookedBy: z.string(),
});
