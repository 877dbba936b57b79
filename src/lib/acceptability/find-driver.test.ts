import { describe, expect, it } from 'vitest';
import { findDriver } from './find-driver.ts';

describe('the driver is the component', () => {
  it('with the largest correlation, up or down', () => {
    expect(findDriver([0.2, -0.5, 0.3])).toEqual({ component: 1, sign: -1, runnerUp: null });
    expect(findDriver([0.2, -0.1, 0.3])).toEqual({ component: 2, sign: 1, runnerUp: null });
  });
  it('with which it gets more, of two that are each other’s opposite', () => {
    expect(findDriver([-0.4, 0.4])).toMatchObject({ component: 1, sign: 1 });
    expect(findDriver([0.4, -0.4000000000001])).toMatchObject({ component: 0, sign: 1 });
  });
  it('that comes first, of two alike', () => {
    expect(findDriver([0.3, 0.3, -0.3])).toMatchObject({ component: 0, sign: 1 });
  });
});

describe('the runner-up', () => {
  it('is named where its correlation comes within 0.05, whatever its sign', () => {
    expect(findDriver([0.5, 0.1, -0.46])?.runnerUp).toEqual({ component: 2, sign: -1 });
    expect(findDriver([0.5, 0.1, -0.44])?.runnerUp).toBeNull();
  });
  it('is the other one of two, which always go as closely', () => {
    expect(findDriver([-0.4, 0.4])?.runnerUp).toEqual({ component: 0, sign: -1 });
  });
  it('goes with the number at all', () => {
    expect(findDriver([0.03, 0, 0])?.runnerUp).toBeNull();
  });
});

it('there is none where nothing goes with any weight', () => {
  expect(findDriver([0, 0])).toBeNull();
});
