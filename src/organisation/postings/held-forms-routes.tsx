import type { FastifyInstance } from 'fastify';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import type { Platform } from '../../platform/platform.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import { endAbsence, recordAbsence } from './absence-service.ts';
import { type Address, askRoutes } from './ask-routes.tsx';
import { changeFraction, endPosting } from './change-posting-service.ts';
import { choosePost, chosenPost, keyIn } from './choose-post-routes.tsx';
import { daysOf, lastDay, sayDays } from './days.ts';
import { absenceHeld, postingHeld } from './find-service.ts';
import type { HeldAbsence, HeldPosting, Member, Seat } from './model.ts';
import { ABOVE, officerAt, postAt, WRITES } from './officer-forms-routes.tsx';
import { day, dayOrNone, fraction, oneOf, readForm, wordsOrNone } from './read-form.ts';
import { rotateOfficer } from './rotate-service.ts';
import { saySeat } from './say-seat.ts';

const RECORDS = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const KINDS = ['absent', 'adjusted-duties'] as const;

type Held = { held: HeldPosting; seat: Seat };
const heldAt = (platform: Platform, { params }: Address): Promise<Held> =>
  postingHeld(platform, keyIn(params.posting) ?? -1);
const pageOf = (id: number) => `/organisation/postings/officers/${id}`;
const aboveOf = ({ id, name }: { id: number; name: string }) => [...ABOVE, { text: name, href: pageOf(id) }];
const factsOf = ({ held, seat }: Held) => [
  { key: 'Officer', value: `${held.officer.name} (${held.officer.reference})` },
  { key: 'Post', value: saySeat(seat) },
  { key: 'Days', value: sayDays(held.during) },
  { key: 'Fraction', value: String(held.fraction) },
];

/** Mounts what is done with a posting, and with absences. */
export function heldFormsRoutes(server: FastifyInstance, floorOn: (date: string) => WardFloor): void {
  endRoute(server, floorOn);
  fractionRoute(server);
  rotationRoute(server, floorOn);
  absenceRoute(server);
  endAbsenceRoute(server);
}

function endRoute(server: FastifyInstance, floorOn: (date: string) => WardFloor): void {
  askRoutes<Held>(server, {
    url: '/organisation/postings/held/:posting/end',
    access: WRITES,
    subjectOf: heldAt,
    asking: (subject) => ({
      title: `End the posting of ${subject.held.officer.name}`,
      above: aboveOf(subject.held.officer),
      facts: factsOf(subject),
      fields: [{ kind: 'date', name: 'last', label: 'Last day', hint: 'Leave it empty for a posting without an end.' }],
      button: 'Save',
    }),
    startOf: ({ held }) => ({ last: lastDay(held.during) ?? '' }),
    versionOf: ({ held }) => held.version,
    submit: async (platform, { subject: { held }, typed, version }) => {
      const { last } = readForm(typed, { last: dayOrNone });
      await endPosting(platform, { posting: held.id, version, last, floorOn });
      return `${pageOf(held.officer.id)}?done=ended`;
    },
  });
}

function fractionRoute(server: FastifyInstance): void {
  askRoutes<Held>(server, {
    url: '/organisation/postings/held/:posting/fraction',
    access: WRITES,
    subjectOf: heldAt,
    asking: (subject) => ({
      title: `Change the fraction of ${subject.held.officer.name}`,
      above: aboveOf(subject.held.officer),
      lead: 'The posting ends the day before, and goes on with the new fraction.',
      facts: factsOf(subject),
      fields: [
        {
          kind: 'number',
          name: 'fraction',
          label: 'New fraction of their time',
          hint: '1 for all of it, 0.5 for half.',
        },
        { kind: 'date', name: 'from', label: 'First day of it' },
      ],
      button: 'Save',
    }),
    startOf: ({ held }) => ({ fraction: String(held.fraction), from: held.during.from }),
    versionOf: ({ held }) => held.version,
    submit: async (platform, { subject: { held }, typed, version }) => {
      await changeFraction(platform, { posting: held.id, version, ...readForm(typed, { fraction, from: day }) });
      return `${pageOf(held.officer.id)}?done=fraction`;
    },
  });
}

