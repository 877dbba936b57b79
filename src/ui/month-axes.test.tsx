import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { MonthAxes, type MonthAxesProps } from './month-axes.tsx';

const drawn = (years: MonthAxesProps['geometry']['years'], given: Partial<MonthAxesProps> = {}) =>
  render(
    <MonthAxes
      geometry={{
        left: 30,
        right: 500,
        bottom: 300,
        ticks: [0, 50],
        years,
        x: (at) => 36 + 10 * at,
        y: (to) => 300 - to,
      }}
      firstMonth="2024-03"
      sayTick={(tick) => `${tick}!`}
      {...given}
    />,
  );

it('names the first month where the first year leaves it room', () => {
  expect(drawn([{ index: 10, year: 2025 }])).toContain('>Mar 2024<');
  expect(drawn([])).toContain('>Mar 2024<');
  expect(drawn([{ index: 6, year: 2025 }])).not.toContain('Mar');
});

it('names a January only where its year is not printed', () => {
  const january = { firstMonth: '2023-01' } as const;
  expect(drawn([{ index: 0, year: 2023 }], january)).not.toContain('Jan');
  expect(drawn([{ index: 12, year: 2024 }], january)).toContain('>Jan 2023<');
});

it('says ticks as it is told, and sets zero apart', () => {
  const html = drawn([], { zero: 'w-mean' });
  expect(html).toContain('>50!<');
  expect(html.match(/w-mean/g)).toHaveLength(1);
  expect(html).not.toContain('w-axis');
});
