import { expect, it } from 'vitest';
import { forceArea } from './force-area.ts';

it('knows the forces of London by their official codes, and every other by its name', () => {
  expect(forceArea('city-of-london')).toEqual({ areaCode: 'E23000034', boundaryVersion: 'police-forces' });
  expect(forceArea('kent')).toEqual({ areaCode: 'kent', boundaryVersion: 'unplaced' });
  expect(forceArea('constructor')).toEqual({ areaCode: 'constructor', boundaryVersion: 'unplaced' });
});
