import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { NotAllowed } from '../../platform/access/index.ts';
import { html, NotFound, sendTable } from '../../platform/web/index.ts';
import { ledgerOpenTable } from './ledger-open-table.ts';
import { LedgerPage } from './ledger-page.tsx';
import { type LedgerAsked, ledgerInView, wardLedgerInView } from './ledger-page-service.ts';
import { WardLedgerPage } from './ward-ledger-page.tsx';
import { WhyPage } from './why-page.tsx';

const READS = { kind: 'allowed', module: 'duties', act: 'read' } as const;
const askedQuery = z.object({
  month: z.string().nullable().catch(null),
  borough: z.string().max(20).nullable().catch(null),
  reason: z.string().max(500).catch(''),
});
const texts = z.record(z.string(), z.string().max(500).catch('')).catch({});
const parameters = z.object({ code: z.string().max(20).catch('') });

/** Mounts the ledger of the line: a borough's month, a ward's month officer by officer, and its sums as a file. */
export function ledgerPageRoutes(server: FastifyInstance): void {
  server.get('/ringfence/ledger', { config: { access: READS } }, (request, reply) =>
    askingWhy(request, reply, async () => {
      const { platform, query } = request;
      const asked = askedOf(query);
      const shown = await ledgerInView(platform, asked);
      if (shown === null) throw notForThem();
      return html(reply, <LedgerPage {...shown} reason={asked.reason} today={todayInLondon(platform.now())} />);
    }),
  );

  server.get('/ringfence/ledger.csv', { config: { access: READS } }, (request, reply) =>
    askingWhy(request, reply, async () => {
      const { platform, query } = request;
      const shown = await ledgerInView(platform, askedOf(query));
      if (shown === null) throw notForThem();
      return sendTable(reply, ledgerOpenTable(shown, todayInLondon(platform.now())), 'csv', { base: 'ledger' });
    }),
  );

  server.get('/ringfence/ledger/wards/:code', { config: { access: READS } }, (request, reply) =>
    askingWhy(request, reply, async () => {
      const { platform, query, params } = request;
      const asked = askedOf(query);
      const shown = await wardLedgerInView(platform, { ...asked, ward: parameters.parse(params).code });
      if (shown === null)
        throw new NotFound('No ward whose ledger you may read has this code, or nothing is recorded of it.', LEDGER);
      return html(reply, <WardLedgerPage {...shown} now={platform.now()} reason={asked.reason} />);
    }),
  );
}

const LEDGER = [{ href: '/ringfence/ledger', text: 'The ledger' }];

/** Shows a page of the ledger; of whom a reason is asked and who gives none is asked for it first. */
async function askingWhy(
  { query, url }: FastifyRequest,
  reply: FastifyReply,
  show: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await show();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { reason, ...asked } = texts.parse(query);
    const problems = reason === undefined ? [] : error.problems;
    const page = <WhyPage action={url.split('?')[0] ?? url} asked={asked} problems={problems} />;
    return html(reply, page, reason === undefined ? 200 : 400);
  }
}

/** What the address asks for. @throws NotFound where its month is none */
function askedOf(query: unknown): LedgerAsked {
  const { month, borough, reason } = askedQuery.parse(query);
  if (month === null || month === '') return { month: null, borough, reason };
  if (!isMonth(month)) throw new NotFound('A month is written as 2026-03: choose one on the ledger.', LEDGER);
  return { month, borough, reason };
}

const notForThem = () =>
  new NotAllowed(
    'The ledger is for the line of command. What is recorded about you is on the page “Everything recorded about you”, and what is public in the ring-fence report.',
    [
      { href: '/ringfence/mine', text: 'Everything recorded about you' },
      { href: '/ringfence', text: 'The ring-fence report' },
    ],
  );
