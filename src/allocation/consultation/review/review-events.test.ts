import { expect, it } from 'vitest';
import { reviewOf } from '../../../../test/builders/consultation-views.ts';
import type { AnnouncedReview } from '../notice/notice.ts';
import { noticeEvents, planEvents, publicEvents } from './review-events.ts';

const at = (day: number) => ({ by: `person:${day}`, at: new Date(Date.UTC(2026, 2, day)) });
const said = (events: { what: string; by: string | null; because: string }[]) =>
  events.map(({ what, by, because }) => [what, by, because]);

it('tells who did what to a notice and to a plan, and why it was withdrawn', () => {
  const item = { id: '7', proposed: at(1), approved: at(2), published: at(3), withdrawn: null };
  expect(
    said(noticeEvents({ ...item, published: null, withdrawn: { ...at(4), reason: 'The days were wrong.' } })),
  ).toEqual([
    ['Public notice proposed', 'person:1', ''],
    ['Public notice approved', 'person:2', ''],
    ['Public notice withdrawn', 'person:4', 'The days were wrong.'],
  ]);
  expect(said(planEvents(item))).toEqual([
    ['Plan 7 approved', 'person:2', ''],
    ['Decided: plan 7 published', 'person:3', ''],
  ]);
});

it('tells the public days, and nobody’s name', () => {
  const { id: review, demand, ...rest } = reviewOf();
  const announced: AnnouncedReview = {
    ...{ id: '1', from: '2026-03-12', publishedAt: new Date('2026-03-12T09:00:00Z'), alone: false, withdrawn: null },
    notice: { ...rest, review, weights: { name: 'Founding', version: '1', weights: {} }, components: demand.parts },
    now: { closesOn: '2026-04-30', inForceFrom: '2026-06-01', closed: true, chosen: true },
    abandoned: null,
  };
  expect(publicEvents(announced, '2026-05-12')).toEqual([
    { what: 'Opened', by: null, at: new Date('2026-03-10T12:00:00Z'), because: '' },
    { what: 'Announced', by: null, at: new Date('2026-03-12T09:00:00Z'), because: '' },
    { what: 'A proposal was chosen', by: null, at: new Date('2026-05-12T12:00:00Z'), because: '' },
  ]);
});
