import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html, InvalidRequest, NotFound, PUBLISHED } from '../../platform/web/index.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { findPlannedWard } from '../find-planned-ward.ts';
import { noAnswerJson, unitAnswerJson, wardAnswerJson } from './answer-as-json.ts';
import { sentencesText, unitAnswerText, wardAnswerText } from './answer-as-text.ts';
import { answerForUnit } from './answer-for-unit.ts';
import { answerForWard } from './answer-for-ward.ts';
import { type AnswersLoaded, loadAnswersPage } from './answers-service.ts';
import type { NoAnswer } from './model.ts';
import { noAnswerSentences } from './no-answer-sentences.ts';
import { type AnswerAddress, answerAddress } from './pages/answer-address.ts';
import { AnswerPage } from './pages/answer-page.tsx';
import { AnswersPage } from './pages/answers-page.tsx';
import { NoAnswerPage } from './pages/no-answer-page.tsx';
import { LICENCE, sourcesSentence } from './provenance-of-answer.ts';

const query = z.object({ 'as-at': z.string().optional(), plan: z.string().max(20).optional() });
const parameter = z.object({ ward: z.string().max(120) });
const FORMS = ['txt', 'json'] as const;
type Form = 'html' | (typeof FORMS)[number];

/** Mounts the answers of the unit and of every ward, each as a page, as plain text and as JSON. */
export function answersRoutes(server: FastifyInstance): void {
  for (const form of ['html', ...FORMS] as const) {
    const address = form === 'html' ? '/allocation/answers' : `/allocation/answers.${form}`;
    const options = { config: { access: PUBLISHED }, errorHandler: refuseIn(() => form) };
    server.get(address, options, async (request, reply) => {
      const asked = readAsked(request.query, todayInLondon(request.platform.now()));
      const { unit, loaded } = await loadAnswersPage(request.platform, asked);
      if (loaded.kind !== 'answered') return none(reply, { form, unit, asked, loaded });
      const { records } = loaded;
      const answer = answerForUnit(records);
      if (form === 'json') return json(reply, unitAnswerJson(answer, asked.asAt, records));
      if (form === 'txt') return text(reply, unitAnswerText(answer, asTextOf(asked, loaded)));
      return html(reply, <AnswersPage unit={unit} asked={asked} records={records} answer={answer} />);
    });
  }

  const ofWard = { config: { access: PUBLISHED }, errorHandler: refuseIn(({ params }) => readWard(params).form) };
  server.get('/allocation/answers/:ward', ofWard, async (request, reply) => {
    const { form, name } = readWard(request.params);
    const asked = readAsked(request.query, todayInLondon(request.platform.now()));
    const { unit, loaded } = await loadAnswersPage(request.platform, asked);
    if (loaded.kind !== 'answered') return none(reply, { form, unit, asked, loaded });
    const { records } = loaded;
    const found = findPlannedWard(records.plan, name);
    if (found.kind === 'refused')
      throw new NotFound(found.because, [{ href: answerAddress(asked), text: 'Every ward' }]);
    const { code } = found.ward;
    if (code !== name) return reply.redirect(answerAddress(asked, code, form), 302);
    const answer = answerForWard({ ...records, code });
    if (form === 'json') return json(reply, wardAnswerJson(answer, asked.asAt, records));
    if (form === 'txt') return text(reply, wardAnswerText(answer, asTextOf(asked, loaded)));
    return html(reply, <AnswerPage unit={unit} asked={asked} records={records} answer={answer} />);
  });
}

const asTextOf = ({ asAt }: AnswerAddress, { records }: AnswersLoaded & { kind: 'answered' }) => ({
  ...{ asAt, foot: [sourcesSentence(records.plan), LICENCE] },
  wrap: wrapText,
});

interface Unanswered {
  form: Form;
  unit: { name: string; boroughs: string[] };
  asked: AnswerAddress;
  loaded: NoAnswer | { kind: 'unknown plan'; id: string };
}

/** @throws NotFound where the plan that was asked for is none */
function none(reply: FastifyReply, { form, unit, asked, loaded }: Unanswered) {
  if (loaded.kind === 'unknown plan')
    throw new NotFound(`There is no plan ${loaded.id} that you may see.`, [
      { href: '/allocation/plans', text: 'Every plan' },
    ]);
  const sentences = noAnswerSentences(loaded);
  if (form === 'json') return json(reply, noAnswerJson(loaded));
  if (form === 'txt')
    return text(reply, sentencesText(`${unit.name}: which wards have more officers, and why`, sentences, wrapText));
  return html(reply, <NoAnswerPage unit={unit} asAt={asked.asAt} sentences={sentences} />);
}

/** Answers what is refused in the form that was asked for; a page is the server's own, and so is every fault. */
const refuseIn =
  (formOf: (request: FastifyRequest) => Form) => (error: Error, request: FastifyRequest, reply: FastifyReply) => {
    const form = formOf(request);
    const status = error instanceof NotFound ? 404 : error instanceof InvalidRequest ? 400 : null;
    if (form === 'html' || status === null) throw error;
    reply.status(status);
    return form === 'json' ? json(reply, { error: error.message }) : text(reply, `${error.message}\n`);
  };

/** Figures and plans change: no answer is kept by a browser. */
const text = (reply: FastifyReply, body: string) =>
  reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(body);
const json = (reply: FastifyReply, body: object) =>
  reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body, null, 2));

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(value: unknown, today: string): AnswerAddress {
  const parsed = query.safeParse(value);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the answers.');
  const { 'as-at': asAt = '', plan = '' } = parsed.data;
  if (asAt !== '' && !isDate(asAt)) throw new InvalidRequest(`“${asAt}” is not a date: write it as 2026-03-01.`);
  return { asAt: asAt === '' ? today : asAt, dayAsked: asAt !== '', plan: plan === '' ? null : plan };
}

function readWard(params: unknown): { form: Form; name: string } {
  const { ward } = parameter.parse(params);
  const form = FORMS.find((each) => ward.endsWith(`.${each}`));
  return form === undefined ? { form: 'html', name: ward } : { form, name: ward.slice(0, -form.length - 1) };
}
