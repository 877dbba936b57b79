import type { Written } from '../model.ts';
import type { AnnouncedReview } from '../notice/notice.ts';

/** One thing that happened to a review, besides its own versions. */
export interface ReviewEvent extends Omit<Written, 'by'> {
  what: string;
  /** null where its reader is told the day alone. */
  by: string | null;
  /** Why; empty where nothing was said. */
  because: string;
}

type Act = Written | null;

/** What goes from a proposal to its publication; a PublicationItem is one. */
interface OnItsWay {
  id: string;
  proposed: Act;
  approved: Act;
  published: Act;
  withdrawn: (Written & { reason: string }) | null;
}

const event = (what: string, act: Act, because = ''): ReviewEvent[] =>
  act === null ? [] : [{ what, ...act, because }];

/** What happened to the public notice of a review: proposed, approved, published, withdrawn. */
export const noticeEvents = ({ proposed, approved, published, withdrawn }: OnItsWay): ReviewEvent[] => [
  ...event('Public notice proposed', proposed),
  ...event('Public notice approved', approved),
  ...event('Public notice published', published),
  ...event('Public notice withdrawn', acted(withdrawn), withdrawn?.reason),
];

/** What happened to a plan that came of a review; it was proposed with the choice. */
export const planEvents = ({ id, approved, published, withdrawn }: OnItsWay): ReviewEvent[] => [
  ...event(`Plan ${id} approved`, approved),
  ...event(`Decided: plan ${id} published`, published),
  ...event(`Plan ${id} withdrawn`, acted(withdrawn), withdrawn?.reason),
];

const acted = (withdrawn: OnItsWay['withdrawn']): Act =>
  withdrawn === null ? null : { by: withdrawn.by, at: withdrawn.at };

/** What the public may know, by day: opened, announced, taken back, abandoned, chosen. */
export function publicEvents(
  { notice, publishedAt, withdrawn, abandoned }: AnnouncedReview,
  chosenOn: string | null,
): ReviewEvent[] {
  // Days without an hour stand at noon, which is the same day in London all year.
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const told: [what: string, at: Date | null][] = [
    ['Opened', noon(notice.opensOn)],
    ['Announced', publishedAt],
    ['Its notice was withdrawn', withdrawn?.at ?? null],
    ['Abandoned', abandoned?.at ?? null],
    ['A proposal was chosen', chosenOn === null ? null : noon(chosenOn)],
  ];
  return told.flatMap(([what, at]) => (at === null ? [] : [{ what, by: null, at, because: '' }]));
}
