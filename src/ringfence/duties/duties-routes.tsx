import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { type Problem, Refused, refuseIf } from '../../lib/refused.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, html } from '../../platform/web/index.ts';
import { countWords } from '../../ui/count-words.ts';
import type { Choice } from '../../ui/select-field.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { ORDERED_BY } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { planDuty, type WantedDuty } from './duty-service.ts';
import { dutySpan } from './duty-span.ts';
import { giveRestDayBack, ordersThatTookRest } from './give-rest-day-back-service.ts';
import { recordLeave } from './leave-service.ts';
import { officerOnDuty } from './officer-on-duty-service.ts';
import { LeavePage } from './pages/leave-page.tsx';
import { PatternPage } from './pages/pattern-page.tsx';
import { PlanDutyPage } from './pages/plan-duty-page.tsx';
import { planPattern, previewPattern, type WantedPattern } from './pattern-service.ts';
import { readPattern } from './read-pattern.ts';

const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const texts = z.record(z.string(), z.string().max(4_000).catch('')).catch({});
const at = z.object({ officer: z.coerce.number().int().positive().catch(-1) });
const DAY: Problem = { field: 'day', sentence: 'Write the day, such as 2026-03-28.' };

/** Mounts the forms by which duties and leave of an officer are recorded by hand, and by a pattern. */
export function dutiesRoutes(server: FastifyInstance): void {
  newDutyRoutes(server);
  patternRoutes(server);
  leaveRoutes(server);
}

const officerOf = (platform: Platform, params: unknown) => officerOnDuty(platform, at.parse(params).officer);

function newDutyRoutes(server: FastifyInstance): void {
  const url = '/ringfence/duties/of/:officer/new';
  server.get(url, { config: { access: WRITES } }, async ({ platform, params, query }, reply) => {
    const officer = await officerOf(platform, params);
    const { done, count } = doneQuery.parse(query);
    const said = done === null ? null : DONE[done](count);
    return html(reply, <PlanDutyPage {...officer} typed={{}} problems={[]} twice={[]} done={said} />);
  });
  server.post(url, { config: { access: WRITES } }, async ({ platform, params, body }, reply) => {
    const officer = await officerOf(platform, params);
    const typed = texts.parse(body ?? {});
    const wanted = readDuty(officer.officer, typed);
    const problems = isDate(wanted.day) ? await problemsOf(() => planDuty(platform, wanted)) : [DAY];
    if (problems.length === 0) return recorded(reply, officer, 'duty');
    const read = isDate(wanted.day) ? dutySpan(wanted) : null;
    const twice = read?.kind === 'problems' ? read.twice : [];
    return html(reply, <PlanDutyPage {...officer} typed={typed} problems={problems} twice={twice} />, 400);
  });
}

function patternRoutes(server: FastifyInstance): void {
  const url = '/ringfence/duties/of/:officer/pattern';
  server.get(url, { config: { access: WRITES } }, async ({ platform, params }, reply) => {
    const officer = await officerOf(platform, params);
    return html(reply, <PatternPage {...officer} typed={{}} problems={[]} preview={null} />);
  });
  server.post(url, { config: { access: WRITES } }, async ({ platform, params, body }, reply) => {
    const officer = await officerOf(platform, params);
    const typed = texts.parse(body ?? {});
    const read = readWantedPattern(officer.officer, typed);
    if ('problems' in read)
      return html(reply, <PatternPage {...officer} typed={typed} problems={read.problems} preview={null} />, 400);
    if (typed.do !== 'plan') {
      const { days } = await previewPattern(platform, read);
      return html(reply, <PatternPage {...officer} typed={typed} problems={[]} preview={days} />);
    }
    const { booked, leftOut } = await planPattern(platform, read);
    if (leftOut.length === 0) return recorded(reply, officer, 'pattern', booked);
    const done = `${DONE.pattern(booked)} ${sentenceCase(countWords(leftOut.length, 'day'))} left out, for the reasons below.`;
    return html(reply, <PatternPage {...officer} typed={typed} problems={[]} preview={leftOut} done={done} />);
  });
}

