import type { FastifyInstance } from 'fastify';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import type { Platform } from '../../platform/platform.ts';
import { RANKS } from '../reference/ranks.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import { type Address, askRoutes } from './ask-routes.tsx';
import { choosePost, chosenPost, keyIn } from './choose-post-routes.tsx';
import { daysOf } from './days.ts';
import { officerInPosts, postWithHolders } from './find-service.ts';
import type { Member, Seat } from './model.ts';
import type { AskField } from './pages/ask-page.tsx';
import { addOfficer, postOfficer } from './post-officer-service.ts';
import { rankOn } from './rank-problem.ts';
import { changeRank } from './rank-service.ts';
import { day, dayOrNone, fraction, oneOf, readForm, type Typed, words, wordsOrNone } from './read-form.ts';
import { KIND_WORDS, saySeat } from './say-seat.ts';
import { transferOfficer } from './transfer-service.ts';

export const WRITES = { kind: 'allowed', module: 'postings', act: 'write' } as const;
export const ABOVE = [{ text: 'Postings', href: '/organisation/postings' }];
const RANK_NAMES = RANKS.map(({ rank }) => rank);
export const RANK_CHOICES = [
  { value: '', text: 'Choose a rank' },
  ...RANK_NAMES.map((value) => ({ value, text: value })),
];
const POSTED_AS = ['posting', 'acting'] as const;

const POSTING_FIELDS: readonly AskField[] = [
  { kind: 'date', name: 'from', label: 'First day' },
  { kind: 'date', name: 'last', label: 'Last day', hint: 'Leave it empty for a posting without an end.' },
  { kind: 'number', name: 'fraction', label: 'Fraction of their time', hint: '1 for all of it, 0.5 for half.' },
  {
    kind: 'select',
    name: 'kind',
    label: 'Kind',
    hint: 'Acting: in a rank above their own.',
    choices: POSTED_AS.map((value) => ({ value, text: KIND_WORDS[value] })),
  },
  {
    kind: 'text',
    name: 'from-unit',
    label: 'Unit they come from',
    hint: 'For a transfer into the unit. Leave it empty for none.',
  },
];

/** Reads a posting from what was typed. @throws Refused */
function wantedOf(typed: Typed) {
  const read = readForm(typed, {
    from: day,
    last: dayOrNone,
    fraction,
    kind: oneOf(POSTED_AS, 'Choose what kind of posting it is.'),
    'from-unit': wordsOrNone,
  });
  if (read.last !== null && read.last < read.from)
    throw new Refused([{ field: 'last', sentence: 'Choose its first day or a later one.' }]);
  return {
    fraction: read.fraction,
    kind: read.kind,
    during: daysOf(read.from, read.last),
    returnsOn: null,
    fromUnit: read['from-unit'],
  };
}

const startPosting = (_: unknown, platform: Platform): Typed => ({
  from: todayInLondon(platform.now()),
  last: '',
  fraction: '1',
  kind: 'posting',
  'from-unit': '',
});

export async function officerAt(platform: Platform, { params }: Address) {
  return officerInPosts(platform, keyIn(params.officer) ?? -1);
}

export async function postAt(platform: Platform, address: Address): Promise<Seat> {
  return (await postWithHolders(platform, chosenPost(address) ?? -1)).seat;
}

const pageOf = (officer: Pick<Member, 'id'>) => `/organisation/postings/officers/${officer.id}`;
const aboveOf = (officer: Member) => [...ABOVE, { text: officer.name, href: pageOf(officer) }];
const factsOf = (officer: Member, platform: Platform) => [
  { key: 'Officer', value: `${officer.name} (${officer.reference})` },
  { key: 'Rank', value: rankOn(officer, todayInLondon(platform.now())) ?? 'not recorded' },
];

/** Mounts what is done with an officer: adding, posting, transferring them and changing their rank. */
export function officerFormsRoutes(server: FastifyInstance, floorOn: (date: string) => WardFloor): void {
  newOfficerRoute(server);
  postRoute(server);
  transferRoute(server, floorOn);
  rankRoute(server);
}

function newOfficerRoute(server: FastifyInstance): void {
  const title = 'Add an officer and post them';
  askRoutes<Seat>(server, {
    url: '/organisation/postings/officers/new',
    access: WRITES,
    before: async (platform, address) =>
      chosenPost(address) === null
        ? choosePost(platform, address, { title, above: ABOVE, action: '/organisation/postings/officers/new' })
        : null,
    subjectOf: postAt,
    asking: (seat, platform) => ({
      title,
      above: ABOVE,
      facts: [{ key: 'Post', value: saySeat(seat) }],
      ...(madeUp(platform) ? { lead: 'You work in the demonstration: whoever you add is made up.' } : {}),
      fields: [
        { kind: 'text', name: 'number', label: 'Warrant or staff number' },
        { kind: 'text', name: 'name', label: 'Name' },
        { kind: 'select', name: 'rank', label: 'Rank', choices: RANK_CHOICES },
        ...POSTING_FIELDS,
      ],
      button: 'Add and post them',
    }),
    startOf: (seat, platform) => ({ ...startPosting(seat, platform), number: '', name: '', rank: seat.rank }),
    submit: async (platform, { subject, typed }) => {
      const newcomer = readForm(typed, {
        number: words('Type their number.', 40),
        name: words('Type their name.', 100),
        rank: oneOf(RANK_NAMES, 'Choose their rank.'),
      });
      await addOfficer(platform, { post: subject.id, newcomer, ...wantedOf(typed) });
      return `/organisation/postings/posts/${subject.id}?done=posted`;
    },
  });
}

