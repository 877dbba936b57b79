import { z } from 'zod';
import { BOUNDARY_VERSIONS } from '../../geography/index.ts';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { isKeepable } from '../../lib/text-problem.ts';
import type { Charter } from '../model.ts';

/** Every message says what to write: the sentence of a problem is the field's name and this. */
const text = (what: string, most = 4_000) =>
  z
    .string(`write ${what} as text`)
    .refine((written) => written.trim() !== '', `write ${what}; it must not be blank`)
    .max(most, `write ${what} in at most ${most.toLocaleString('en-GB')} letters`)
    .refine(isKeepable, 'write it again without characters that cannot be kept')
    .meta({ description: `${what[0]?.toUpperCase()}${what.slice(1)}.`, minLength: 1 });

const MONTH = 'write a month such as 2017-01';
const month = (what: string) =>
  z
    .string(MONTH)
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, MONTH)
    .refine((written): written is Month => isMonth(written), MONTH)
    .meta({ description: `${what}, such as 2017-01.` });

const AREA = 'write the official code of an area, such as E09000007';
const area = z
  .string(AREA)
  .regex(/^[A-Z]\d{8}$/, AREA)
  .meta({ description: 'Official code of an area.' });

const MEASURE = 'write the name of a measure as "wardroom measures" lists it, such as burglary';
const measure = z
  .string(MEASURE)
  .regex(/^[a-z0-9][a-z0-9-]{0,99}$/, MEASURE)
  .meta({ description: 'Name of a measure in the catalogue.' });

const choice = <const Words extends readonly [string, ...string[]]>(words: Words, description: string) =>
  z.enum(words, `write ${words.map((word) => `"${word}"`).join(' or ')}`).meta({ description });

const list = <Each extends z.ZodType>(each: Each, what: string, least = 0, most = 200) => {
  const many = least === 0 ? `a list of ${what}, which may be empty: []` : `a list of ${what}, at least ${least}`;
  const written = z.array(each, `write ${many}`).max(most, `list at most ${most}`);
  return least === 0 ? written : written.min(least, `write ${many}`);
};

const object = <Shape extends z.ZodRawShape>(shape: Shape, what: string) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `leave out ${issue.keys.map((key) => `"${key}"`).join(' and ')}, which ${what} has no place for, or spell it as the schema does`
        : `write ${what} in braces`,
  });

const percent = (what: string) => {
  const how = `write ${what} in per cent, above 0 and at most 100, such as 10`;
  return z
    .number(how)
    .gt(0, how)
    .max(100, how)
    .meta({ description: `${what[0]?.toUpperCase()}${what.slice(1)}, in per cent.` });
};

const rate = (what: string) => {
  const how = 'write a chance above 0 and below 0.5, such as 0.05';
  return z.number(how).gt(0, how).lt(0.5, how).meta({ description: what });
};

const whole = (how: string, least: number, most: number) => z.int(how).min(least, how).max(most, how);

const ORGANISATION = 'the name of an organisation, such as Camden Council';
const signatory = object(
  {
    organisation: text(ORGANISATION, 200),
    body: choice(['council', 'police'], 'What it is.'),
    borough: area.nullable().meta({ description: 'Code of the council’s borough; null for the police.' }),
  },
  'a signatory',
);

const treated = object(
  {
    name: text('the name of the group, such as Camden and Islington', 200),
    areas: list(area, 'codes of areas', 1),
    start: month('First month of the pilot'),
    transitionMonths: whole('write a whole number of months from 0 to 24', 0, 24).meta({
      description: 'Months from the start that belong to neither side.',
    }),
  },
  'a treated group',
);

const comparison = object(
  {
    from: z
      .union(
        [z.literal('all others'), z.array(area).min(2).max(1_000)],
        'write "all others", or a list of at least two codes',
      )
      .meta({ description: 'Every area that is neither treated nor excluded, or codes.' }),
    excluded: list(
      object({ area, because: text('why the area is left out', 1_000) }, 'an exclusion'),
      'areas and reasons',
      0,
      1_000,
    ),
    adjoining: choice(['kept', 'left out'], 'Whether areas that share a border with a treated one are compared with.'),
    groups: choice(['all', 'adjoining'], 'Groups that the treated one is set among.'),
  },
  'the comparison',
);

