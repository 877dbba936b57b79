import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../../../test/builders/consultation-views.ts';
import { renderPage } from '../../../ui/render.tsx';
import { EditReviewPage, type EditReviewPageModel } from './edit-review-page.tsx';
import { OpenReviewPage } from './open-review-page.tsx';

const UNIT = { name: 'Central North', boroughs: [] };
const KNOWN = {
  boroughs: [{ code: 'E09000019', name: 'Islington' }],
  wards: [{ code: 'E05013699', name: 'Bunhill', borough: 'E09000019' }],
};
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the form that opens a review', () => {
  const pageOf = (
    typed: Record<string, string>,
    problems = [{ field: 'components' as string | null, sentence: 'Choose one.' }],
  ) =>
    renderPage(
      <OpenReviewPage
        {...{ unit: UNIT, known: KNOWN, startsFrom: '1 April 2026', synthetic: true, typed, problems }}
        parts={[
          { name: 'residents', title: 'Residents', usual: true, missing: null, now: 0.4 },
          { name: 'burglary', title: 'Burglary', usual: false, missing: 'No figures are held.', now: 0 },
        ]}
      />,
    );

  it('keeps what was typed, and lists what is wrong with a way to each field', () => {
    const html = pageOf({ name: 'Spring', 'part-residents': 'yes', 'weight-residents': '40', partners: 'A & B' });
    expect(html).toContain('<title>Error: Open a review');
    expect(html).toContain('<a href="#components">Choose one.</a>');
    expect(html).toMatch(/id="name"[^>]*value="Spring"/);
    expect(html).toMatch(/id="part-residents"[^>]*checked/);
    expect(html).toMatch(/id="weight-residents"[^>]*value="40"/);
    expect(html).toContain('A &amp; B</textarea>');
    expect(html).toContain('id="components" tabindex="-1"');
    expect(textOf(html)).toContain('Residents Now 40% of the weights. Points');
    expect(textOf(html)).toContain('Burglary Cannot count yet: No figures are held.');
    expect(textOf(html)).toContain('They begin from the plan in force since 1 April 2026. synthetic');
  });

  it('opens the other parts where one of them is ticked', () => {
    expect(pageOf({ 'part-burglary': 'yes' })).toMatch(
      /<details class="govuk-details" open>\s*<summary[^>]*><span[^>]*>Other parts/,
    );
    expect(pageOf({})).not.toMatch(/<details class="govuk-details" open>/);
  });
});

describe('the form that changes a review', () => {
  const values = {
    name: 'Spring',
    question: 'What counts?',
    closesOn: '2026-04-30',
    inForceFrom: '2026-06-01',
    panels: 'none',
  };
  const pageOf = (rest: Partial<EditReviewPageModel> = {}) =>
    renderPage(
      <EditReviewPage
        {...{ unit: UNIT, review: reviewOf(), known: KNOWN, typed: values, stored: null, problems: [] }}
        seen={{ version: 1, values }}
        {...rest}
      />,
    );

  it('carries the version and what it began from', () => {
    const html = pageOf();
    expect(html).toContain('name="version" value="1"');
    expect(html).toContain('name="seen-closesOn" value="2026-04-30"');
  });

  it('sets a lost race side by side, and keeps the reason that was typed', () => {
    const html = pageOf({
      typed: { ...values, closesOn: '2026-05-31', because: 'Panels meet in May.' },
      stored: { version: 2, values: { ...values, closesOn: '2026-05-14' }, by: 'Ben', at: '10:00' },
    });
    expect(textOf(html)).toContain('Somebody changed this first');
    expect(html).toContain('name="version" value="2"');
    expect(html).toMatch(/id="closesOn-theirs" name="closesOn" value="2026-05-14"/);
    expect(html).toMatch(/id="closesOn-yours" name="closesOn" value="2026-05-31"/);
    expect(html).toContain('Panels meet in May.</textarea>');
  });
});
