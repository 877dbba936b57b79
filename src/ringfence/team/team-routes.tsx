import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Refused } from '../../lib/refused.ts';
import { NotAllowed, type Principal } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, html } from '../../platform/web/index.ts';
import { countWords } from '../../ui/count-words.ts';
import { confirmAbsence } from '../absences/judge-absence-service.ts';
import { confirmDuty } from '../duties/duty-service.ts';
import { absenceStepsRoutes } from './absence-steps-routes.tsx';
import { coverRoutes } from './cover/cover-routes.tsx';
import { dutyStepsRoutes } from './duty-steps-routes.tsx';
import { heldRoutes } from './held-routes.tsx';
import { NoTeamPage } from './pages/no-team-page.tsx';
import { TeamNow } from './pages/team-now.tsx';
import { TeamPage } from './pages/team-page.tsx';
import { teamInView, teamNow } from './team-service.ts';

export const WRITES_DUTIES = { kind: 'allowed', module: 'duties', act: 'write' } as const;

const askedQuery = z.object({
  ward: z
    .string()
    .regex(/^E\d{8}$/)
    .nullable()
    .catch(null),
  done: z.string().max(40).catch(''),
  confirmed: z.coerce.number().int().min(0).max(10_000).catch(0),
});

const DONE: Readonly<Record<string, string>> = {
  corrected: 'Corrected. What was recorded before stays beside it.',
  disputed: 'Disputed. It counts as before until somebody corrects it.',
  ordered: 'The order is added.',
  changed: 'The duty is changed. What it was stays on record.',
  away: 'Recorded: they are away from the ward.',
  settled: 'Settled. What the phone sent stays as it came.',
  cover: 'Cover is ordered, and recorded as an absence from the ward that lends.',
};
const AFTER_CLOSE = 'Its month is closed, so it comes out with the next revision of its report.';

/** Mounts "my team": who is where, what needs confirming, and the forms that correct it. */
export function teamRoutes(server: FastifyInstance): void {
  server.get('/ringfence/team', { config: { access: WRITES_DUTIES } }, async ({ platform, query }, reply) => {
    const { ward, done, confirmed } = askedQuery.parse(query);
    const said = confirmed > 0 ? `${countWords(confirmed, 'record')} confirmed.` : doneOf(done);
    return showTeam(reply, platform, { ward, done: said, problems: [] });
  });

  server.get('/ringfence/team/now', { config: { access: WRITES_DUTIES } }, async ({ platform, query }, reply) => {
    const { ward } = askedQuery.parse(query);
    const shown = await teamNow(platform, { ward });
    if (shown === null) throw notForThem();
    return html(reply, <TeamNow {...shown} {...addressesOf(ward)} />);
  });

  server.post('/ringfence/team/confirm', { config: { access: WRITES_DUTIES } }, async (request, reply) => {
    const { platform, body } = request;
    const typed = z
      .record(z.string(), z.string().max(2_000).catch(''))
      .catch({})
      .parse(body ?? {});
    const { ward } = askedQuery.parse(typed);
    const chosen = chosenOf(typed);
    const problems =
      chosen.length === 0
        ? [{ field: 'to-confirm', sentence: 'Tick what you confirm, or press the button beside it.' }]
        : [];
    let confirmed = 0;
    for (const each of chosen) {
      const problem = await confirmOne(platform, each);
      if (problem === null) confirmed += 1;
      else problems.push({ field: 'to-confirm', sentence: problem });
    }
    if (problems.length === 0)
      return reply.redirect(`/ringfence/team?${ward === null ? '' : `ward=${ward}&`}confirmed=${confirmed}`, 303);
    const done = confirmed === 0 ? '' : `${countWords(confirmed, 'record')} confirmed.`;
    return showTeam(reply, platform, { ward, done, problems: problems.slice(0, 20) });
  });

  absenceStepsRoutes(server);
  dutyStepsRoutes(server);
  heldRoutes(server);
  coverRoutes(server);
}

function doneOf(key: string): string {
  const [what = '', later] = key.split('.');
  const said = DONE[what] ?? '';
  return said === '' || later !== 'later' ? said : `${said} ${AFTER_CLOSE}`;
}

const addressesOf = (ward: string | null) => {
  const query = ward === null ? '' : `?ward=${ward}`;
  return { address: `/ringfence/team/now${query}`, page: `/ringfence/team${query}` };
};

interface Shown {
  ward: string | null;
  done: string;
  problems: readonly { field: string; sentence: string }[];
}

async function showTeam(
  reply: FastifyReply,
  platform: Platform,
  { ward, done, problems }: Shown,
): Promise<FastifyReply> {
  const shown = await teamInView(platform, { ward });
  if (shown !== null)
    return html(
      reply,
      <TeamPage {...shown} chosen={ward} done={done} problems={problems} />,
      problems.length === 0 ? 200 : 400,
    );
  if (!isOfTheLine(platform.principal)) throw notForThem();
  return html(reply, <NoTeamPage />);
}

/** Sergeants and inspectors of whose wards nothing is recorded yet are told so; the page is for nobody else. */
const isOfTheLine = (principal: Principal): boolean =>
  principal.kind === 'person' && principal.grants.some(({ role }) => role === 'sergeant' || role === 'inspector');

const notForThem = () =>
  new NotAllowed(
    'This page is for who leads a ward and for its inspector. What is recorded about an officer of a ward is theirs to see on the page “Everything recorded about you”; command and auditors read the ledger.',
    [
      { href: '/ringfence/mine', text: 'Everything recorded about you' },
      { href: '/ringfence/ledger', text: 'The ledger' },
    ],
  );

type Chosen = { kind: 'duty'; id: number; version: number } | { kind: 'absence'; id: string; version: number };

/** What was ticked, or what the button that was pressed is of. */
function chosenOf({ only, ...ticked }: Record<string, string>): Chosen[] {
  const pairs = only === undefined ? Object.entries(ticked) : only.split(',').map((each) => each.split(':'));
  return pairs.flatMap(([name = '', text = '']): Chosen[] => {
    const version = Number(text);
    if (!Number.isSafeInteger(version) || version < 1) return [];
    const duty = /^duty-(\d{1,15})$/.exec(name)?.[1];
    if (duty !== undefined) return [{ kind: 'duty', id: Number(duty), version }];
    const absence = /^absence-([0-9a-f-]{36})$/.exec(name)?.[1];
    return absence === undefined ? [] : [{ kind: 'absence', id: absence, version }];
  });
}

/** Confirms one. @returns why it was not; null where it was */
async function confirmOne(platform: Platform, chosen: Chosen): Promise<string | null> {
  try {
    if (chosen.kind === 'duty') await confirmDuty(platform, chosen);
    else await confirmAbsence(platform, chosen);
    return null;
  } catch (error) {
    if (error instanceof Refused || error instanceof Conflict) return error.message;
    throw error;
  }
}
