import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { DECIDED_WARDS, decisionInView, POLICE_DRAFT } from '../../../../test/builders/decision-in-view.ts';
import type { Decision } from '../model.ts';
import { DecisionRecord } from './decision-record.tsx';

const draw = (changed: Partial<Decision> = {}, plan: string | null = null) =>
  render(<DecisionRecord decision={decisionInView(changed)} wards={DECIDED_WARDS} plan={plan} />);
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.')
    .replaceAll(' ,', ',');
const rowsOf = (html: string, caption: string) =>
  [...(html.split(`<caption>${caption}`)[1]?.split('</table>')[0] ?? '').matchAll(/<tr>(.*?)<\/tr>/g)].map(
    ([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => textOf(cell).trim()),
  );

it('says whose proposal was chosen, when, from how many, and marks what is made up', () => {
  const html = draw();
  expect(textOf(html)).toContain('Chosen on 12 May 2026 from 3 proposals: Islington Council’s. synthetic');
  expect(textOf(draw({ chosen: 1 }))).toContain('from 3 proposals: the police’s “Police draft”.');
  expect(textOf(draw({ proposals: [POLICE_DRAFT], chosen: 1 }))).toContain('Chosen on 12 May 2026, the only proposal');
});

it('leads to its plan from its review, and from its plan to its review and the question', () => {
  expect(draw({}, '7')).toContain('href="/allocation/plans/7"');
  expect(draw()).not.toContain('href="/allocation/plans/');
  expect(draw()).toContain('href="/allocation/reviews/4"');
  expect(draw()).toContain('What should decide which wards get more officers?');
  expect(draw({}, '7')).not.toContain('What should decide which wards get more officers?');
});

it('quotes the reasons and the comments that were to be published, and says where none was', () => {
  const html = draw();
  expect(html).toMatch(/<blockquote[^>]*><p[^>]*>It follows need most closely.<\/p><p[^>]*>It was explained best.</);
  expect(textOf(html)).toContain('Council · 20 April 2026 Would accept: Deprivation: 30% to 50% Need before numbers.');
  expect(textOf(html)).toMatch(/Camden Council Council · 21 April 2026 No comment was published\./);
});

it('says who was asked and who of them proposed', () => {
  expect(textOf(draw())).toContain(
    'took proposals from 1 April 2026 to 5 May 2026. Of those invited, Camden Council and Islington Council proposed weights, and Highgate ward panel did not.',
  );
  expect(textOf(draw({ review: { ...decisionInView().review, closesOn: '2026-04-01' } }))).toContain(
    'took proposals on 1 April 2026.',
  );
  expect(textOf(draw({ review: { ...decisionInView().review, invited: [] } }))).toContain(
    'Nobody outside the police was invited.',
  );
});

it('says which figures it rests on', () => {
  expect(textOf(draw())).toContain('as they stood when the review opened. No figure was revised while it ran.');
  const revised = textOf(draw({ figures: 'as revised', revised: 'Recorded crime was revised in 2 wards.' }));
  expect(revised).toContain('as revised since the review opened. Recorded crime was revised in 2 wards.');
});

it('lists the weights of every proposal, without parts that nobody weighs', () => {
  expect(rowsOf(draw(), 'The weights of every proposal')).toEqual([
    ['Part', 'Police draft', 'Islington Council (chosen)', 'Camden Council'],
    ['Recorded crime', '80%', '62.5%', '10%'],
    ['Deprivation', '20%', '37.5%', '90%'],
  ]);
});

it('lists every ward under every proposal, with what differs from the chosen one', () => {
  expect(rowsOf(draw(), 'Every ward under every proposal')).toEqual([
    ['Ward', 'Islington Council (chosen)', 'Police draft', 'Camden Council'],
    ['Bloomsbury', '6', '7 (+1)', 'no plan'],
    ['Highgate', '3', '2 (−1)', 'no plan'],
    ['Hillrise', '3', '3', 'no plan'],
  ]);
});

it('says how often other weightings give a ward the same number, the least sure first', () => {
  expect(textOf(draw())).toContain('2 wards of 3 would have the same number in more than half of 10,000 other');
  expect(rowsOf(draw(), 'The same number in other weightings')).toEqual([
    ['Ward', 'Officers', 'Same number', 'Otherwise most often'],
    ['Highgate', '3', '48%', '2, in 52%'],
    ['Bloomsbury', '6', '70%', '7, in 29%'],
    ['Hillrise', '3', '100%', 'always the same'],
  ]);
});

it('says it within the bounds of the parties too, where they gave any', () => {
  const { stability } = decisionInView();
  const wards = stability.wards.map((ward) => (ward.code === 'E1' ? { ...ward, shares: { 3: 0.9, 4: 0.1 } } : ward));
  const html = draw({ stabilityWithin: { ...stability, wards, within: [] } });
  expect(rowsOf(html, 'The same number in other weightings').slice(0, 2)).toEqual([
    ['Ward', 'Officers', 'Same number', 'Within bounds', 'Otherwise most often'],
    ['Highgate', '3', '48%', '90%', '2, in 52%'],
  ]);
});
