import { expect, it } from 'vitest';
import type { PublicationItem, PublishedItem } from './model.ts';
import { type Standing, sayDayPassed, sayIfWithdrawn } from './say-standing.ts';

const at = new Date('2026-03-10T12:00:00Z');
const place = { unit: null, borough: null, ward: null };
const ofAll = { kind: 'panels.note', key: 'k', place, facets: {}, alone: false };
const item = (inForceFrom: string, state: PublicationItem['state']): PublicationItem => ({
  ...{ ...ofAll, id: '9', module: 'panels', inForceFrom, state, version: 1, contentHash: 'h' },
  ...{ drafted: { by: 'a', at }, changed: { by: 'a', at }, proposed: null, approved: null, approvedSnapshotHash: null },
  ...{ approvedBefore: null, published: null, withdrawn: null },
});
const other = (id: string, inForceFrom: string): PublishedItem => ({
  ...{ ...ofAll, id, inForceFrom, publishedAt: at, sequence: 1, withdrawn: null },
});
const latest = {
  chooseBefore: (standing: readonly PublishedItem[], { inForceFrom }: { inForceFrom: string }) =>
    standing.find((each) => each.inForceFrom <= inForceFrom) ?? null,
};
const asked = (from: string, state: PublicationItem['state'], ...standing: PublishedItem[]): Standing => ({
  ...{ item: item(from, state), standing, today: '2026-03-10' },
});

it('says that a day has passed, and whether readers see it at all', () => {
  expect(sayDayPassed(latest, asked('2026-03-10', 'proposed'))).toBeNull();
  expect(sayDayPassed(latest, asked('1990-01-01', 'proposed'))).toContain('readers see it at once');
  expect(sayDayPassed(latest, asked('1990-01-01', 'proposed', other('5', '2026-01-01')))).toBe(
    'Its day, 1 January 1990, has passed: once published it counts from then, but readers see number 5, in force from 1 January 2026, as before.',
  );
});

it('says what a withdrawal puts back', () => {
  expect(sayIfWithdrawn(latest, asked('2026-03-01', 'approved'))).toBeNull();
  expect(sayIfWithdrawn(latest, asked('2026-03-01', 'published'))).toContain('nothing in its place');
  expect(sayIfWithdrawn(latest, asked('2026-03-01', 'published', other('5', '2026-01-01')))).toBe(
    'Withdrawing it puts number 5, in force from 1 January 2026, back in its place.',
  );
  expect(sayIfWithdrawn(latest, asked('1990-01-01', 'published', other('5', '2026-01-01')))).toContain(
    'changes nothing of what is in force',
  );
});
