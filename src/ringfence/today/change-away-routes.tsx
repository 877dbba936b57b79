import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { londonTime } from '../../lib/calendar/london-time.ts';
import { Refused } from '../../lib/refused.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { html } from '../../platform/web/index.ts';
import type { FormProblem } from '../../ui/form-page.tsx';
import { correctAbsence } from '../absences/absence-service.ts';
import { besideReasonChanged, besideReasonTyped } from '../team/beside-reason.ts';
import { becauseOf, eventOf, instantAround, orderedByOf, reasonOf, type Typed } from '../team/read-step-form.ts';
import { ChangeAwayPage } from './change-away-page.tsx';
import { ownAbsence } from './own-absence-service.ts';
import type { OwnAbsence } from './own-today.ts';

const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const parameters = z.object({ absence: z.guid().catch('') });
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});
/** An id that is nobody’s, for an address that names none. */
const NONE = '00000000-0000-0000-0000-000000000000';
const CHANGED_FIRST =
  'Somebody changed this first. Below is how it stands now: send the form again if you still mean it.';

/** Mounts the form by which officers put right what is recorded of them. */
export function changeAwayRoutes(server: FastifyInstance): void {
  const idOf = (params: unknown): string => parameters.parse(params).absence || NONE;

  server.get('/today/absences/:absence', { config: { access: WRITES } }, async ({ platform, params }, reply) => {
    const own = await ownAbsence(platform, idOf(params));
    return html(reply, <ChangeAwayPage {...own} typed={asItIs(own)} problems={[]} />);
  });

  server.post('/today/absences/:absence', { config: { access: WRITES } }, async ({ platform, params, body }, reply) => {
    const own = await ownAbsence(platform, idOf(params));
    const typed = texts.parse(body ?? {});
    try {
      await correctAbsence(platform, { ...wantedOf(own, typed), version: Number(typed.version) || 0 });
      return reply.redirect('/today?done=changed', 303);
    } catch (error) {
      const problems = problemsOf(error);
      if (problems === null) throw error;
      const now = await ownAbsence(platform, own.absence.id);
      return html(reply, <ChangeAwayPage {...now} {...{ typed, problems }} />, error instanceof Refused ? 400 : 409);
    }
  });
}

const asItIs = ({ absence, beside }: OwnAbsence): Typed => ({
  ...besideReasonTyped(absence, beside),
  ...timesOf(absence),
});

const timesOf = ({ from, to, reason, event, order }: OwnAbsence['absence']): Typed => ({
  from: londonTime(from).time,
  to: to === null ? '' : londonTime(to).time,
  ...{ reason, event: event ?? '', orderedBy: order?.by ?? '', because: '' },
});

/** What is asked for; what stays as it was typed is left out, so that its seconds and its order stay too. */
function wantedOf(own: OwnAbsence, typed: Typed) {
  const { absence, duty, events, beside } = own;
  const before = asItIs(own);
  const asked = (field: string) => (typed[field] ?? before[field] ?? '').trim();
  const changed = (field: string) => asked(field) !== before[field];
  const reason = reasonOf(asked('reason'));
  const by = orderedByOf(asked('orderedBy'));
  const end = asked('to');
  return {
    id: absence.id,
    ...(changed('from') ? { from: instantAround(duty, asked('from'), 'from') } : {}),
    ...(changed('to') ? { to: end === '' ? null : instantAround(duty, end, 'to') } : {}),
    ...(changed('reason') ? { reason } : {}),
    ...(changed('event') || changed('reason') ? { event: eventOf(asked('event'), { reason, events }) } : {}),
    ...(changed('orderedBy') ? { order: by === null ? null : { by } } : {}),
    ...besideReasonChanged(typed, absence, beside),
    because: becauseOf(typed, 'Say in a few words why it is changed.'),
  };
}

/** What is said of an officer, said to them: "You cannot be back before you were called away". */
const inFirstPerson = (sentence: string): string =>
  sentence
    .replaceAll(/\bThey\b/g, 'You')
    .replaceAll(/\bthey\b/g, 'you')
    .replaceAll(/\b([Tt])heir\b/g, (_, letter: string) => (letter === 'T' ? 'Your' : 'your'));

function problemsOf(error: unknown): readonly FormProblem[] | null {
  if (error instanceof Refused)
    return error.problems.map(({ field, sentence }) => ({ field, sentence: inFirstPerson(sentence) }));
  return error instanceof StaleEdit ? [{ field: null, sentence: CHANGED_FIRST }] : null;
}
