import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { HexWeightsMap, type WeightedHexArea } from './hex-weights-map.tsx';

const area = (name: string, q: number, part: WeightedHexArea['part']): WeightedHexArea => ({
  ...{ code: name, name, borough: '', label: [name], q, r: 0, part, href: `#weight-${name}` },
});
const AREAS = [
  area('Camden', 0, { kind: 'treated' }),
  area('Haringey', 1, { kind: 'weighted', weight: 0.294 }),
  area('Bexley', 2, { kind: 'weighted', weight: 0 }),
  area('Merton', 3, { kind: 'weighted', weight: 0.003 }),
  area('City', 4, { kind: 'left out', because: 'A force of its own.' }),
];
const drawn = render(<HexWeightsMap title="Weights" areas={AREAS} tableId="weights" />);

it('prints each weight in its hexagon, in per cent, and none where there is none', () => {
  expect(drawn).toContain('aria-label="Haringey 29. Haringey: 29%"');
  expect(drawn).toContain('aria-label="Merton &lt;1. Merton: &lt;1%"');
  expect(drawn).toContain('aria-label="Bexley. Bexley: no weight"');
});

it('tells the pilot and what was left out by more than colour, with the reason', () => {
  expect(drawn).toContain('aria-label="Camden pilot. Camden: in the pilot"');
  expect(drawn).toContain('aria-label="City –. City: left out. A force of its own."');
  expect(drawn).toContain('class="w-left-out"');
});

it('says the weights in words, the largest first, and offers the way past it', () => {
  expect(drawn).toContain('by weight in the comparison: Haringey 29%, Merton &lt;1%. The same figures');
  expect(drawn).toContain('href="#weights"');
});
