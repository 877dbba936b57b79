import { describe, expect, it } from 'vitest';
import { GATHERED, ISLINGTON_COUNCIL, POLICE, reviewOf } from '../../../../test/builders/consultation-views.ts';
import { renderPage } from '../../../ui/render.tsx';
import { swingSteps } from '../proposal/swing-steps.ts';
import { ProposePage, type ProposePageModel } from './propose-page.tsx';

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const pageOf = (rest: Partial<ProposePageModel> = {}) =>
  renderPage(
    <ProposePage
      {...{ unit: { name: 'Central North', boroughs: [] }, review: reviewOf(), state: 'open', kept: [] }}
      {...{ parties: [ISLINGTON_COUNCIL], party: ISLINGTON_COUNCIL, method: 'budget', steps: swingSteps(GATHERED) }}
      {...{ typed: {}, seen: null, stored: null, beginning: [], problems: [] }}
      now={{ head: 'Now', name: 'Founding, version 1', shares: { 'recorded-crime': 0.3, residents: 0.7 } }}
      {...rest}
    />,
  );

describe('the form of a proposal', () => {
  it('asks for whom and how first, keeping the weights that the address brought', () => {
    const html = pageOf({
      party: null,
      method: null,
      parties: [POLICE, ISLINGTON_COUNCIL],
      kept: [['weight-residents', '40']],
    });
    expect(textOf(html)).toContain('Whom do you answer for?');
    expect(textOf(html)).toContain('Compare the steps');
    expect(html).toContain('<input type="hidden" name="weight-residents" value="40"');
    expect(html).toContain('method="get"');
  });

  it('asks for points of each part that is held, says whose answer it is and what is missing', () => {
    const html = pageOf({ typed: { 'weight-residents': '75' } });
    expect(textOf(html)).toContain('You answer for Islington Council .');
    expect(html).toMatch(/id="weight-residents"[^>]*inputmode="decimal"[^>]*value="75"/);
    expect(html).not.toContain('weight-anti-social-behaviour');
    expect(textOf(html)).toContain('Anti-social behaviour is missing and cannot count: No ward series');
    expect(textOf(html)).toContain(
      'My comment may be published with the decision, under the name of Islington Council. The weights always are.',
    );
    expect(html).not.toContain('id="title"');
    expect(pageOf({ party: POLICE })).toContain('id="title"');
  });

  it('says what each part counts for now, and what it begins with', () => {
    expect(textOf(pageOf())).toContain('Recorded crime now 30%');
    expect(textOf(pageOf({ method: 'swing' }))).toContain('has 60.0%. Its weight: now 30%.');
    expect(textOf(pageOf())).not.toContain('What this form begins with');
    expect(textOf(pageOf({ beginning: ['These are your points, converted.'] }))).toContain(
      'What this form begins with These are your points, converted.',
    );
  });

  it('names the two real wards of every step', () => {
    expect(textOf(pageOf({ method: 'swing' }))).toContain(
      'From Frognal, which has 5.0% of the unit’s recorded crime, to Bloomsbury, which has 60.0%.',
    );
  });

  it('keeps what was typed when the review closed, and says what to do', () => {
    const html = pageOf({ state: 'closed', typed: { comment: 'People live everywhere.' } });
    expect(textOf(html)).toContain('Nothing was saved: the review takes no proposals any more');
    expect(html).toContain('People live everywhere.</textarea>');
  });

  it('sets both beside each other where a colleague saved first, and answers to what is stored', () => {
    const html = pageOf({
      typed: { 'weight-residents': '60', comment: 'Mine' },
      seen: { proposal: 7, version: 1, values: { 'weight-residents': '75', comment: '' } },
      stored: { version: 2, values: { 'weight-residents': '75', comment: 'Theirs' }, by: 'Ben', at: '10:00' },
      problems: [],
    });
    expect(textOf(html)).toContain('Somebody changed this first');
    expect(html).toContain('<input type="hidden" name="version" value="2"');
    expect(html).toContain('<input type="hidden" name="weight-residents" value="60"');
    expect(html).toMatch(/type="radio" id="comment-yours" name="comment" value="Mine"/);
    expect(html).toContain('<input type="hidden" name="change" value="7"');
  });
});
