import { describe, expect, it } from 'vitest';
import { findDriver } from './find-driver.ts';

describe('the driver is the component', () => {
  it('with the largest correlation, up or down', () => {
    expect(findDriver([0.2, -0.5, 0.3], [1, 1, 1])).toEqual({ component: 1, sign: -1 });
    expect(findDriver([0.2, -0.1, 0.3], [1, 1, 1])).toEqual({ component: 2, sign: 1 });
  });
  it('and not with the largest covariance: a weight that hardly moves may go with the number most closely', () => {
    expect(findDriver([0.2, 0.05], [1, 0.1])).toEqual({ component: 1, sign: 1 });
  });
  it('with which it gets more, of two that are each other’s opposite', () => {
    expect(findDriver([-0.4, 0.4], [1, 1])).toEqual({ component: 1, sign: 1 });
    expect(findDriver([0.4, -0.4000000000001], [1, 1])).toEqual({ component: 0, sign: 1 });
  });
  it('that comes first, of two alike', () => {
    expect(findDriver([0.3, 0.3, -0.3], [1, 1, 1])).toEqual({ component: 0, sign: 1 });
  });
});

it('there is none where nothing goes with any weight, or no weight moves', () => {
  expect(findDriver([0, 0], [1, 1])).toBeNull();
  expect(findDriver([0.1, 0.1], [0, 0])).toBeNull();
});
