import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html } from '../web/index.ts';
import { isHeldNow } from './is-held-on.ts';
import type { Person } from './model.ts';
import { AddPersonPage } from './pages/add-person-page.tsx';
import { EditPersonPage, type EditPersonPageModel } from './pages/edit-person-page.tsx';
import { NewLinkPage } from './pages/new-link-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import type { PersonTyped } from './pages/person-fields.tsx';
import { PersonPage } from './pages/person-page.tsx';
import { CHANGES_PEOPLE, mayChangePeople, personAt, READS_PEOPLE, roleWords } from './people-view.ts';
import { personEndRoutes } from './person-end-routes.tsx';
import { addPerson, editPerson, lastSeenOfPeople, listGrants, listPeople, sessionsOf } from './service.ts';
import { type IdentityRoutesSettings, originOf, typedText } from './sign-in-steps.ts';

const personParameter = z.object({ id: z.string().max(100) });
const filterQuery = z.object({ state: typedText, role: typedText });
const personForm = z.object({ name: typedText, email: typedText, organisation: typedText });
const editForm = personForm.extend({
  version: z.coerce.number().int().positive().catch(0),
  'seen-name': typedText,
  'seen-email': typedText,
  'seen-organisation': typedText,
});
const doneQuery = z.object({ done: z.string().optional() });
const DONE: Readonly<Record<string, string>> = {
  saved: 'The details are saved.',
  proposed: 'The role is proposed: it waits for a second person.',
  ended: 'The role is ended.',
  declined: 'The role is declined.',
  disabled: 'Disabled: sessions, links and roles are ended.',
  session: 'The session is ended.',
};

/** Mounts the people: all of them, each of them, adding and changing them. */
export function peopleRoutes(server: FastifyInstance, settings: IdentityRoutesSettings): void {
  const { places } = settings;

  server.get('/people', { config: READS_PEOPLE }, async ({ platform, query }, reply) => {
    const filter = filterQuery.parse(query);
    const [people, grants, lastSeen] = [
      await listPeople(platform),
      await listGrants(platform, null),
      await lastSeenOfPeople(platform),
    ];
    const { today, placeName } = await roleWords(platform, places, []);
    const held = grants.filter((grant) => isHeldNow(grant, today));
    const listed = people
      .map((person) => ({
        person,
        held: held.filter((grant) => grant.person === person.id),
        lastSeen: lastSeen.get(person.id) ?? null,
      }))
      .filter(({ person }) => filter.state === '' || person.state === filter.state)
      .filter((each) => filter.role === '' || each.held.some(({ role }) => role === filter.role));
    const waiting = grants.filter(({ state }) => state === 'proposed').length;
    const mayAdd = mayChangePeople(platform.principal);
    return html(
      reply,
      <PeoplePage {...{ people: listed, total: people.length, filter, waiting, mayAdd, placeName }} />,
    );
  });

  server.get('/people/add', { config: CHANGES_PEOPLE }, async (_request, reply) =>
    html(reply, <AddPersonPage typed={{ name: '', email: '', organisation: '' }} problems={[]} />),
  );

  server.post('/people/add', { config: CHANGES_PEOPLE }, async (request, reply) => {
    const typed = personForm.parse(request.body ?? {});
    const [unit] = await places(todayInLondon(request.platform.now()));
    const asked = { ...typed, organisation: typed.organisation.trim() || null, firstUnit: unit?.name ?? '' };
    const outcome = await addPerson(request.platform, asked);
    if (outcome.kind === 'refused')
      return html(reply, <AddPersonPage typed={typed} problems={outcome.problems} />, 400);
    const { person, link } = outcome;
    return html(reply, <NewLinkPage person={person} link={link} address={`${originOf(request)}${link.path}`} />);
  });

  server.get('/people/:id', { config: READS_PEOPLE }, async ({ platform, params, query }, reply) => {
    const person = await personAt(platform, personParameter.parse(params).id);
    const grants = await listGrants(platform, person.id);
    const sessions = await sessionsOf(platform, person.id);
    const lastSeen = (await lastSeenOfPeople(platform)).get(person.id) ?? null;
    const words = await roleWords(platform, places, grants);
    const done = DONE[doneQuery.safeParse(query).data?.done ?? ''] ?? null;
    const mayChange = mayChangePeople(platform.principal);
    return html(reply, <PersonPage {...{ person, grants, sessions, lastSeen, done, mayChange, ...words }} />);
  });

  editRoutes(server);
  personEndRoutes(server, settings);
}

function editRoutes(server: FastifyInstance): void {
  server.get('/people/:id/edit', { config: CHANGES_PEOPLE }, async ({ platform, params }, reply) => {
    const person = await personAt(platform, personParameter.parse(params).id);
    return showEdit(reply, { person, typed: typedOf(person), seen: seenOf(person), problems: [], stored: null });
  });

  server.post('/people/:id/edit', { config: CHANGES_PEOPLE }, async ({ platform, params, body }, reply) => {
    const person = await personAt(platform, personParameter.parse(params).id);
    const { version, ...form } = editForm.parse(body ?? {});
    const { name, email, organisation } = form;
    const typed: PersonTyped = { name, email, organisation };
    const seen = {
      name: form['seen-name'],
      email: form['seen-email'],
      organisation: form['seen-organisation'],
      version,
    };
    const asked = { person: person.id, version, name, email, organisation: organisation.trim() || null };
    const outcome = await editPerson(platform, asked);
    if (outcome.kind === 'done') return reply.redirect(`/people/${person.id}?done=saved`, 303);
    if (outcome.kind === 'refused')
      return showEdit(reply, { person, typed, seen, problems: outcome.problems, stored: null }, 400);
    return showEdit(
      reply,
      { person: outcome.current, typed, seen, problems: [], stored: seenOf(outcome.current) },
      409,
    );
  });
}

function showEdit(reply: FastifyReply, model: EditPersonPageModel, status = 200): FastifyReply {
  return html(reply, <EditPersonPage {...model} />, status);
}

const typedOf = ({ name, email, organisation }: Person): PersonTyped => ({
  name,
  email,
  organisation: organisation ?? '',
});
const seenOf = (person: Person) => ({ ...typedOf(person), version: person.version });
