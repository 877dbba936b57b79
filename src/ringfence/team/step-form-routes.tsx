import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Refused } from '../../lib/refused.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, html } from '../../platform/web/index.ts';
import type { FormProblem } from '../../ui/form-page.tsx';
import { StepPage, type StepPageModel } from './pages/step-page.tsx';
import type { Typed } from './read-step-form.ts';

const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});

/** A form about one subject. */
export interface Step<Subject> {
  url: string;
  read(platform: Platform, key: string): Promise<Subject>;
  ask(subject: Subject, platform: Platform): Omit<StepPageModel, 'typed' | 'problems' | 'action'>;
  startOf(subject: Subject): Typed;
  /** @returns what is said of it on the page of the team. @throws Refused, StaleEdit, Conflict */
  submit(platform: Platform, given: { subject: Subject; typed: Typed; version: number }): Promise<string>;
}

const keyOf = (params: unknown): string => texts.parse(params).key ?? '';

/** Mounts a form about one subject: asked for, sent, and sent again where something stands in its way. */
export function mountStep<Subject>(server: FastifyInstance, step: Step<Subject>): void {
  server.get(step.url, { config: { access: WRITES } }, async ({ platform, params, url }, reply) => {
    const subject = await step.read(platform, keyOf(params));
    const page = { ...step.ask(subject, platform), typed: step.startOf(subject), problems: [], action: url };
    return html(reply, <StepPage {...page} />);
  });
  server.post(step.url, { config: { access: WRITES } }, async ({ platform, params, url, body }, reply) => {
    const subject = await step.read(platform, keyOf(params));
    const typed = texts.parse(body ?? {});
    try {
      const done = await step.submit(platform, { subject, typed, version: Number(typed.version ?? 0) || 0 });
      return reply.redirect(`/ringfence/team?done=${done}`, 303);
    } catch (error) {
      return askAgain(reply, {
        error,
        page: async () => step.ask(await step.read(platform, keyOf(params)), platform),
        typed,
        action: url,
      });
    }
  });
}

interface Again {
  error: unknown;
  page: () => Promise<Omit<StepPageModel, 'typed' | 'problems' | 'action'>>;
  typed: Typed;
  action: string;
}

async function askAgain(reply: FastifyReply, { error, page, typed, action }: Again): Promise<FastifyReply> {
  const problems = problemsOf(error);
  if (problems === null) throw error;
  return html(
    reply,
    <StepPage {...(await page())} typed={typed} problems={problems} action={action} />,
    error instanceof Refused ? 400 : 409,
  );
}

const CHANGED = 'Somebody changed this first. Below is how it now stands: send the form again if you still mean it.';

function problemsOf(error: unknown): readonly FormProblem[] | null {
  if (error instanceof Refused) return error.problems;
  if (error instanceof StaleEdit) return [{ field: null, sentence: CHANGED }];
  return error instanceof Conflict ? [{ field: null, sentence: error.message }] : null;
}
