import { z } from 'zod';
import { isMonth } from '../../lib/calendar/month.ts';
import type { Charter } from '../model.ts';
import { DECIDED, type Decision, type LookTaken, type Signature, type Wording } from './model.ts';
import { parseCharter } from './parse-charter.ts';

const written = z.object({ by: z.string(), at: z.coerce.date() });
const month = z.string().refine(isMonth);

/** What is kept as a charter's content; a text that is none, as it might come back from elsewhere, is null. */
const content = z.string().transform((text): Charter | null => {
  try {
    const parsed = parseCharter(JSON.parse(text), 'records');
    return parsed.kind === 'charter' ? parsed.charter : null;
  } catch {
    return null;
  }
});

export const charterRow = z.object({
  id: z.coerce.number().int(),
  unit: z.string(),
  name: z.string(),
  kind: z.enum(['prospective', 'retrospective']),
  synthetic: z.boolean(),
  entered: written,
});

/** A wording with the charter it is of, and its text as it was hashed. */
export const wordingRow = z
  .object({
    of: z.coerce.number().int(),
    number: z.number(),
    amendment: z.number().nullable(),
    content: z.string(),
    hash: z.string(),
    previous: z.string().nullable(),
    because: z.string(),
    changed: z.array(z.string()).catch([]),
    written,
  })
  .transform((row): Omit<Wording, 'charter'> & { of: number; charter: Charter | null } => {
    const { content: text, ...rest } = row;
    return { ...rest, charter: content.parse(text) };
  });

export const signatureRow = z.object({
  of: z.coerce.number().int(),
  wording: z.number(),
  hash: z.string(),
  organisation: z.string(),
  name: z.string(),
  signed: written,
}) satisfies z.ZodType<Signature>;

const looked = z.object({ moved: z.number(), of: z.number() });

export const lookRow: z.ZodType<LookTaken> = z.object({
  wording: z.number(),
  group: z.string(),
  measure: z.string(),
  found: z.object({
    month,
    percent: z.number(),
    asMuch: looked,
    harmAt: z.number().nullable(),
    benefitAt: z.number().nullable(),
    rateFrom: z.enum(['lot', 'model']),
    modelRate: z.number().nullable(),
    state: z.enum(['continue', 'harm boundary crossed', 'benefit shown', 'cannot tell']),
    because: z.string(),
  }),
  panelHash: z.string(),
  vintage: z.string(),
  taken: written,
});

/** A decision as readers see it. */
export const decisionShape = z.object({
  afterLook: month,
  decided: z.enum(DECIDED),
  bodies: z.array(z.string()),
  reason: z.string(),
  decidedOn: z.string(),
  recordedAs: z.string(),
});

export const decisionRow: z.ZodType<Decision> = decisionShape.extend({ written });
