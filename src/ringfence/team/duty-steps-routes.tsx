import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { londonInstants } from '../../lib/calendar/london-time.ts';
import { Refused } from '../../lib/refused.ts';
import { personOf } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { callAway } from '../absences/absence-service.ts';
import { changeDuty } from '../duties/duty-service.ts';
import { aboutDuty, ledgerOf, timeOf } from './about-duty.ts';
import { besideReasonAsked, besideReasonFields } from './beside-reason.ts';
import type { StepField } from './pages/step-page.tsx';
import { becauseOf, eventOf, instantAround, orderedByOf, reasonOf } from './read-step-form.ts';
import { BECAUSE, eventFields, MINE, NEW_REASON_FIELD, ORDERED_BY_FIELD } from './step-fields.ts';
import { mountStep, type Step } from './step-form-routes.tsx';
import { type DutyInView, dutyInView } from './step-view-service.ts';

/** Mounts the forms by which a duty is corrected, and a time away is recorded for its officer. */
export function dutyStepsRoutes(server: FastifyInstance): void {
  mountStep(server, CORRECT_DUTY);
  mountStep(server, CALL_AWAY);
}

const readDuty = (platform: Platform, key: string) => dutyInView(platform, /^\d{1,15}$/.test(key) ? Number(key) : -1);

/** Asked only where London's clocks go back that night: which of two is meant of a time that comes twice. */
function whichFields(day: string): StepField[] {
  if (![day, nextDay(day)].some((date) => londonInstants(date, '01:30').kind === 'twice')) return [];
  const choices = [
    { value: '', text: 'It comes once' },
    { value: 'first', text: 'The first, before the clocks go back' },
    { value: 'second', text: 'The second, after they went back' },
  ];
  return [
    { kind: 'select', name: 'start-which', label: 'If the start comes twice', choices },
    { kind: 'select', name: 'end-which', label: 'If the end comes twice', choices },
  ];
}

const whichOf = (text: string | undefined): 'first' | 'second' | null =>
  text === 'first' || text === 'second' ? text : null;

/** What both forms show of the duty. */
const shownOf = (subject: DutyInView) => ({
  facts: aboutDuty(subject),
  ledger: ledgerOf(subject),
  steps: [],
  version: subject.duty.version,
  synthetic: subject.duty.synthetic,
  notYours: null,
});

const CORRECT_DUTY: Step<DutyInView> = {
  url: '/ringfence/team/duties/:key/correct',
  read: readDuty,
  ask: (subject) => ({
    ...shownOf(subject),
    title: 'Correct a duty',
    lead: 'What it was stays on record, with who changed it and why.',
    fields: [
      { kind: 'time', name: 'start', label: 'From', hint: 'London’s clock, as 14:00.' },
      { kind: 'time', name: 'end', label: 'To', hint: 'One that is earlier than the start is on the next day.' },
      ...whichFields(subject.duty.day),
      BECAUSE,
    ],
    button: 'Correct it',
  }),
  startOf: ({ duty }) => ({ start: timeOf(duty.during.from), end: timeOf(duty.during.to), because: '' }),
  async submit(platform, { subject: { duty }, typed, version }) {
    const because = becauseOf(typed, 'Say in a sentence why it is corrected.');
    const [start, end] = [(typed.start ?? '').trim(), (typed.end ?? '').trim()];
    const which = { startWhich: whichOf(typed['start-which']), endWhich: whichOf(typed['end-which']) };
    await changeDuty(platform, { id: duty.id, version, start, end, ...which, because });
    return 'changed';
  },
};

const CALL_AWAY: Step<DutyInView> = {
  url: '/ringfence/team/duties/:key/away',
  read: readDuty,
  ask: (subject) => ({
    ...shownOf(subject),
    title: 'Record a time away',
    lead: 'For what an officer could not record themselves. It is about the order, not about the officer.',
    fields: [
      { kind: 'time', name: 'from', label: 'Away from', hint: 'London’s clock, as 15:10.' },
      { kind: 'time', name: 'to', label: 'Back at', hint: 'Leave it empty while they are away.' },
      NEW_REASON_FIELD,
      ...eventFields(subject.events),
      ...besideReasonFields(subject.beside),
      ORDERED_BY_FIELD,
      MINE,
    ],
    button: 'Record it',
  }),
  startOf: () => ({ from: '', to: '', reason: '', by: '', mine: 'no', id: randomUUID() }),
  async submit(platform, { subject: { duty, events, beside }, typed }) {
    const reason = reasonOf(typed.reason);
    const by = orderedByOf(typed.by);
    if (by === null) throw new Refused([{ field: 'by', sentence: 'Choose who ordered it.' }]);
    const to = (typed.to ?? '').trim();
    const recorded = await callAway(platform, {
      id: idOf(typed.id),
      duty: duty.id,
      from: instantAround(duty, (typed.from ?? '').trim(), 'from'),
      to: to === '' ? null : instantAround(duty, to, 'to'),
      reason,
      event: eventOf(typed.event, { reason, events }),
      order: { by, person: typed.mine === 'yes' ? personOf(platform.principal) : null },
      ...besideReasonAsked(typed, beside),
    });
    if (recorded.kind === 'already') throw new Refused([{ field: 'from', sentence: recorded.sentence }]);
    return 'away';
  },
};

/** The form brings the identity of what it records, so that a second press records nothing twice. */
const idOf = (text: string | undefined): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '') ? (text ?? '') : randomUUID();
