import { z } from 'zod';
import {
  CLAIM_KINDS,
  CLAIM_STATES,
  type Claim,
  type ClaimBinding,
  type ClaimContent,
  type ClaimRevision,
  type ClaimStanding,
} from './model.ts';

const key = z.coerce.number().int();
const written = z.object({ by: z.string(), at: z.coerce.date() });

export const claimBinding: z.ZodType<ClaimBinding> = z.object({
  measure: z.string(),
  of: z.string().nullable(),
  area: z.string(),
  period: z.string(),
  against: z.string().nullable(),
  printed: z.string().nullable(),
  counts: z.object({ current: z.number(), previous: z.number().nullable() }).nullable(),
});

/** What is written of a claim, as it is kept and published. */
export const claimContent = z.object({
  words: z.string(),
  saidBy: z.string(),
  saidOn: z.string().nullable(),
  document: z.string(),
  kind: z.enum(CLAIM_KINDS),
  binding: claimBinding.nullable(),
  vintage: z.string().nullable(),
}) satisfies z.ZodType<ClaimContent>;

/** A claim as its store selects it. */
export const claimRow: z.ZodType<Claim> = claimContent.extend({
  id: key,
  unit: z.string(),
  synthetic: z.boolean(),
  entered: written,
  changed: written,
  withdrawn: written.extend({ because: z.string() }).nullable(),
  version: z.number(),
});

export const claimRevisionRow: z.ZodType<ClaimRevision> = z.object({
  version: z.number(),
  content: claimContent.extend({ withdrawnBecause: z.string().nullable() }),
  changed: written,
});

const figures = z
  .object({
    vintage: z.string(),
    current: z.number(),
    previous: z.number().nullable(),
    days: z.tuple([z.number(), z.number()]),
    shares: z.literal(true).exactOptional(),
  })
  .nullable();

/** How a claim stood, with the claim it is of. */
export const claimStandingRow: z.ZodType<ClaimStanding & { claim: number }> = z
  .object({
    claim: key,
    version: z.number(),
    state: z.enum(CLAIM_STATES),
    found: z.object({ made: figures, today: figures, because: z.string() }),
    noted: written,
  })
  .transform(({ found, ...rest }) => ({ ...rest, ...found }));
