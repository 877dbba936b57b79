import { z } from 'zod';
import type { DemandParts } from '../../demand/index.ts';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import {
  PARTY_KINDS,
  type Review,
  type ReviewChoice,
  type ReviewRevision,
  type WeightProposal,
  type WeightProposalRevision,
} from './model.ts';

const key = z.coerce.number().int();
const when = z.coerce.date();
const month = z.string().refine((text): text is Month => isMonth(text));
const numbers = z.record(z.string(), z.number());
const written = z.object({ by: z.string(), at: when });
const ended = z.object({ by: z.string(), at: when, because: z.string() });

const party = z.object({
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  borough: z.string().nullable(),
  ward: z.string().nullable(),
});

const both = z.object({ dwo: z.number(), pcso: z.number() });
const reviewNumbers = both.extend({
  floors: both,
  ceilings: z.object({ dwo: z.number().nullable(), pcso: z.number().nullable() }),
});

const heldPart = z.object({
  kind: z.literal('held'),
  component: z.string(),
  title: z.string(),
  measure: z.string(),
  every: z.enum(['month', 'once']),
  vintage: z.string(),
  synthetic: z.boolean(),
  backCast: z.boolean(),
  origins: z.array(z.string()),
  files: z.array(z.string()),
  asOf: month.exactOptional(),
  total: z.number(),
  figures: z.array(z.number()),
});
const missingPart = z.object({
  kind: z.literal('missing'),
  component: z.string(),
  title: z.string(),
  reason: z.string(),
});

const demandParts: z.ZodType<DemandParts> = z.object({
  unit: z.string(),
  asAt: z.string(),
  boundaryVersion: z.enum(BOUNDARY_VERSIONS),
  window: z.object({ from: month, to: month, months: z.number() }).nullable(),
  wards: z.array(z.object({ code: z.string(), name: z.string(), borough: z.string() })),
  parts: z.array(z.discriminatedUnion('kind', [heldPart, missingPart])),
});

const choice: z.ZodType<ReviewChoice> = z.object({
  proposal: z.number(),
  reasons: z.string(),
  figures: z.enum(['as opened', 'as revised']),
  plan: z.string(),
  planState: z.enum(['draft', 'proposed', 'approved', 'published']),
  chosen: written,
});

/** A review as its store selects it. */
export const reviewRow: z.ZodType<Review> = z.object({
  id: key,
  unit: z.string(),
  number: z.string(),
  name: z.string(),
  question: z.string(),
  numbers: reviewNumbers,
  demand: demandParts,
  demandHash: z.string(),
  synthetic: z.boolean(),
  inForceFrom: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  invited: z.array(party),
  opened: written,
  closed: ended.nullable(),
  abandoned: ended.nullable(),
  choice: choice.nullable(),
  version: z.number(),
});

export const reviewRevisionRow: z.ZodType<ReviewRevision> = z.object({
  version: z.number(),
  content: z.object({
    name: z.string(),
    question: z.string(),
    numbers: reviewNumbers,
    demandHash: z.string(),
    inForceFrom: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    invited: z.array(party),
    closedBecause: z.string().nullable(),
    abandonedBecause: z.string().nullable(),
  }),
  because: z.string(),
  changed: written,
});

const given = z.object({ method: z.enum(['budget', 'swing']), points: numbers });
const bounds = z.record(z.string(), z.tuple([z.number(), z.number()])).nullable();

/** A proposal as its store selects it. */
export const proposalRow: z.ZodType<WeightProposal> = z.object({
  id: key,
  review: key,
  party,
  title: z.string(),
  given,
  weights: numbers,
  bounds,
  comment: z.string(),
  publishComment: z.boolean(),
  written,
  withdrawn: ended.nullable(),
  version: z.number(),
});

export const proposalRevisionRow: z.ZodType<WeightProposalRevision> = z.object({
  version: z.number(),
  content: z.object({
    given,
    weights: numbers,
    bounds,
    comment: z.string(),
    publishComment: z.boolean(),
    withdrawnBecause: z.string().nullable(),
  }),
  changed: written,
});

/** What of a review its history keeps. */
export const reviewContent = (review: Review): ReviewRevision['content'] => ({
  name: review.name,
  question: review.question,
  numbers: review.numbers,
  demandHash: review.demandHash,
  inForceFrom: review.inForceFrom,
  opensOn: review.opensOn,
  closesOn: review.closesOn,
  invited: review.invited,
  closedBecause: review.closed?.because ?? null,
  abandonedBecause: review.abandoned?.because ?? null,
});

/** What of a proposal its history keeps. */
export const proposalContent = (proposal: WeightProposal): WeightProposalRevision['content'] => ({
  given: proposal.given,
  weights: proposal.weights,
  bounds: proposal.bounds,
  comment: proposal.comment,
  publishComment: proposal.publishComment,
  withdrawnBecause: proposal.withdrawn?.because ?? null,
});
