import type { FastifyInstance } from 'fastify';
import { Refused } from '../../lib/refused.ts';
import { personOf } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { moment } from '../../ui/moment.ts';
import { sayWho } from '../../ui/say-who.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { correctAbsence, orderAbsence } from '../absences/correct-absence-service.ts';
import { disputeAbsence } from '../absences/judge-absence-service.ts';
import { aboutDuty, ledgerOf, timeOf } from './about-duty.ts';
import { besideReasonChanged, besideReasonFields, besideReasonTyped } from './beside-reason.ts';
import { becauseOf, eventOf, instantAround, orderedByOf, reasonOf } from './read-step-form.ts';
import { sayReason } from './say-reason.ts';
import { sayStep } from './say-step.ts';
import { byOrderOf } from './say-where.ts';
import { BECAUSE, eventFields, MINE, ORDERED_BY_FIELD, REASON_CHOICES } from './step-fields.ts';
import { mountStep, type Step } from './step-form-routes.tsx';
import { type AbsenceInView, absenceInView } from './step-view-service.ts';

/** Mounts the forms by which an absence is corrected, disputed or given its order. */
export function absenceStepsRoutes(server: FastifyInstance): void {
  mountStep(server, CORRECT_ABSENCE);
  mountStep(server, DISPUTE);
  mountStep(server, ORDER);
}

const idOf = (key: string): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key))
    throw new NotFound('No absence is kept at this address.', [{ href: '/ringfence/team', text: 'My team' }]);
  return key;
};

function aboutAbsence(subject: AbsenceInView, platform: Platform) {
  const { absence, ruled, steps, names, notYours } = subject;
  const now = platform.now();
  return {
    facts: [
      ...aboutDuty(subject),
      {
        key: 'Away',
        value: `${timeOf(absence.from)} to ${absence.to === null ? 'the end of the duty' : timeOf(absence.to)}, ${sayReason(absence.reason)}`,
      },
      { key: 'Order', value: sentenceCase(byOrderOf(absence.order)) },
      { key: 'Counts as', value: ruled.because },
      ...(absence.note === '' ? [] : [{ key: 'Note', value: absence.note }]),
    ],
    ledger: ledgerOf(subject),
    steps: steps.map(({ step, after, because, doneBy, doneAt }) => ({
      when: moment(doneAt),
      what: sayStep(step, after, now),
      by: doneBy === personOf(platform.principal) ? 'you' : sayWho(doneBy, names),
      because,
    })),
    version: absence.version,
    synthetic: absence.synthetic,
    notYours,
  };
}

const readAbsence = (platform: Platform, key: string) => absenceInView(platform, idOf(key));
const laterOf = ({ sentence }: { sentence: string }): string => (/ is closed: /.test(sentence) ? '.later' : '');

const CORRECT_ABSENCE: Step<AbsenceInView> = {
  url: '/ringfence/team/absences/:key/correct',
  read: readAbsence,
  ask: (subject, platform) => ({
    ...aboutAbsence(subject, platform),
    title: 'Correct an absence',
    lead: 'What was recorded stays as the original, with who corrected it and why. Somebody confirms it again afterwards.',
    fields: [
      { kind: 'time', name: 'from', label: 'Away from', hint: 'London’s clock, as 15:10.' },
      { kind: 'time', name: 'to', label: 'Back at', hint: 'Leave it empty for the end of the duty.' },
      { kind: 'select', name: 'reason', label: 'What for', choices: REASON_CHOICES },
      ...eventFields(subject.events),
      ...besideReasonFields(subject.beside),
      BECAUSE,
    ],
    button: 'Correct it',
  }),
  startOf: ({ absence, beside }) => ({
    from: timeOf(absence.from),
    to: timeOf(absence.to),
    reason: absence.reason,
    event: absence.event ?? '',
    ...besideReasonTyped(absence, beside),
    because: '',
  }),
  async submit(platform, { subject: { absence, duty, events, beside }, typed, version }) {
    const reason = reasonOf(typed.reason);
    const to = (typed.to ?? '').trim();
    const recorded = await correctAbsence(platform, {
      id: absence.id,
      version,
      from: instantAround(duty, (typed.from ?? '').trim(), 'from'),
      to: to === '' ? null : instantAround(duty, to, 'to'),
      reason,
      ...(events.length === 0 ? {} : { event: eventOf(typed.event, { reason, events }) }),
      ...besideReasonChanged(typed, absence, beside),
      because: becauseOf(typed, 'Say in a sentence why it is corrected.'),
    });
    return `corrected${laterOf(recorded)}`;
  },
};

const DISPUTE: Step<AbsenceInView> = {
  url: '/ringfence/team/absences/:key/dispute',
  read: readAbsence,
  ask: (subject, platform) => ({
    ...aboutAbsence(subject, platform),
    title: 'Dispute an absence',
    lead: 'Say what is not so. It counts as before until somebody who did not order it corrects it.',
    fields: [{ ...BECAUSE, label: 'What is not so' }],
    button: 'Dispute it',
    // Whoever ordered it may say that it is not as it is recorded: that changes nothing by itself.
    notYours: null,
  }),
  startOf: () => ({ because: '' }),
  async submit(platform, { subject: { absence }, typed, version }) {
    const because = becauseOf(typed, 'Say in a sentence what is not so.');
    await disputeAbsence(platform, { id: absence.id, version, because });
    return 'disputed';
  },
};

const ORDER: Step<AbsenceInView> = {
  url: '/ringfence/team/absences/:key/order',
  read: readAbsence,
  ask: (subject, platform) => ({
    ...aboutAbsence(subject, platform),
    title: 'Say who ordered an absence',
    lead: 'By role: a name is kept only where it was you or whoever leads the ward, and they then leave it to somebody else to confirm.',
    fields: [
      ORDERED_BY_FIELD,
      MINE,
      { kind: 'date', name: 'day', label: 'Day of the order' },
      {
        kind: 'time',
        name: 'at',
        label: 'Time of the order',
        hint: 'Leave it empty where it is not known: it then counts from now.',
      },
      { kind: 'text', name: 'reference', label: 'Number of the order or message', hint: 'Leave it empty for none.' },
      {
        kind: 'select',
        name: 'event',
        label: 'Named event',
        choices: [{ value: '', text: 'None' }, ...subject.events.map(({ key, name }) => ({ value: key, text: name }))],
      },
    ],
    button: 'Add the order',
  }),
  startOf: ({ absence, duty }) => ({
    by: '',
    mine: 'no',
    day: duty.day,
    at: '',
    reference: '',
    event: absence.event ?? '',
  }),
  async submit(platform, { subject: { absence, duty, events }, typed, version }) {
    const by = orderedByOf(typed.by);
    if (by === null) throw new Refused([{ field: 'by', sentence: 'Choose who ordered it.' }]);
    const at = (typed.at ?? '').trim();
    const day = /^\d{4}-\d{2}-\d{2}$/.test(typed.day ?? '') ? (typed.day ?? duty.day) : duty.day;
    const order = {
      by,
      person: typed.mine === 'yes' ? personOf(platform.principal) : null,
      at: at === '' ? null : instantAround(day === duty.day ? duty : { day, during: duty.during }, at, 'at'),
      reference: (typed.reference ?? '').trim().slice(0, 100),
    };
    const event = events.find(({ key }) => key === typed.event)?.key ?? absence.event;
    const recorded = await orderAbsence(platform, { id: absence.id, version, order, event });
    return `ordered${laterOf(recorded)}`;
  },
};
