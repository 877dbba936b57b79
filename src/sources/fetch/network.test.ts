import { expect, it } from 'vitest';
import { mayAsk, pauseBefore } from './network.ts';

const now = Date.UTC(2026, 2, 1);

it('waits twice as long each time, with some chance, up to a minute and a half', () => {
  expect(pauseBefore(1, null, { now, random: 0 })).toBe(1000);
  expect(pauseBefore(3, null, { now, random: 0.5 })).toBe(5000);
  expect(pauseBefore(12, null, { now, random: 0 })).toBe(60_000);
});

it.each([
  ['7', 7000],
  ['Sun, 01 Mar 2026 00:00:05 GMT', 5000],
  ['Sat, 28 Feb 2026 00:00:00 GMT', 0],
  ['301', null],
  ['soon', 1000],
])('keeps to the rest asked for: %s', (header, pause) => {
  expect(pauseBefore(1, header, { now, random: 0 })).toBe(pause);
});

it.each([
  ['https://data.police.uk/data/x.zip', false, true],
  ['http://data.police.uk/data/x.zip', false, false],
  ['https://data.police.uk.example.org/x.zip', false, false],
  ['https://someone:else@data.police.uk/x.zip', false, false],
  ['http://127.0.0.1:8000/x.zip', false, false],
  ['http://127.0.0.1:8000/x.zip', true, true],
  ['https://data.police.uk/data/x.zip', true, false],
  ['http://169.254.169.254/latest', false, false],
])('may it ask %s (from this machine: %s)? %s', (address, isLocal, answer) => {
  expect(mayAsk(new URL(address), ['data.police.uk'], isLocal)).toBe(answer);
});
