import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../geography/index.ts';
import { isMonth, type Month } from '../lib/calendar/month.ts';
import type { PlanSnapshot } from './adopted-plan.ts';
import { storedDecision } from './consultation/decision/stored-decision.ts';
import type { OptimalPlan, PlanOptions } from './model.ts';
import { PLAN_STAGES, type RulesFile, TIERS } from './review.ts';

// JSON has no Infinity: it writes null.
const endless = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.POSITIVE_INFINITY);
const month = z.string().refine((text): text is Month => isMonth(text));
const both = z.object({ dwo: z.number(), pcso: z.number() });
const award = z.object({ rank: z.number().nullable(), officers: z.number(), priority: endless, reason: z.string() });
const margin = z.object({ gain: z.number().nullable(), lose: z.number().nullable() });

const numbersByWard = z.record(z.string(), z.number());
const weights = z.object({ name: z.string(), version: z.string(), weights: z.record(z.string(), z.number()) });
const window = z.object({ from: month, to: month, months: z.number() });

/** Plans kept before there were side rules have none of this. */
const sidePart = {
  decidedBy: z.enum(['hand-out', 'solver']).default('hand-out'),
  review: z.string().nullable().default(null),
  sergeants: z
    .array(
      z.object({
        wards: z.array(z.string()),
        names: z.array(z.string()),
        tier: z.enum(TIERS),
        demandShare: z.number(),
      }),
    )
    .default([]),
  gap: z.number().default(0),
  binding: z
    .array(
      z.object({
        rule: z.string(),
        of: z.enum(PLAN_STAGES).default('officers'),
        cost: z.number(),
        without: z.number(),
        sentence: z.string(),
        wards: z.array(z.object({ code: z.string(), dwo: z.number() })),
      }),
    )
    .default([]),
  current: z
    .object({
      source: z.string(),
      officers: numbersByWard.nullable(),
      remarks: z.array(z.string()).optional(),
    })
    .nullable()
    .default(null),
  remarks: z.array(z.string()).default([]),
};

const plan = z.object({
  kind: z.literal('optimal'),
  unit: z.string(),
  asAt: z.string(),
  boundaryVersion: z.enum(BOUNDARY_VERSIONS),
  window: window.nullable(),
  officers: both,
  rules: z.array(z.object({ name: z.string(), sentence: z.string(), source: z.string(), from: z.string().nullable() })),
  limits: z.object({
    officers: both,
    floors: both,
    ceilings: z.object({ dwo: z.number().nullable(), pcso: z.number().nullable() }),
  }),
  weights,
  used: z.array(
    z.object({
      component: z.string(),
      title: z.string(),
      measure: z.string(),
      weight: z.number(),
      vintage: z.string(),
      synthetic: z.boolean(),
      backCast: z.boolean(),
      // Plans kept before the sentences were have none.
      origins: z.array(z.string()).default([]),
      files: z.array(z.string()),
      asOf: month.exactOptional(),
      total: z.number(),
    }),
  ),
  missing: z.array(z.object({ component: z.string(), weight: z.number(), reason: z.string() })),
  synthetic: z.boolean(),
  objective: endless,
  ...sidePart,
  nextInLine: z.array(z.object({ rank: z.number(), code: z.string(), officers: z.number(), priority: endless })),
  wards: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      borough: z.string(),
      demandShare: z.number(),
      components: z.record(z.string(), z.number()),
      quota: z.number(),
      dwo: z.number(),
      pcso: z.number(),
      awards: z.array(award),
      pcsoAwards: z.array(award),
      margin,
      pcsoMargin: margin,
    }),
  ),
}) satisfies z.ZodType<OptimalPlan, unknown>;

/**
 * Reads a plan as it was kept. The records keep fields in an order of their own: weights are put back into that of the
 * components counted, so that planning anew with them adds up in the same order and comes to the very same plan.
 * @throws z.ZodError when it is not a plan
 */
export function parseStoredPlan(json: unknown): OptimalPlan {
  const stored = plan.parse(json);
  const { used, missing, weights: kept } = stored;
  const counted = [...used, ...missing].map(({ component }) => component);
  const names = new Set([...counted, ...Object.keys(kept.weights)].filter((name) => name in kept.weights));
  const ordered = Object.fromEntries([...names].map((name) => [name, kept.weights[name] ?? 0]));
  return { ...stored, weights: { ...kept, weights: ordered } };
}

const withDecision = z.object({ decision: storedDecision.exactOptional() });

/**
 * Reads a plan as readers see it, with its decision where it comes of a review: one that comes of none has no such field,
 * so that it stays what was approved.
 * @throws z.ZodError when it is not a plan
 */
export function parsePlanSnapshot(json: unknown): PlanSnapshot {
  return { ...parseStoredPlan(json), ...withDecision.parse(json) };
}

const officers = z.object({ officers: z.number() });
const rulesFile = z.object({
  name: z.string(),
  current: numbersByWard.nullable(),
  side: z.object({
    'cluster-balance': z.object({ within: z.number() }).optional(),
    'most-moves': officers.optional(),
    'most-lost': officers.optional(),
    'protected-wards': z
      .array(z.object({ ward: z.string(), atLeast: z.number().nullable(), because: z.string() }))
      .optional(),
    'borough-floors': z.array(z.object({ borough: z.string(), atLeast: z.number() })).optional(),
    'funded-officers': z
      .array(officers.extend({ place: z.string(), fundedBy: z.string(), until: z.string().nullable() }))
      .optional(),
    'sergeant-span': z.object({ people: z.number() }).optional(),
  }),
  tiers: z.record(z.string(), z.enum(TIERS)),
  highFrom: z.number(),
  sergeantsElsewhere: z.number().nullable(),
  clusters: z.record(z.string(), z.array(z.string())).nullable(),
}) satisfies z.ZodType<RulesFile, unknown>;

const options = z.object({
  unit: z.string().nullable(),
  asAt: z.string(),
  // Options kept before there were reviews have none.
  figuresAt: z.string().optional(),
  dwo: z.number(),
  pcso: z.number(),
  floors: z.object({ dwo: z.number().optional(), pcso: z.number().optional() }).optional(),
  ceilings: z.object({ dwo: z.number().nullable().optional(), pcso: z.number().nullable().optional() }).optional(),
  weights: weights.optional(),
  window: window.optional(),
  rules: rulesFile.optional(),
  sergeants: z.object({ all: z.number(), elsewhere: z.number().nullable() }).optional(),
  timeLimitSeconds: z.number().optional(),
}) satisfies z.ZodType<PlanOptions, unknown>;

/**
 * Reads what a plan was asked with, as it was kept.
 * @throws z.ZodError when it is not that
 */
export function parseStoredOptions(json: unknown): PlanOptions {
  return options.parse(json);
}
