import type { FastifyInstance, FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type Problem, Refused } from '../../lib/refused.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, html, type RouteAccess } from '../../platform/web/index.ts';
import { type Asking, AskPage } from './pages/ask-page.tsx';
import type { Typed } from './read-form.ts';

/** Where a form was asked for: what its address names. */
export interface Address {
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
}

/** A form about one subject, from its address to what becomes of it. */
export interface Ask<Subject> {
  url: string;
  access: RouteAccess;
  /** What must be chosen first, as a page of its own; null when nothing must. */
  before?(platform: Platform, address: Address): Promise<VNode | null>;
  subjectOf(platform: Platform, address: Address): Promise<Subject>;
  asking(subject: Subject, platform: Platform): Asking;
  /** What the fields begin with. */
  startOf(subject: Subject, platform: Platform): Typed;
  /** Of a record that people edit: what version it is. */
  versionOf?(subject: Subject): number;
  /** @returns where to go on. @throws Refused, StaleEdit, Conflict: the form comes again, with what was typed */
  submit(platform: Platform, given: { subject: Subject; typed: Typed; version: number }): Promise<string>;
}

const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});

/** Mounts a form: asked for, sent, and sent again where something stands in its way. */
export function askRoutes<Subject>(server: FastifyInstance, ask: Ask<Subject>): void {
  const { url, access } = ask;
  const addressOf = (request: { params: unknown; query: unknown }): Address => ({
    params: texts.parse(request.params),
    query: texts.parse(request.query),
  });

  server.get(url, { config: { access } }, async (request, reply) => {
    const { platform } = request;
    const address = addressOf(request);
    const first = (await ask.before?.(platform, address)) ?? null;
    if (first !== null) return html(reply, first);
    const subject = await ask.subjectOf(platform, address);
    const typed = ask.startOf(subject, platform);
    const seen = seenOf(ask, subject, platform);
    const page = { ...ask.asking(subject, platform), action: request.url, typed, problems: [], seen, stored: null };
    const synthetic = worksWithMadeUp(platform);
    return html(reply, <AskPage {...page} synthetic={synthetic} />);
  });

  server.post(url, { config: { access } }, async (request, reply) => {
    const { platform } = request;
    const address = addressOf(request);
    const first = (await ask.before?.(platform, address)) ?? null;
    if (first !== null) return html(reply, first, 400);
    const subject = await ask.subjectOf(platform, address);
    const typed = texts.parse(request.body ?? {});
    const version = Number(typed.version ?? 0) || 0;
    try {
      return reply.redirect(await ask.submit(platform, { subject, typed, version }), 303);
    } catch (error) {
      return askAgain(ask, { platform, address, reply, action: request.url, typed, version, error });
    }
  });
}

interface Sent {
  platform: Platform;
  address: Address;
  reply: FastifyReply;
  action: string;
  typed: Typed;
  version: number;
  error: unknown;
}

/** The form again, with what was typed: beside what stands in its way, or beside what somebody else saved first. */
async function askAgain<Subject>(ask: Ask<Subject>, sent: Sent): Promise<FastifyReply> {
  const { platform, address, reply, action, typed, version, error } = sent;
  const problems = problemsOf(error);
  if (problems === null) throw error;
  // As it is now: somebody else may have saved it.
  const subject = await ask.subjectOf(platform, address);
  const asking = ask.asking(subject, platform);
  const stale = error instanceof StaleEdit;
  const before = seenOf(ask, subject, platform);
  const seen = before === null ? null : { version, values: seenIn(asking, typed, before.values) };
  const page = { ...asking, action, typed, problems, seen, stored: stale ? before : null };
  const synthetic = worksWithMadeUp(platform);
  return html(reply, <AskPage {...page} synthetic={synthetic} />, error instanceof Refused ? 400 : 409);
}

/** What stands in the way; null for an error that is no answer to a form. */
function problemsOf(error: unknown): readonly Problem[] | null {
  if (error instanceof Refused) return error.problems;
  if (error instanceof StaleEdit) return error.stored === null ? null : [];
  return error instanceof Conflict ? [{ field: null, sentence: error.message }] : null;
}

function seenOf<Subject>(ask: Ask<Subject>, subject: Subject, platform: Platform) {
  const version = ask.versionOf?.(subject);
  return version === undefined ? null : { version, values: ask.startOf(subject, platform) };
}

/** What the form began from, as it sent it along. */
function seenIn({ fields }: Asking, typed: Typed, otherwise: Typed): Typed {
  return Object.fromEntries(fields.map(({ name }) => [name, typed[`seen-${name}`] ?? otherwise[name] ?? '']));
}
