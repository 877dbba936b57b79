import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import { findMeasure, type Measure } from '../../measures/index.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { html, NotFound } from '../../platform/web/index.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import type { PerformanceArea } from '../model.ts';
import { ChartSettingsPage } from './chart-settings-page.tsx';
import { chartEntries } from './charts-service.ts';
import { enterChartSetting, mayEnterAt, withdrawChartSetting } from './settings-service.ts';

const WRITES = { kind: 'allowed', module: 'performance', act: 'write' } as const;
const SETTINGS = '/performance/measures/:measure/settings';
const parameters = z.object({ measure: z.string().max(200), setting: z.string().max(20).optional() });
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});
const DONE: Readonly<Record<string, string>> = {
  entered: 'It is entered, and the chart drawn by it.',
  withdrawn: 'It is withdrawn, and the chart drawn without it.',
};

/** Mounts the settings of each chart: step changes and held limits, entered and withdrawn. */
export function chartsRoutes(server: FastifyInstance): void {
  server.get(SETTINGS, { config: { access: WRITES } }, async ({ platform, params, query }, reply) => {
    const asked = texts.parse(query);
    const about = await aboutOf(platform, params, asked.area);
    return show({ platform, reply, about }, { typed: {}, problems: [], done: DONE[asked.done ?? ''] ?? null });
  });

  server.post(SETTINGS, { config: { access: WRITES } }, async ({ platform, params, query, body }, reply) => {
    const about = await aboutOf(platform, params, texts.parse(query).area);
    const typed = texts.parse(body ?? {});
    const { from = '', to = '', reason = '' } = typed;
    const kind = typed.kind === 'held limits' ? 'held limits' : 'step change';
    try {
      await enterChartSetting(platform, { measure: about.measure.name, area: about.area.word, kind, from, to, reason });
    } catch (error) {
      return show({ platform, reply, about }, { typed, problems: problemsOf(error), done: null });
    }
    return reply.redirect(`${addressOf(about)}&done=entered`, 303);
  });

  server.post(
    `${SETTINGS}/withdraw/:setting`,
    { config: { access: WRITES } },
    async ({ platform, params, query, body }, reply) => {
      const about = await aboutOf(platform, params, texts.parse(query).area);
      const { setting = '' } = parameters.parse(params);
      const id = /^\d{1,15}$/.test(setting) ? Number(setting) : 0;
      try {
        const { because = '' } = texts.parse(body ?? {});
        await withdrawChartSetting(platform, { id, measure: about.measure.name, area: about.area.word, because });
      } catch (error) {
        const problems = problemsOf(error).map((each) =>
          each.field === 'because' ? { ...each, field: `because-${id}` } : each,
        );
        return show({ platform, reply, about }, { typed: {}, problems, done: null });
      }
      return reply.redirect(`${addressOf(about)}&done=withdrawn`, 303);
    },
  );
}

interface About {
  measure: Measure;
  area: PerformanceArea;
}

/** @throws NotFound naming what is not there */
async function aboutOf(platform: Platform, params: unknown, word: string | undefined): Promise<About> {
  const name = parameters.parse(params).measure;
  const measure = findMeasure(name);
  if (measure === null) throw new NotFound(`There is no measure "${name}".`);
  const found = await findPerformanceArea(platform, { word: word ?? null, asAt: todayInLondon(platform.now()) });
  if (found.kind === 'refused') throw new NotFound(found.because);
  return { measure, area: found.area };
}

function addressOf({ measure, area }: About): string {
  return `/performance/measures/${encodeURIComponent(measure.name)}/settings?area=${encodeURIComponent(area.word)}`;
}

async function show(
  { platform, reply, about }: { platform: Platform; reply: FastifyReply; about: About },
  rest: { typed: Readonly<Record<string, string>>; problems: readonly Problem[]; done: string | null },
) {
  const { measure, area } = about;
  const page = {
    ...{ measure, area, ...rest, synthetic: worksWithMadeUp(platform) },
    entries: await chartEntries(platform.records, { measure: measure.name, area: area.word }),
    writes: await mayEnterAt(platform, area.word),
  };
  return html(reply, <ChartSettingsPage {...page} />, rest.problems.length === 0 ? 200 : 400);
}

/** What stands in the way. @throws what is no answer to a form */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refused) return error.problems;
  throw error;
}
