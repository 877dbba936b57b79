import { describe, expect, it } from 'vitest';
import {
  BLOOMSBURY_PANEL,
  ISLINGTON_COUNCIL,
  POLICE,
  reviewOf,
  weightProposalOf,
} from '../../../../test/builders/consultation-views.ts';
import { renderPage } from '../../../ui/render.tsx';
import type { Party } from '../model.ts';
import { ReviewPage, type ReviewPageModel } from './review-page.tsx';
import { ReviewsPage } from './reviews-page.tsx';

const UNIT = { name: 'Central North', boroughs: ['Camden', 'Islington'] };
const textOf = (html: string): string =>
  html
    .replace(/<head[\s\S]*?<\/head>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const police = weightProposalOf({ id: 5, party: POLICE, title: 'Police draft', weights: { 'recorded-crime': 1 } });
const modelOf = (rest: Partial<ReviewPageModel> = {}): ReviewPageModel => ({
  unit: UNIT,
  review: reviewOf(),
  state: 'open',
  reader: { seesAll: true, mayWrite: true, mayApprove: false, parties: [{ party: POLICE, proposal: null }] },
  proposals: [police, weightProposalOf()],
  notice: 'none',
  now: {
    ...{ head: 'Now', name: 'Founding, version 1' },
    shares: { 'recorded-crime': 0.6, residents: 0.3, burglary: 0.1 },
  },
  revised: null,
  history: [
    { what: 'Public notice published', who: null, at: new Date('2026-03-12T12:00:00Z'), because: '', changes: [] },
    { what: 'Opened', who: 'Anna Ward', at: new Date('2026-03-10T12:00:00Z'), because: '', changes: [] },
  ],
  justDone: null,
  ...rest,
});
const pageOf = (rest: Partial<ReviewPageModel> = {}) => renderPage(<ReviewPage {...modelOf(rest)} />);

describe('the page of a review', () => {
  it('says how it stands, what is asked, how officers are handed out and what counts under each proposal', () => {
    const text = textOf(pageOf());
    expect(text).toContain('Review 2026–1 · open for comment until 30 April 2026');
    expect(text).toContain('What should count when officers are shared out?');
    expect(text).toContain('There are 14 officers and 5 PCSOs for 4 wards. Every ward gets 2 officers and 1 PCSO.');
    expect(text).toContain('The other 6 officers are handed out one by one');
    expect(text).toContain('Recorded crime 60% 100% 25% wards.csv, spring');
    expect(text).toContain('Now: Founding, version 1.');
    expect(text).toContain(
      'Burglary counts 10% now. It is not asked about here, and counts for nothing in any proposal.',
    );
    expect(text).toContain('Missing: No ward series is held after June 2018.');
    expect(text).toContain(
      '1 of the 2 parties asked has answered. The police run the review and propose too; they are not',
    );
    expect(text).toContain('Opened by Anna Ward, 10 March 2026 at 12:00. Public notice published on 12 March 2026.');
  });

  it('leads the analyst to change, announce and compare, and a council to its own proposal only', () => {
    const analyst = pageOf();
    for (const path of ['propose?party=police', 'compare', 'announce', 'edit', 'abandon'])
      expect(analyst).toContain(`href="/allocation/reviews/1/${path}`);
    expect(analyst).not.toContain('/decide');
    const reader = {
      ...{ seesAll: false, mayWrite: false, mayApprove: false },
      parties: [{ party: ISLINGTON_COUNCIL, proposal: 7 }],
    };
    const council = pageOf({ reader, proposals: [weightProposalOf()] });
    expect(textOf(council)).toContain('Change what Islington Council proposes');
    expect(textOf(council)).toContain('Bloomsbury ward panel ward panel not shown');
    expect(textOf(council)).toContain('The police who run the review see every proposal as it comes; other parties');
    expect(textOf(council)).not.toContain('was not asked by name');
    for (const path of ['announce', 'edit', 'abandon', 'decide']) expect(council).not.toContain(`/reviews/1/${path}`);
  });

  it('tells a party before its answer that there is none yet, and one that was not asked that it may answer', () => {
    const partner: Party = { kind: 'partner', name: 'Street Link', borough: null, ward: null };
    const reader = {
      ...{ seesAll: false, mayWrite: false, mayApprove: false },
      parties: [ISLINGTON_COUNCIL, partner].map((party) => ({ party, proposal: null })),
    };
    const text = textOf(pageOf({ reader, proposals: [] }));
    expect(text).toContain('Islington Council council none yet');
    expect(text).toContain('Bloomsbury ward panel ward panel not shown');
    expect(text).toContain('Street Link was not asked by name; it may answer all the same.');
    expect(textOf(pageOf({ reader, proposals: [], state: 'closed' }))).not.toContain('was not asked by name');
  });

  it('offers a choice to who approves once it is closed, and no proposals any more', () => {
    const reader = { seesAll: true, mayWrite: true, mayApprove: true, parties: [{ party: POLICE, proposal: null }] };
    const closed = pageOf({ state: 'closed', reader });
    expect(closed).toContain('/allocation/reviews/1/decide');
    expect(closed).not.toContain('/propose');
    expect(textOf(closed)).toContain('closed on 30 April 2026, not decided yet');
  });

  it('flags revised figures, withdrawn proposals and an abandoned review, each with its reason', () => {
    const gone = { by: 'person:d', at: new Date('2026-04-03T09:00:00Z'), because: 'We counted twice.' };
    const text = textOf(
      pageOf({
        state: 'abandoned',
        review: reviewOf({ abandoned: { ...gone, because: 'The budget was cut.' }, synthetic: true }),
        proposals: [weightProposalOf({ withdrawn: gone, party: BLOOMSBURY_PANEL, title: 'Bloomsbury ward panel' })],
        revised: 'Recorded crime of March 2026 was revised.',
      }),
    );
    expect(text).toContain('Recorded crime of March 2026 was revised. Proposals are still worked out');
    expect(text).toContain('Bloomsbury ward panel : We counted twice.');
    expect(text).toContain('The budget was cut.');
    expect(text).toContain('abandoned on 3 April 2026 synthetic');
    expect(text).toContain('0 of the 2 parties asked have answered.');
  });
});

describe('the list of reviews', () => {
  const listed = {
    ...{ id: 1, number: '2026-1', name: 'Spring review', state: 'open' as const, synthetic: false },
    ...{ opensOn: '2026-03-10', closesOn: '2026-04-30', proposals: 3, plan: null },
  };
  const listOf = (reviews: (typeof listed)[], rest = {}) =>
    renderPage(<ReviewsPage unit={UNIT} reviews={reviews} publishedOnly={false} mayOpen {...rest} />);

  it('answers first whether one is open, and until when', () => {
    expect(textOf(listOf([listed]))).toContain('One review is open: comment until 30 April 2026.');
    expect(textOf(listOf([listed, { ...listed, id: 2, closesOn: '2026-05-08' }]))).toContain(
      '2 reviews are open: comment until 30 April 2026 and 8 May 2026.',
    );
    expect(textOf(listOf([{ ...listed, synthetic: true }]))).toContain('until 30 April 2026. synthetic A review asks');
    expect(textOf(listOf([listed]))).not.toContain('synthetic');
    expect(textOf(listOf([]))).toContain('No review was opened yet.');
  });

  it('shows who may not know them no counts, and offers to open one only to who may', () => {
    expect(listOf([listed])).toContain('href="/allocation/reviews/new"');
    expect(textOf(listOf([listed]))).toContain('Proposals Decision');
    const visitor = listOf([{ ...listed, proposals: null as never }], { publishedOnly: true, mayOpen: false });
    expect(textOf(visitor)).not.toContain('Proposals Decision');
    expect(visitor).not.toContain('/allocation/reviews/new');
  });
});
