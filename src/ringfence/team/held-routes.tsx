import type { FastifyInstance } from 'fastify';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { longDate } from '../../ui/long-date.ts';
import { heldRecords, settleHeld } from '../phones/held-records-service.ts';
import { heldOf } from './held-of.ts';
import { becauseOf } from './read-step-form.ts';
import { BECAUSE } from './step-fields.ts';
import { mountStep, type Step } from './step-form-routes.tsx';
import type { HeldRecord } from './team-view.ts';

/** Mounts the form by which what a phone sent, and could not be recorded as it came, is settled. */
export function heldRoutes(server: FastifyInstance): void {
  mountStep(server, SETTLE);
}

async function heldAt(platform: Platform, key: string): Promise<HeldRecord> {
  const kept = (await heldRecords(platform)).find(({ id }) => id === key);
  const [found] = kept === undefined ? [] : heldOf(kept, 'An officer of the team', platform.now());
  if (found === undefined)
    throw new NotFound('Nothing that is held from a phone has this address: it may be settled already.', [
      { href: '/ringfence/team', text: 'My team' },
    ]);
  return found;
}

const SETTLE: Step<HeldRecord> = {
  url: '/ringfence/team/held/:key',
  read: heldAt,
  ask: ({ at, said }) => ({
    facts: [
      { key: 'Pressed on', value: longDate(todayInLondon(at)) },
      { key: 'What it is', value: said },
    ],
    ledger: null,
    steps: [],
    version: 1,
    synthetic: false,
    notYours: null,
    title: 'Settle what a phone sent',
    lead: 'Say what was done about it. What the phone sent stays as it came.',
    fields: [
      { ...BECAUSE, label: 'What was done about it', hint: 'Such as: recorded by hand, or it did not take place.' },
    ],
    button: 'Settle it',
  }),
  startOf: () => ({ because: '' }),
  async submit(platform, { subject: { id }, typed }) {
    await settleHeld(platform, { id, because: becauseOf(typed, 'Say in a sentence what was done about it.') });
    return 'settled';
  },
};
