import { z } from 'zod';
import { publicationKind, publishing } from '../../src/platform/publication/index.ts';

export interface Note {
  text: string;
  /** Never published. */
  aside: string;
  /** Counts of people by ward. */
  counts: Record<string, number>;
}
export interface PublicNote {
  text: string;
  counts: Record<string, number | null>;
}

export const noteKind = publicationKind<Note, PublicNote>({
  kind: 'panels.note',
  module: 'panels',
  title: (key) => `Note of ${key}`,
  parseContent: (json) =>
    z.object({ text: z.string(), aside: z.string(), counts: z.record(z.string(), z.number()) }).parse(json),
  parseSnapshot: (json) =>
    z.object({ text: z.string(), counts: z.record(z.string(), z.number().nullable()) }).parse(json),
  snapshotOf: ({ text, counts }) => ({ text, counts }),
  facetsOf: ({ text }) => ({ long: text.length > 20 }),
  identify: [],
  describe: (before, after) => ({ sentences: [`From ${before?.text ?? 'nothing'} to ${after.text}.`], table: null }),
  disclosure: {
    rules: [{ name: 'Under 5', from: '2026-01-01', until: null, appliesTo: {}, threshold: 5, zerosSensitive: false }],
    because: 'Counts under 5 are hidden.',
    release: ({ counts }) => ({
      cells: Object.entries(counts).map(([key, count]) => ({
        key,
        count,
        dimensions: { area: { level: 'ward', value: key } },
        // Everybody knows the figures of this one already.
        ...(key === 'known' ? { knownBetween: { least: count ?? 0, most: count ?? 0 } } : {}),
      })),
      relations: [],
    }),
    visible: ({ counts }) => Object.entries(counts).flatMap(([key, count]) => (count === null ? [] : [{ key, count }])),
    protect: ({ text, counts }, decisions) => ({
      text,
      counts: Object.fromEntries(
        decisions.map((each) => [each.key, each.kind === 'published' ? (counts[each.key] ?? null) : null]),
      ),
    }),
  },
  afterWithdrawal: 'fact only',
});

/** Notes of a ward panel, published by the one mechanism. */
export const notes = publishing(noteKind);

export const aNote = (text: string, counts: Record<string, number> = {}) => ({
  key: 'Belsize',
  place: { unit: 'Central North', borough: 'E09000007', ward: 'E05013652' },
  inForceFrom: '2026-03-01',
  content: { text, aside: 'the caller was anxious', counts },
});