const outcome = object(
  {
    measure,
    role: choice(['primary', 'guard', 'context'], 'What part it plays.'),
    scale: choice(['log', 'rate'], 'Log of the average count, or per 1,000 of the measure’s denominator.'),
    minimumEffectPercent: percent('smallest improvement worth having'),
    harmBoundPercent: percent('worsening that must not go unseen'),
  },
  'an outcome',
);

const MARGIN = 'write how far it may fall, 0 or above, in the measure’s own unit';
const VINTAGE = 'write { "policy": "latest" } or { "policy": "named", "name": … }';

/** A charter as its file has it, before its parts are held against each other: where its JSON Schema comes from. */
export const charterShape = object(
  {
    format: z.literal('wardroom-charter-1', 'write "wardroom-charter-1"'),
    name: z
      .string('write a name of small letters, digits and hyphens')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write small letters, digits and hyphens, such as pathfinder-2017')
      .max(60, 'write at most 60 letters')
      .meta({ description: 'Small letters, digits and hyphens, such as pathfinder-2017.' }),
    title: text('the question, such as Is the merger working?', 200),
    kind: choice(
      ['prospective', 'retrospective'],
      'A retrospective charter was written after the start: it cannot be signed.',
    ),
    unit: text('the command unit that keeps it', 200),
    summary: text('what is done, in two or three sentences'),
    boundaryVersion: choice(BOUNDARY_VERSIONS, 'Which areas its codes are of.'),
    treated: list(treated, 'treated groups', 1, 12),
    chosenBecause: text('why these areas were chosen'),
    chosenForBeingHigh: list(measure, 'measures for which the areas were chosen because they were high'),
    comparison,
    outcomes: list(outcome, 'outcomes', 1, 30),
    noDetriment: list(
      object(
        {
          measure,
          margin: z
            .number(MARGIN)
            .min(0, MARGIN)
            .meta({ description: 'Most that it may fall behind, in its own unit.' }),
        },
        'a guard',
      ),
      'service measures that must not fall',
      0,
      30,
    ),
    vintage: z
      .discriminatedUnion(
        'policy',
        [
          object({ policy: z.literal('named'), name: text('the name of the vintage', 200) }, 'the vintage'),
          object({ policy: z.literal('latest') }, 'the vintage'),
        ],
        VINTAGE,
      )
      .meta({ description: 'Which publication of the figures is used.' }),
    preFrom: month('First month that counts before the start'),
    end: month('Last month of the pilot'),
    estimator: choice(
      ['did', 'sc', 'difp', 'sdid'],
      'Estimator that the state goes by; the others are shown beside it.',
    ),
    looks: list(month('Last month of the figures of a look'), 'months', 1, 60),
    stopRule: object(
      {
        harmRate: rate('Chance that harm is called on any outcome at any look though nothing changed.'),
        benefitRate: rate('The same of benefit.'),
        meetWithinDays: whole('write a whole number of days from 1 to 365', 1, 365).meta({
          description: 'Days within which the signatories meet when harm is called.',
        }),
      },
      'the stop rule',
    ),
    benefits: list(
      object(
        {
          what: text('what is to be better', 1_000),
          measure: measure.nullable(),
          by: month('Month by which it is to be seen'),
        },
        'a benefit',
      ),
      'benefits predicted',
    ),
    alternatives: list(text('an alternative that was weighed'), 'alternatives that were weighed'),
    reversal: text('how it is undone'),
    signatories: list(signatory, 'those who must sign', 0, 60),
    breaks: list(
      object({ month: month('Month of the break'), what: text('what changed in the figures', 1_000) }, 'a break'),
      'known breaks in the figures',
    ),
    sources: list(text('where a fact comes from', 1_000), 'sources of its facts'),
    seed: whole('write a whole number from 0 to 4294967295', 0, 4_294_967_295).meta({
      description: 'Where something is drawn at random, it is from this.',
    }),
    synthetic: z.boolean('write true for a made-up charter of the demonstration, otherwise false').meta({
      description: 'True for the demonstration’s.',
    }),
  },
  'a charter',
) satisfies z.ZodType<Charter>;
