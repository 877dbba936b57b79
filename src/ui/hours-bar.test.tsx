import { expect, it } from 'vitest';
import { HoursBar, HoursKey, placed } from './hours-bar.tsx';
import { renderPage } from './render.tsx';

const NONE = { breach: 0, unruled: 0, exception: 0, permitted: 0, presumed: 0, confirmed: 0 };

it('draws each part on one scale, time away first, and leaves out parts of nothing', () => {
  const parts = { ...NONE, breach: 30, confirmed: 60, presumed: 10 };
  expect(placed(parts, 200, 102).map(({ part, x, length }) => [part, x, length])).toEqual([
    ['breach', 1, 15],
    ['presumed', 16, 5],
    ['confirmed', 21, 30],
  ]);
  expect(placed(NONE, 0, 102)).toEqual([]);
});

it('shows a part too small to be drawn, and never leaves the bar', () => {
  const pieces = placed({ ...NONE, breach: 1, confirmed: 10_000 }, 10_001, 102);
  expect(pieces[0]).toMatchObject({ part: 'breach', length: 1.5 });
  expect((pieces[1]?.x ?? 0) + (pieces[1]?.length ?? 0)).toBeLessThanOrEqual(101);
});

it('hatches exceptions, and explains only what is drawn', () => {
  const parts = { ...NONE, exception: 5, confirmed: 5 };
  const bar = renderPage(<HoursBar parts={parts} full={10} width={102} />);
  expect(bar).toContain('url(#w-hatch)');
  const key = renderPage(<HoursKey shown={[parts]} names={{ exception: 'Exception: Carnival' }} />);
  expect(key).toContain('Exception: Carnival');
  expect(key).not.toContain('Breach');
});
