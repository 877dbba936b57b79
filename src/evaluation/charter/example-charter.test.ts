import { expect, it } from 'vitest';
import { exampleCharter } from './example-charter.ts';
import { parseCharter } from './parse-charter.ts';

it.each(['2026-01-01', '2027-12-31'])('fits together on %s, and starts afterwards', (today) => {
  const charter = exampleCharter(today);
  expect(parseCharter(JSON.parse(JSON.stringify(charter)))).toEqual({ kind: 'charter', charter });
  expect((charter.treated[0]?.start ?? '') > today.slice(0, 7)).toBe(true);
});