function leaveRoutes(server: FastifyInstance): void {
  const url = '/ringfence/duties/of/:officer/leave';
  server.get(url, { config: { access: WRITES } }, async ({ platform, params }, reply) => {
    const officer = await officerOf(platform, params);
    const tookRest = await ordersThatTookRest(platform, officer.officer);
    return html(reply, <LeavePage {...officer} tookRest={tookRest} typed={{}} problems={[]} />);
  });
  server.post(url, { config: { access: WRITES } }, async ({ platform, params, body }, reply) => {
    const officer = await officerOf(platform, params);
    const typed = texts.parse(body ?? {});
    const tookRest = await ordersThatTookRest(platform, officer.officer);
    const restDay = typed.what === 'rest-day';
    const record = restDay
      ? givenBack(platform, { officer, typed, tookRest })
      : leaveTyped(platform, { officer, typed });
    const problems = isDate(typed.day ?? '') ? await problemsOf(record) : [DAY];
    if (problems.length === 0) return recorded(reply, officer, restDay ? 'rest-day' : 'leave');
    return html(reply, <LeavePage {...officer} tookRest={tookRest} typed={typed} problems={problems} />, 400);
  });
}

interface TypedOf {
  officer: { officer: number };
  typed: Readonly<Record<string, string>>;
}

const leaveTyped =
  (platform: Platform, { officer: { officer }, typed: { day = '', minutes = '', chargedTo = '' } }: TypedOf) =>
  async () => {
    const sentence = 'Choose “A rest day given back”, or leave out which order took it.';
    refuseIf([chargedTo === '' ? null : { field: 'what', sentence }]);
    await recordLeave(platform, { officer, day, minutes: minutes.trim() === '' ? null : Number(minutes) });
  };

const givenBack =
  (platform: Platform, { officer: { officer }, typed, tookRest }: TypedOf & { tookRest: readonly Choice[] }) =>
  async () => {
    const { day = '', minutes = '' } = typed;
    const sentence = 'Leave the minutes empty: a rest day given back is the whole duty of the day.';
    refuseIf([minutes.trim() === '' ? null : { field: 'minutes', sentence }]);
    const chargedTo = tookRest.find(({ value }) => value === typed.chargedTo)?.value ?? null;
    await giveRestDayBack(platform, { officer, day, chargedTo });
  };

function readDuty(officer: number, typed: Readonly<Record<string, string>>): WantedDuty {
  const kind = z.enum(['ward', 'rest-day', 'overtime']).catch('ward').parse(typed.kind);
  const reason = REASONS.find((each) => each.reason === typed.reason)?.reason ?? null;
  const by = ORDERED_BY.find((each) => each === typed.orderedBy);
  const order = by === undefined ? null : { by, person: null, at: null, reference: '' };
  const which = z.enum(['first', 'second']).nullable().catch(null);
  return {
    officer,
    day: typed.day ?? '',
    start: (typed.start ?? '').trim(),
    end: (typed.end ?? '').trim(),
    startWhich: which.parse(typed.startWhich),
    endWhich: which.parse(typed.endWhich),
    kind,
    elsewhere: kind === 'ward' || reason === null ? null : { reason, order, event: null },
    confirmed: typed.confirmed === 'yes',
  };
}

function readWantedPattern(
  officer: number,
  { from = '', to = '', days = '' }: Readonly<Record<string, string>>,
): WantedPattern | { problems: Problem[] } {
  const read = readPattern(days);
  const problems = [
    isDate(from) ? null : { ...DAY, field: 'from' },
    isDate(to) ? null : { ...DAY, field: 'to' },
    isDate(from) && isDate(to) && to < from ? { field: 'to', sentence: 'The last day comes before the first.' } : null,
    'problem' in read ? read.problem : null,
  ].filter((problem) => problem !== null);
  return problems.length > 0 || 'problem' in read ? { problems } : { officer, from, to, days: read.days };
}

/** What stands in the way; none when it was done. */
async function problemsOf(doing: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await doing();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.problems;
    if (error instanceof Conflict) return [{ field: null, sentence: error.message }];
    throw error;
  }
}

/** Back to the form of a duty, which says what was done. */
const recorded = (reply: FastifyReply, { officer }: { officer: number }, done: Done, count = 0) =>
  reply.redirect(`/ringfence/duties/of/${officer}/new?done=${done}&count=${count}`, 303);

type Done = keyof typeof DONE;
const DONE = {
  duty: () => 'The duty is recorded.',
  leave: () => 'Leave is recorded.',
  'rest-day': () => 'The rest day given back is recorded, and charged to the order that took it.',
  pattern: (count: number) => `${sentenceCase(countWords(count, 'duty', 'duties'))} planned.`,
};
const doneQuery = z.object({
  done: z.enum(['duty', 'leave', 'rest-day', 'pattern']).nullable().catch(null),
  count: z.coerce.number().int().min(0).max(1_000).catch(0),
});
