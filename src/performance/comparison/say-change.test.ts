import { expect, it } from 'vitest';
import { judgeInterval, sayChange, sayFew, sayTooFewYears } from './say-change.ts';

const years = (low: number, high: number | null) => sayChange([low, high], { countsAlone: false });
const counts = (low: number, high: number | null) => sayChange([low, high], { countsAlone: true });

it('says what a change can bear in the same words everywhere', () => {
  expect(years(0.86, 1.03)).toBe('Could be chance: 14% fewer to 3% more.');
  expect(years(0.85, 0.98)).toBe('Fewer, clear of chance taken alone: between 2% and 15% fewer.');
  expect(years(1.02, 1.15)).toBe('More, clear of chance taken alone: between 2% and 15% more.');
  expect(sayFew(5, 16)).toBe('Too few for a percentage. 11 fewer.');
  expect(sayFew(7, 4)).toBe('Too few for a percentage. 3 more.');
  expect(sayFew(4, 4)).toBe('Too few for a percentage. As many as before.');
});

it('says where nothing but the counts is known', () => {
  expect(counts(0.86, 1.03)).toBe('Could be chance on the counts alone: 14% fewer to 3% more.');
  expect(counts(0.82, 0.99)).toBe('Fewer, clear of chance on the counts alone: between 1% and 18% fewer.');
});

it('says where earlier years are too few to tell', () => {
  expect(sayTooFewYears([0.81, 1.07])).toBe(
    'Too few earlier years to tell; on the counts alone: 19% fewer to 7% more.',
  );
  expect(sayTooFewYears([0.82, 0.99])).toBe(
    'Too few earlier years to tell; on the counts alone, clear of chance: between 1% and 18% fewer.',
  );
});

it('says what there was a day where the periods are not as long, and never one count less the other', () => {
  const aDay = (low: number, high: number | null) => sayChange([low, high], { countsAlone: true, perDay: true });
  expect(aDay(0.98, 1.11)).toBe('Could be chance on the counts alone: 2% fewer to 11% more a day.');
  expect(aDay(1.02, 1.11)).toBe('More, clear of chance on the counts alone: between 2% and 11% more a day.');
  expect(sayFew(4, 4, [275, 365])).toBe('Too few for a percentage. 4 in 275 days against 4 in 365.');
});

it('never says 0%, and knows an end without limit', () => {
  expect(years(0.8, 0.9963)).toBe('Fewer, clear of chance taken alone: between 0.4% and 20% fewer.');
  expect(years(1.00001, 1.2)).toBe('More, clear of chance taken alone: between less than 0.1% and 20% more.');
  expect(years(0.5, null)).toBe('Could be chance: 50% fewer to any number more.');
  expect(years(1, 1.5)).toBe('Could be chance: as many to 50% more.');
  expect(years(1.3, null)).toBe('More, clear of chance taken alone: between 30% and any number more.');
});

it('calls a change clear where its limits leave out "as many"', () => {
  expect([judgeInterval([0.9, 1]), judgeInterval([1, 2]), judgeInterval([0.5, null])]).toEqual(
    Array(3).fill('could be chance'),
  );
  expect([judgeInterval([0.9, 0.999]), judgeInterval([1.001, null])]).toEqual(['clear', 'clear']);
});
