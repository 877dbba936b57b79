import { expect, test } from 'vitest';
import { everyComponent, findComponent } from './components.ts';

test('the six parts the founding weights name are components, counted by month or once', () => {
  const kinds = ['recorded-crime', 'violence-and-robbery', 'anti-social-behaviour', 'residents', 'deprivation'].map(
    (name) => findComponent(name)?.every,
  );
  expect(kinds).toEqual(['month', 'month', 'month', 'once', 'once']);
});

test('any measure may be one, and nothing else', () => {
  expect(findComponent('street-crime')?.title).toBe('Street-level crime');
  expect(findComponent('luck')).toBeNull();
  expect(new Set(everyComponent().map((component) => component.name)).size).toBe(everyComponent().length);
});
