import { describe, expect, it } from 'vitest';
import { GATHERED, reviewOf, weightProposalOf } from '../../../../test/builders/consultation-views.ts';
import { weighDemand } from '../../../demand/index.ts';
import { renderPage } from '../../../ui/render.tsx';
import { planFromDemand } from '../../plan-from-demand.ts';
import { ProposalPage, type ProposalPageModel } from './proposal-page.tsx';

const textOf = (html: string): string =>
  html
    .replace(/<head[\s\S]*?<\/head>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const proposal = weightProposalOf({
  given: { method: 'budget', points: { 'recorded-crime': 20, residents: 60 } },
  bounds: { residents: [0.5, 1] },
});

function planWith(dwo: number) {
  const demand = weighDemand(GATHERED, { name: proposal.title, version: '1', weights: proposal.weights });
  if (demand.kind !== 'index') throw new Error('The test holds figures.');
  return planFromDemand(demand, { ...reviewOf().numbers, dwo });
}

/** Bloomsbury and Bunhill would lose one each, Mildmay gain two, and Frognal keep its own. */
const NOW = new Map([
  ['E05013635', 4],
  ['E05013640', 2],
  ['E05013699', 5],
  ['E05013712', 3],
]);
const PLACES = [{ code: 'E05013635', label: ['Bloomsbury'], q: 0, r: 0 }];

const pageOf = (rest: Partial<ProposalPageModel> = {}) =>
  renderPage(
    <ProposalPage
      {...{ unit: { name: 'Central North', boroughs: [] }, review: reviewOf(), state: 'open', proposal }}
      {...{ plan: planWith(14), officersNow: NOW, hexPlaces: PLACES, isOwn: true, mayCompare: true, justDone: null }}
      wordings={[
        {
          ...{ version: 1, who: 'Casey', at: proposal.written.at, comment: 'People live everywhere.' },
          ...{ weights: proposal.weights, withdrawnBecause: null },
        },
      ]}
      {...rest}
    />,
  );

describe('the page of a proposal', () => {
  it('says what it comes to, how it was asked, the weights, the bounds and every ward', () => {
    const text = textOf(pageOf());
    expect(text).toContain('3 wards would have another number of officers than now.');
    expect(text).toContain('These come to 80, so each was rescaled in proportion.');
    expect(text).toContain('Residents 60 75% 50% to 100%');
    expect(text).toContain('Recorded crime 20 25% anything');
    expect(text).toContain(
      'The comment may be published with the decision, under the name of Islington Council. The weights always are.',
    );
    expect(textOf(pageOf({ proposal: { ...proposal, publishComment: false } }))).toContain(
      'The comment is not for publication. The weights are always published with the decision.',
    );
    // Bloomsbury: a quarter of 60% and three quarters of 10%.
    expect(text).toContain('Bloomsbury 22.50%');
    expect(text).toContain('Proposed by Casey, 2 April 2026 at 10:00. Residents 75%, Recorded crime 25%.');
  });

  it('offers its party to change it while the review is open, and to withdraw it until a choice is made', () => {
    expect(pageOf()).toContain(
      '/allocation/reviews/1/propose?party=council%3AIslington+Council&amp;method=budget&amp;change=7',
    );
    expect(pageOf({ state: 'closed' })).not.toContain('/propose?');
    expect(pageOf({ state: 'closed' })).toContain('/proposals/7/withdraw');
    expect(pageOf({ state: 'chosen' })).not.toContain('/withdraw');
    expect(pageOf({ isOwn: false })).not.toContain('/withdraw');
  });

  it('says of every ward what it has now and what it would have, in the table and on the map', () => {
    const html = pageOf();
    expect(textOf(html)).toContain(
      'Now Officers PCSOs Camden Bloomsbury 22.50% 4 3 (−1) 1 Frognal 16.25% 2 2 1 Islington Mildmay 32.50% 3 5 (+2) 2',
    );
    expect(html).toContain('aria-label="Bloomsbury 3 −1 officers');
    const alone = textOf(pageOf({ officersNow: null }));
    expect(alone).toContain('14 officers and 5 PCSOs for 4 wards.');
    expect(alone).not.toContain('from now');
  });

  it('names the rules where no plan is possible under it, and the steps where those were compared', () => {
    const swing = { ...proposal, given: { ...proposal.given, method: 'swing' as const } };
    const text = textOf(pageOf({ plan: planWith(3), proposal: swing, officersNow: null }));
    expect(text).toContain('No plan.');
    expect(text).toContain('Frognal to Bloomsbury');
    expect(text).not.toContain('The plan under it');
  });
});
