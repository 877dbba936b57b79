import { expect, test } from 'vitest';
import { constablesAboveFloor } from './constables-above-floor.ts';
import { ISLINGTON_BUDGETED_WORKFORCE, ISLINGTON_NAMED_POSTS } from './reference/central-north.ts';

const islington = {
  boroughCode: 'E09000019',
  boroughName: 'Islington',
  year: 'Year 1',
  ranks: ISLINGTON_BUDGETED_WORKFORCE,
  posts: ISLINGTON_NAMED_POSTS,
};

test('Islington has 38 to 41 constables above the floor of its 17 wards, by how shared posts count', () => {
  expect(constablesAboveFloor(islington, 17, 2)).toEqual({
    constables: 85,
    floor: 34,
    ownPosts: 10,
    sharedPosts: 3,
    least: 38,
    most: 41,
  });
});
