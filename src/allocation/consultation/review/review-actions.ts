import type { Party, ReviewState } from '../model.ts';
import { reviewAddress } from '../say-review.ts';

/** What a reader may do with a review, and for whom they answer. */
export interface ReaderOfReview {
  /** Whether they see every proposal. */
  seesAll: boolean;
  /** Whether they may change the review, announce it or give it up. */
  mayWrite: boolean;
  /** Whether they may choose among the proposals. */
  mayApprove: boolean;
  /** The parties they answer for, each with the number of its proposal that stands; null where it has none. */
  parties: { party: Party; proposal: number | null }[];
}

/** How far the public notice of a review is; outdated: published, and the review was changed since. */
export type NoticeState = 'none' | 'outdated' | 'draft' | 'proposed' | 'approved' | 'published';

export interface ReviewAction {
  href: string;
  text: string;
}

export interface ActionsAsked {
  id: number;
  state: ReviewState;
  reader: ReaderOfReview;
  /** Proposals that the reader sees and that stand. */
  proposals: number;
  notice: NoticeState;
  /** Number of the plan on its way or published; null where there is none. */
  plan: string | null;
}

/** What the reader of a review may do now, the next thing first. */
export function reviewActions(asked: ActionsAsked): ReviewAction[] {
  const { id, state, reader, proposals, plan } = asked;
  const at = (path: string) => `${reviewAddress(id)}/${path}`;
  const ended = state === 'decided' || state === 'abandoned';
  return [
    ...(state === 'open' ? reader.parties.map((each) => proposeAction(at, each)) : []),
    ...(state === 'closed' && reader.mayApprove && proposals > 0
      ? [{ href: at('decide'), text: 'Choose one of the proposals' }]
      : []),
    ...(state === 'chosen' && plan !== null && reader.seesAll
      ? [{ href: `/allocation/plans/${plan}/approve`, text: `See what plan ${plan} changes, and who may approve it` }]
      : []),
    ...(proposals > 0 && (reader.seesAll || state === 'decided')
      ? [{ href: at('compare'), text: 'See the proposals side by side' }]
      : []),
    ...(state === 'open' && reader.seesAll ? noticeActions(at, asked) : []),
    ...(ended || state === 'chosen' || !reader.mayWrite
      ? []
      : [
          ...(state === 'open' ? [{ href: at('close'), text: 'Close it now, before its last day is over' }] : []),
          { href: at('edit'), text: 'Change the question, the days or who is asked' },
          { href: at('abandon'), text: 'Abandon the review' },
        ]),
  ];
}

function proposeAction(at: (path: string) => string, { party, proposal }: ReaderOfReview['parties'][number]) {
  const which = new URLSearchParams({ party: partyKey(party) });
  if (party.kind === 'police') return { href: at(`propose?${which}`), text: 'Propose weights for the police' };
  return proposal === null
    ? { href: at(`propose?${which}`), text: `Propose weights for ${party.name}` }
    : { href: at(`propose?${which}`), text: `Change what ${party.name} proposes` };
}

function noticeActions(at: (path: string) => string, { notice, reader }: ActionsAsked): ReviewAction[] {
  if (notice === 'none' || notice === 'outdated') {
    const text = notice === 'none' ? 'Announce it to the public' : 'Announce the change to the public';
    return reader.mayWrite ? [{ href: at('announce'), text }] : [];
  }
  if (notice === 'published') return [];
  return [{ href: at('approve'), text: 'See the public notice that waits for approval' }];
}

/** What names a party in an address and a form. */
export const partyKey = ({ kind, name, ward }: Party): string => `${kind}:${ward ?? name}`;