const madeUp = ({ principal }: Platform) => principal.kind === 'person' && principal.demonstration;

function postRoute(server: FastifyInstance): void {
  askRoutes<{ officer: Member; seat: Seat }>(server, {
    url: '/organisation/postings/officers/:officer/post',
    access: WRITES,
    before: async (platform, address) => {
      const { officer } = await officerAt(platform, address);
      if (chosenPost(address) !== null) return null;
      const page = { title: `Post ${officer.name}`, above: aboveOf(officer), action: `${pageOf(officer)}/post` };
      return choosePost(platform, address, page);
    },
    subjectOf: async (platform, address) => ({
      officer: (await officerAt(platform, address)).officer,
      seat: await postAt(platform, address),
    }),
    asking: ({ officer, seat }, platform) => ({
      title: `Post ${officer.name}`,
      above: aboveOf(officer),
      lead: 'What they are posted to now goes on. To move them from there, transfer them.',
      facts: [...factsOf(officer, platform), { key: 'Post', value: saySeat(seat) }],
      fields: POSTING_FIELDS,
      button: 'Post them',
    }),
    startOf: startPosting,
    submit: async (platform, { subject: { officer, seat }, typed }) => {
      await postOfficer(platform, { officer: officer.id, post: seat.id, ...wantedOf(typed) });
      return `${pageOf(officer)}?done=posted`;
    },
  });
}

function transferRoute(server: FastifyInstance, floorOn: (date: string) => WardFloor): void {
  const leaving = ({ query }: Address) => query.leave === 'yes';
  askRoutes<{ officer: Member; seat: Seat | null }>(server, {
    url: '/organisation/postings/officers/:officer/transfer',
    access: WRITES,
    before: async (platform, address) => {
      const { officer } = await officerAt(platform, address);
      if (leaving(address) || chosenPost(address) !== null) return null;
      const action = `${pageOf(officer)}/transfer`;
      const other = { text: `${officer.name} leaves the unit`, href: `${action}?leave=yes` };
      return choosePost(platform, address, {
        title: `Transfer ${officer.name}`,
        above: aboveOf(officer),
        action,
        other,
      });
    },
    subjectOf: async (platform, address) => ({
      officer: (await officerAt(platform, address)).officer,
      seat: leaving(address) ? null : await postAt(platform, address),
    }),
    asking: ({ officer, seat }, platform) => ({
      title: `Transfer ${officer.name}`,
      above: aboveOf(officer),
      lead: 'Every posting they hold ends the day before; one that would begin later is taken out.',
      facts: [...factsOf(officer, platform), ...(seat === null ? [] : [{ key: 'To', value: saySeat(seat) }])],
      fields:
        seat === null
          ? [
              { kind: 'date', name: 'from', label: 'First day elsewhere' },
              { kind: 'text', name: 'to-unit', label: 'Unit they go to' },
            ]
          : POSTING_FIELDS.filter(({ name }) => name !== 'from-unit'),
      button: 'Transfer them',
    }),
    startOf: (_, platform) => ({ ...startPosting(_, platform), 'to-unit': '' }),
    submit: async (platform, { subject: { officer, seat }, typed }) => {
      if (seat === null) {
        const read = readForm(typed, { from: day, 'to-unit': words('Type the unit they go to.') });
        const to = { kind: 'unit', unit: read['to-unit'] } as const;
        await transferOfficer(platform, { officer: officer.id, from: read.from, to, floorOn });
      } else {
        const wanted = wantedOf(typed);
        const to = { kind: 'post', post: seat.id, wanted } as const;
        await transferOfficer(platform, { officer: officer.id, from: wanted.during.from, to, floorOn });
      }
      return `${pageOf(officer)}?done=transferred`;
    },
  });
}

function rankRoute(server: FastifyInstance): void {
  askRoutes<Member>(server, {
    url: '/organisation/postings/officers/:officer/rank',
    access: WRITES,
    subjectOf: async (platform, address) => (await officerAt(platform, address)).officer,
    asking: (officer, platform) => ({
      title: `Change the rank of ${officer.name}`,
      above: aboveOf(officer),
      lead: 'Their postings stay as they are: transfer them to a post of the new rank afterwards.',
      facts: factsOf(officer, platform),
      fields: [
        { kind: 'select', name: 'rank', label: 'New rank', choices: RANK_CHOICES },
        { kind: 'date', name: 'from', label: 'First day in it' },
      ],
      button: 'Change the rank',
    }),
    startOf: (_, platform) => ({ rank: '', from: todayInLondon(platform.now()) }),
    submit: async (platform, { subject, typed }) => {
      const read = readForm(typed, { rank: oneOf(RANK_NAMES, 'Choose a rank.'), from: day });
      await changeRank(platform, { officer: subject.id, ...read });
      return `${pageOf(subject)}?done=rank`;
    },
  });
}
