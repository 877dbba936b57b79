import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import {
  CAMDEN,
  DECIDED_WARDS,
  decisionInView,
  ISLINGTON,
  POLICE_DRAFT,
} from '../../../../test/builders/decision-in-view.ts';
import { comparedPair } from '../comparison/compared-pair.ts';
import { ComparePage, type ComparePageModel } from './compare-page.tsx';

const { review, stability } = decisionInView();
const proposals = [POLICE_DRAFT, ISLINGTON, CAMDEN];
const asked = { a: 1, b: 2 };

const draw = (changed: Partial<ComparePageModel> = {}) =>
  render(
    <ComparePage
      unit={{ name: 'Central North', boroughs: ['Camden', 'Islington'] }}
      review={review}
      over="Review 2026–1 · open"
      proposals={proposals}
      chosen={null}
      wards={DECIDED_WARDS}
      hexPlaces={DECIDED_WARDS.map(({ code, name }, q) => ({ code, label: [name], q, r: 0 }))}
      asked={asked}
      pair={comparedPair(changed.proposals ?? proposals, DECIDED_WARDS, asked)}
      baseline={{ head: 'Now', words: 'the plan in force', proposal: null, officers: { E1: 2, E2: 6, E3: 4 } }}
      stability={stability}
      noComment="No comment."
      problems={[]}
      {...changed}
    />,
  );
const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const rowsOf = (html: string, caption: string) =>
  [...(html.split(`<caption>${caption}`)[1]?.split('</table>')[0] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(
    ([, row = '']) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => textOf(cell).trim()),
  );

it('answers first: how many wards are the same, gain and lose, and which weights moved', () => {
  expect(textOf(draw())).toMatch(
    /1 ward is the same under both\. 1 gains an officer under B and 1 loses one\. B moves weight from recorded crime to deprivation\. synthetic/,
  );
});

it('lists the wards that differ, with how often other weightings keep A’s number', () => {
  const html = draw();
  expect(rowsOf(html, 'The two wards that differ')).toEqual([
    ['Ward', 'A', 'B', 'Keeps A’s number in'],
    ['One more under B'],
    ['Highgate', '2', '3', '52%'],
    ['One fewer under B'],
    ['Bloomsbury', '7', '6', '29%'],
  ]);
  expect(html).toContain('aria-label="Highgate +1. Highgate, Camden: 2 under A, 3 under B"');
  expect(textOf(html)).toContain('A is Police draft, B is Islington Council.');
});

it('leaves the column out where stability is not to be had, and says so', () => {
  const html = draw({ stability: { missing: 'It is left out.' } });
  expect(rowsOf(html, 'The two wards that differ')[0]).toEqual(['Ward', 'A', 'B']);
  expect(textOf(html)).toContain('It is left out.');
});

it('says more than one where a ward differs by more, and nothing of wards where none differs', () => {
  const twice = { ...ISLINGTON, officers: { E1: 4, E2: 5, E3: 3 } };
  expect(textOf(draw({ proposals: [POLICE_DRAFT, twice] }))).toContain('More under B');
  const same = draw({ proposals: [POLICE_DRAFT, { ...ISLINGTON, officers: POLICE_DRAFT.officers }] });
  expect(textOf(same)).toContain('Every ward has the same number of officers under both.');
  expect(same).not.toContain('that differ');
});

it('chooses the two by a form that only asks', () => {
  const html = draw();
  expect(html).toContain(
    '<form class="w-form w-pair-form w-noprint" action="/allocation/reviews/4/compare" method="get">',
  );
  expect(html).toMatch(/<select[^>]*name="b"[^>]*>.*<option value="2" selected>Islington Council<\/option>/);
  expect(html).toContain('<option value="3">Camden Council (no plan)</option>');
});

it('shows every proposal: its weights, its wards against the plan in force, its comment', () => {
  const html = draw();
  expect(rowsOf(html, 'The weights of every proposal')).toHaveLength(3);
  expect(rowsOf(html, 'Every ward under every proposal')).toEqual([
    ['Ward', 'Now', 'Police draft', 'Islington Council', 'Camden Council'],
    ['Camden'],
    ['Bloomsbury', '6', '7 (+1)', '6', 'no plan'],
    ['Highgate', '2', '2', '3 (+1)', 'no plan'],
    ['Islington'],
    ['Hillrise', '4', '3 (−1)', '3 (−1)', 'no plan'],
  ]);
  expect(html).toContain('aria-label="Every ward under every proposal, scrolls sideways"');
  expect(textOf(html)).toContain('As in the plan of last year.');
});

it('says what is in the way, beside its field', () => {
  const html = draw({ pair: null, problems: [{ field: 'b', sentence: 'Choose two different proposals.' }] });
  expect(html).toContain('<a href="#b">Choose two different proposals.</a>');
  expect(html).toMatch(/<title>Error: /);
  expect(html).not.toContain('gives no plan');
});

it.each([
  [[], 'Nobody has proposed weights yet.'],
  [[POLICE_DRAFT], 'There is one proposal, and nothing to set beside it yet.'],
  [[POLICE_DRAFT, CAMDEN], 'Fewer than two of the proposals give a plan'],
])('says why nothing is side by side', (few, sentence) => {
  expect(textOf(draw({ proposals: few, pair: null, asked: null }))).toContain(sentence);
});

it('says that no ward differs where a map would be empty, and that wide tables scroll', () => {
  const alike = [POLICE_DRAFT, { ...ISLINGTON, officers: POLICE_DRAFT.officers }];
  const html = draw({ proposals: alike });
  expect(textOf(html)).toContain('No ward differs, so there is no map of changes to draw.');
  expect(html.match(/On a narrow screen it scrolls sideways to the last proposal/g)).toHaveLength(2);
  expect(textOf(draw())).not.toContain('No ward differs');
});
