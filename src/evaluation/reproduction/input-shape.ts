import { z } from 'zod';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { charterShownShape } from '../charter/charter-file-shape.ts';
import type { EvaluationInput } from '../run/model.ts';

const month = z.string().refine((text): text is Month => isMonth(text), 'write a month such as 2017-01');

const figures = z.array(
  z.object({
    measure: z.string(),
    area: z.string(),
    firstMonth: month,
    values: z.array(z.number().nullable()),
    hidden: z.array(month).exactOptional(),
  }),
);

/** What an evaluation is computed from, as an export keeps it. */
export const inputShape = z.object({
  shown: charterShownShape,
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  borders: z.array(z.tuple([z.string(), z.string()])),
  figures,
  guardFigures: figures,
  until: month.nullable(),
  source: z.object({ vintage: z.string(), files: z.array(z.string()), synthetic: z.boolean() }),
  versions: z.object({ wardroom: z.string(), node: z.string(), seed: z.number() }),
}) satisfies z.ZodType<EvaluationInput>;
