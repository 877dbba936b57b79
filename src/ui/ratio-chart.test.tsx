import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { RatioChart } from './ratio-chart.tsx';

const ROWS = [
  { label: 'Black', ratio: 3.1, range: [2.9, 3.4] as const },
  { label: 'Asian', ratio: 1.02, range: [0.9, 1.2] as const },
  { label: 'Mixed', ratio: null, range: null, instead: 'Too few for a ratio' },
  { label: 'Other', ratio: 2, range: [1.4, null] as const },
];

it('draws a full dot where the range leaves out an equal rate, an open one where it does not, and none of too few', () => {
  const drawn = render(<RatioChart rows={ROWS} width={328} what="searches" />);
  expect(drawn.match(/class="w-clear"/g)).toHaveLength(2);
  expect(drawn.match(/class="w-maybe"/g)).toHaveLength(1);
  expect(drawn).toContain('Too few for a ratio');
});

it('says in words what it is of, and ends a range without limit in an arrow', () => {
  const drawn = render(<RatioChart rows={ROWS} width={640} what="searches" />);
  expect(drawn).toContain('aria-label="Chart of searches. The table has every figure."');
  expect(drawn.match(/l-6 -5m6 5l-6 5/g)).toHaveLength(1);
});
