import type { PublicationItem } from '../../../platform/publication/index.ts';
import type { Written } from '../model.ts';

/** One thing that happened to a review, besides its own versions. */
export interface ReviewEvent extends Omit<Written, 'by'> {
  what: string;
  /** null where its reader is told the day alone. */
  by: string | null;
  /** Why; empty where nothing was said. */
  because: string;
}

type OnItsWay = Pick<PublicationItem, 'id' | 'proposed' | 'approved' | 'published' | 'withdrawn'>;
type Act = PublicationItem['published'];

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