function rotationRoute(server: FastifyInstance, floorOn: (date: string) => WardFloor): void {
  askRoutes<Held & { to: Seat }>(server, {
    url: '/organisation/postings/held/:posting/rotation',
    access: WRITES,
    before: async (platform, address) => {
      const { held } = await heldAt(platform, address);
      if (chosenPost(address) !== null) return null;
      const action = `/organisation/postings/held/${held.id}/rotation`;
      return choosePost(platform, address, {
        title: `Lend ${held.officer.name}`,
        above: aboveOf(held.officer),
        action,
      });
    },
    subjectOf: async (platform, address) => ({
      ...(await heldAt(platform, address)),
      to: await postAt(platform, address),
    }),
    asking: (subject) => ({
      title: `Lend ${subject.held.officer.name}`,
      above: aboveOf(subject.held.officer),
      lead: 'Their posting pauses, and goes on the day after they are back.',
      facts: [...factsOf(subject), { key: 'Lent to', value: saySeat(subject.to) }],
      fields: [
        { kind: 'date', name: 'from', label: 'First day there' },
        { kind: 'date', name: 'returns', label: 'Last day there' },
        {
          kind: 'text',
          name: 'cover',
          label: 'Number of the officer who covers',
          hint: 'They are posted to the post meanwhile. Leave it empty where the ward keeps its floor without.',
        },
      ],
      button: 'Lend them',
    }),
    startOf: (_, platform) => ({ from: todayInLondon(platform.now()), returns: '', cover: '' }),
    versionOf: ({ held }) => held.version,
    submit: async (platform, { subject: { held, to }, typed, version }) => {
      const { from, returns, cover } = readForm(typed, { from: day, returns: day, cover: wordsOrNone });
      const rotation = { posting: held.id, version, post: to.id, from, returnsOn: returns, cover, floorOn };
      await rotateOfficer(platform, rotation);
      return `${pageOf(held.officer.id)}?done=lent`;
    },
  });
}

function absenceRoute(server: FastifyInstance): void {
  askRoutes<Member>(server, {
    url: '/organisation/postings/officers/:officer/absence',
    access: RECORDS,
    subjectOf: async (platform, address) => (await officerAt(platform, address)).officer,
    asking: (officer) => ({
      title: `Record that ${officer.name} is away`,
      above: aboveOf(officer),
      lead: 'They stay posted, and are not counted as deployable. Wardroom keeps no reason.',
      facts: [{ key: 'Officer', value: `${officer.name} (${officer.reference})` }],
      fields: [
        {
          kind: 'select',
          name: 'kind',
          label: 'What it is',
          choices: [
            { value: '', text: 'Choose' },
            { value: 'absent', text: 'Absent' },
            { value: 'adjusted-duties', text: 'On adjusted duties' },
          ],
        },
        { kind: 'date', name: 'from', label: 'First day' },
        { kind: 'date', name: 'last', label: 'Last day', hint: 'Leave it empty where it is not known.' },
      ],
      button: 'Record it',
    }),
    startOf: (_, platform) => ({ kind: '', from: todayInLondon(platform.now()), last: '' }),
    submit: async (platform, { subject, typed }) => {
      const kind = oneOf(KINDS, 'Choose what it is.');
      const read = readForm(typed, { kind, from: day, last: dayOrNone });
      if (read.last !== null && read.last < read.from)
        throw new Refused([{ field: 'last', sentence: 'Choose its first day or a later one.' }]);
      await recordAbsence(platform, { officer: subject.id, kind: read.kind, during: daysOf(read.from, read.last) });
      return `${pageOf(subject.id)}?done=absence`;
    },
  });
}

function endAbsenceRoute(server: FastifyInstance): void {
  askRoutes<{ absence: HeldAbsence; officer: Member }>(server, {
    url: '/organisation/postings/absences/:absence/end',
    access: RECORDS,
    subjectOf: (platform, { params }) => absenceHeld(platform, keyIn(params.absence) ?? -1),
    asking: ({ absence, officer }) => ({
      title: `Say until when ${officer.name} is away`,
      above: aboveOf(officer),
      facts: [
        { key: 'What it is', value: absence.kind === 'absent' ? 'Absent' : 'On adjusted duties' },
        { key: 'Days', value: sayDays(absence.during) },
      ],
      fields: [{ kind: 'date', name: 'last', label: 'Last day', hint: 'Leave it empty where it is not known.' }],
      button: 'Save',
    }),
    startOf: ({ absence }) => ({ last: lastDay(absence.during) ?? '' }),
    versionOf: ({ absence }) => absence.version,
    submit: async (platform, { subject: { absence, officer }, typed, version }) => {
      const { last } = readForm(typed, { last: dayOrNone });
      await endAbsence(platform, { absence: absence.id, version, last });
      return `${pageOf(officer.id)}?done=absence-ended`;
    },
  });
}
