import { expect, it } from 'vitest';
import { sayFigure } from './say-measure.ts';

it('writes figures with at most two decimals', () => {
  expect([sayFigure(12345), sayFigure(0.6149), sayFigure(3.5)]).toEqual(['12,345', '0.61', '3.5']);
});
