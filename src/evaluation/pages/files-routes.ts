import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { OpenTable } from '../../lib/tables/index.ts';
import { Conflict, NotFound, PUBLISHED, readAddress, sendTable, tableFile } from '../../platform/web/index.ts';
import type { EvaluationResult } from '../model.ts';
import { PILOTS, resultAddress } from './addresses.ts';
import { estimatesOpenTable } from './estimates-open-table.ts';
import { monthsOpenTable } from './months-open-table.ts';
import { noCharter } from './no-charter-routes.ts';
import { inputForFile, resultForFile } from './results-service.ts';

const parameters = z.object({ name: z.string().max(100), file: z.string().max(100) });

const TABLES: Readonly<Record<string, (result: EvaluationResult, made: string) => OpenTable>> = {
  months: monthsOpenTable,
  estimates: estimatesOpenTable,
};

/** Mounts what is given out of a pilot as files: its tables, the whole result, and what it takes to work it out again. */
export function filesRoutes(server: FastifyInstance): void {
  server.get(
    `${PILOTS}/:name/files/:file`,
    { config: { access: PUBLISHED, pace: 'heavy' } },
    async ({ platform, params }, reply) => {
      const { name, file } = readAddress(parameters, params);
      if (file === 'reproduce.json') {
        const input = await inputForFile(platform, name);
        if (input === null) throw noCharter(name);
        return sendJson(reply, input, `${name}-reproduce.json`);
      }
      const asked = tableFile(file);
      const table = asked === null ? undefined : TABLES[asked.base];
      if (asked === null || (table === undefined && file !== 'result.json')) throw noFile(name, file);
      const found = await resultForFile(platform, name);
      if (found === null) throw noCharter(name);
      if (found.answer.kind === 'refused') throw new Conflict(found.answer.because);
      const { result } = found.answer;
      if (table === undefined) return sendJson(reply, result, `${name}.json`);
      return sendTable(reply, table(result, todayInLondon(platform.now())), asked.format, { base: asked.base });
    },
  );
}

const sendJson = (reply: FastifyReply, value: object, file: string): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${file}"`)
    .send(JSON.stringify(value, null, 2));

const noFile = (name: string, file: string): NotFound =>
  new NotFound(`No file of the pilot is called “${file}”: there are months, estimates, result and reproduce.`, [
    { href: resultAddress(name), text: 'The pilot' },
  ]);
