import { z } from 'zod';
import { publicationKind, publishing } from '../../../platform/publication/index.ts';
import { PARTY_KINDS } from '../model.ts';
import { describeNotice } from './describe-notice.ts';
import type { ReviewNotice } from './notice.ts';

const both = z.object({ dwo: z.number(), pcso: z.number() });

const notice = z.object({
  review: z.number(),
  unit: z.string(),
  number: z.string(),
  name: z.string(),
  question: z.string(),
  numbers: both.extend({
    floors: both,
    ceilings: z.object({ dwo: z.number().nullable(), pcso: z.number().nullable() }),
  }),
  weights: z.object({ name: z.string(), version: z.string(), weights: z.record(z.string(), z.number()) }),
  components: z.array(z.object({ component: z.string(), title: z.string() })),
  opensOn: z.string(),
  closesOn: z.string(),
  inForceFrom: z.string(),
  invited: z.array(
    z.object({
      kind: z.enum(PARTY_KINDS),
      name: z.string(),
      borough: z.string().nullable(),
      ward: z.string().nullable(),
    }),
  ),
  synthetic: z.boolean(),
}) satisfies z.ZodType<ReviewNotice, unknown>;

const parse = (json: unknown): ReviewNotice => notice.parse(json);

/** The public notice of a review: whole, since it holds nothing that anybody proposed and counts posts alone. */
export const reviewNoticeKind = publicationKind<ReviewNotice, ReviewNotice>({
  kind: 'consultation.review',
  module: 'consultation',
  title: (unit) => `Notice of a review of ${unit}`,
  parseContent: parse,
  parseSnapshot: parse,
  snapshotOf: (content) => content,
  facetsOf: ({ review, synthetic }) => ({ review: String(review), synthetic }),
  identify: ['component', 'name'],
  describe: describeNotice,
  disclosure: {
    rules: [],
    because:
      'Nothing is left out: a notice names organisations, never people, counts posts to place, and holds nothing that anybody proposed.',
    release: ({ number, numbers }) => ({ cells: cellsOf(number, numbers), relations: [] }),
    protect: (snapshot) => snapshot,
    visible: ({ number, numbers }) => cellsOf(number, numbers).map(({ key, count }) => ({ key, count })),
  },
  afterWithdrawal: 'readable',
});

const cellsOf = (review: string, numbers: ReviewNotice['numbers']) =>
  (['dwo', 'pcso'] as const).map((post) => ({
    key: `review ${review} ${post}`,
    dimensions: { review: { level: 'review', value: review }, post: { level: 'post', value: post } },
    count: numbers[post],
  }));

/** Whether a notice is of a review. */
export const ofReview = ({ facets }: { facets: Facets }, review: number): boolean => facets.review === String(review);

type Facets = Readonly<Record<string, string | boolean>>;

/** Notices on their way to being published: a later one of the same review takes the place of the one before. */
export const notices = publishing(reviewNoticeKind, {
  chooseBefore: (standing, { facets, inForceFrom }) =>
    standing.find((each) => each.facets.review === facets.review && each.inForceFrom <= inForceFrom) ?? null,
});
