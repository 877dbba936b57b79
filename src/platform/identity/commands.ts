import { type Command, Option } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { personOf } from '../access/may.ts';
import { ROLES, type Role } from '../access/model.ts';
import type { OpenPlatform, Output } from '../command-line.ts';
import type { Platform } from '../platform.ts';
import { textTable } from '../text-table.ts';
import type { KnownPlaces, NewLink, Person, Refused, RoleGrant } from './model.ts';
import { ROLE_WORDS } from './role-words.ts';
import {
  addPerson,
  approvalToday,
  approveRole,
  approveRoleAlone,
  disablePerson,
  endRole,
  findPerson,
  listGrants,
  listPeople,
  namesOf,
  newLink,
  proposeRole,
  rolesHeldOn,
} from './service.ts';

/** What the commands need of app/ besides the platform of who acts. */
export interface IdentityEdge {
  open: OpenPlatform;
  output: Output;
  /** Places that roles are held in. */
  places: (platform: Platform) => KnownPlaces;
  /** Where Wardroom is reached, such as "http://127.0.0.1:3000". */
  origin: () => string;
}

/** Adds "wardroom user add", "list", "link", "disable", "grant", "waiting", "approve", "end" and "roles". */
export function userCommands(program: Command, edge: IdentityEdge): void {
  const user = program.command('user').description('who works with Wardroom, and the roles they hold');
  user
    .command('add <email>')
    .description('add a person and print the one-time link that invites them')
    .requiredOption('--name <name>', 'their name')
    .option('--organisation <name>', 'the organisation they act for, such as "Camden Council" (default: the police)')
    .action((email: string, { name, organisation = null }: { name: string; organisation?: string | null }) =>
      withPlatform(edge, async (platform) => {
        const firstUnit = await firstUnitOf(edge, platform);
        const added = await addPerson(platform, { email, name, organisation, firstUnit });
        if (added.kind === 'refused') return refuse(edge, added);
        edge.output.line(`Added ${added.person.name} (${added.person.id}).`);
        printLink(edge, added.link);
      }),
    );
  user
    .command('list')
    .description('everybody, with their state')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) => withPlatform(edge, (platform) => list(edge, platform, json === true)));
  user
    .command('link <email>')
    .description('print a new one-time link: an invitation, or a new password and second factor')
    .option('--reason <text>', 'why, for the audit', 'asked for on the command line')
    .action((email: string, { reason }: { reason: string }) =>
      withPerson(edge, email, async (platform, person) => {
        const firstUnit = await firstUnitOf(edge, platform);
        const made = await newLink(platform, { person: person.id, reason, firstUnit });
        if (made.kind === 'refused') return refuse(edge, made);
        printLink(edge, made.link);
      }),
    );
  user
    .command('disable <email>')
    .description('end a person’s sessions and roles, at once; they cannot sign in any more')
    .requiredOption('--reason <text>', 'why, for the audit')
    .action((email: string, { reason }: { reason: string }) =>
      withPerson(edge, email, async (platform, person) => {
        const done = await disablePerson(platform, { person: person.id, reason });
        if (done.kind === 'refused') return refuse(edge, done);
        edge.output.line(`${person.name} is disabled.`);
      }),
    );
  roleCommands(user, edge);
}

interface GrantOptions {
  unit: string;
  borough?: string;
  ward?: string;
  from?: string;
  until?: string;
}

function roleCommands(user: Command, edge: IdentityEdge): void {
  user
    .command('grant <email> <role>')
    .description(`propose a role, which a second person approves: ${ROLES.join(', ')}`)
    .requiredOption('--unit <name>', 'command unit, such as "Central North"')
    .option('--borough <code>', 'code of the borough, for a role of one borough')
    .option('--ward <code>', 'code of the ward, for a role of one ward')
    .option('--from <date>', 'first day, such as 2026-03-01 (default: today)')
    .option('--until <date>', 'last day (default: until it is ended)')
    .action((email: string, role: string, options: GrantOptions) =>
      withPerson(edge, email, (platform, person) => grant(edge, platform, person, role, options)),
    );
  user
    .command('waiting')
    .description('proposed roles that wait for a second person, with the ids to approve or decline them by')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      withPlatform(edge, (platform) => listWaiting(edge, platform, json === true)),
    );
  user
    .command('approve <id>')
    .description('approve a proposed role, as the second person named with --as; not from the account that proposed it')
    .addOption(new Option('--alone', 'as owner of the data folder, when all who may approve are gone'))
    .action((id: string, { alone }: { alone?: boolean }) =>
      withPlatform(edge, (platform) => approve(edge, platform, id, alone === true)),
    );
  user
    .command('end <id>')
    .description('end a role, or decline a proposed one, at once')
    .requiredOption('--reason <text>', 'why, for the audit')
    .action((id: string, { reason }: { reason: string }) =>
      withPlatform(edge, async (platform) => {
        const done = await endRole(platform, { grant: id, reason });
        if (done.kind === 'refused') return refuse(edge, done);
        edge.output.line(`${done.grant.state === 'ended' ? 'Ended' : 'Declined'}: ${roleLine(done.grant)}.`);
      }),
    );
  user
    .command('roles <email>')
    .description('the roles a person held on a day')
    .option('--on <date>', 'the day, such as 2026-03-01 (default: today)')
    .option('--json', 'as JSON')
    .action((email: string, { on, json }: { on?: string; json?: boolean }) =>
      withPerson(edge, email, async (platform, person) => {
        const date = on ?? todayInLondon(platform.now());
        const held = await rolesHeldOn(platform, { person: person.id, date });
        if (json === true) return edge.output.json(held);
        if (held.length === 0) edge.output.line(`${person.name} held no role on ${date}.`);
        for (const each of held) edge.output.line(roleLine(each));
      }),
    );
}

async function list({ output }: IdentityEdge, platform: Platform, json: boolean): Promise<void> {
  const people = await listPeople(platform);
  if (json) return output.json(people);
  const columns = ['Name', 'E-mail', 'Organisation', 'State', 'Identity'].map((head) => ({
    head,
    align: 'left' as const,
  }));
  const rows = people.map(({ name, email, organisation, state, demonstration, id }) => [
    name,
    email,
    organisation ?? 'police',
    demonstration ? `${state}, made up` : state,
    id,
  ]);
  for (const line of textTable(columns, rows)) output.line(line);
}

async function listWaiting({ output }: IdentityEdge, platform: Platform, json: boolean): Promise<void> {
  const waiting = (await listGrants(platform, null)).filter(({ state }) => state === 'proposed');
  if (json) return output.json(waiting);
  if (waiting.length === 0) return output.line('No role waits.');
  const names = await namesOf(platform, [...new Set(waiting.map(({ person }) => person))]);
  for (const each of waiting) output.line(`For ${names.get(each.person) ?? each.person}: ${roleLine(each)}.`);
}

async function grant(
  edge: IdentityEdge,
  platform: Platform,
  person: Person,
  typed: string,
  {
    unit,
    borough = null,
    ward = null,
    from,
    until = null,
  }: Omit<GrantOptions, 'borough' | 'ward' | 'until'> & {
    borough?: string | null;
    ward?: string | null;
    until?: string | null;
  },
): Promise<void> {
  const role = ROLES.find((each) => each === typed.toLowerCase());
  if (role === undefined) return wrongUsage(edge, `There is no role "${typed}". Roles: ${ROLES.join(', ')}.`);
  const made = await proposeRole(platform, {
    person: person.id,
    role,
    scope: { unit, borough, ward },
    from: from ?? todayInLondon(platform.now()),
    until,
    places: edge.places(platform),
  });
  if (made.kind === 'refused') return refuse(edge, made);
  edge.output.line(`Proposed: ${roleLine(made.grant)}.`);
  edge.output.line(
    `Once ${person.name} has signed in, a second person approves it: on a page, or from their own account of this machine with "wardroom user approve ${made.grant.id} --as THEIR-EMAIL".`,
  );
}

async function approve(edge: IdentityEdge, platform: Platform, id: string, recovering: boolean): Promise<void> {
  const { alone } = await approvalToday(platform);
  const byFirst = alone !== null && personOf(platform.principal) === alone;
  const done = await (byFirst || recovering ? approveRoleAlone : approveRole)(platform, id);
  if (done.kind === 'refused') return refuse(edge, done);
  edge.output.line(
    `Approved${done.grant.alone ? ' by one person alone, which stays on record' : ''}: ${roleLine(done.grant)}.`,
  );
}

/** "Analyst, Central North, from 2026-03-10, as grant:3f9c…". */
function roleLine({ role, scope, organisation, from, until, id }: RoleGrant): string {
  const where = [scope.unit, scope.borough, scope.ward].filter((part) => part !== null).join(', ');
  const whom = organisation === null ? '' : `, for ${organisation}`;
  return `${wordOf(role)}, ${where}${whom}, from ${from}${until === null ? '' : ` to ${until}`}, as ${id}`;
}

const wordOf = (role: Role): string => ROLE_WORDS[role];

function printLink({ output, origin }: IdentityEdge, { path, expiresAt }: NewLink): void {
  output.line(
    `One-time link, for nobody else to see, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC:`,
  );
  output.line(`${origin()}${path}`);
}

async function firstUnitOf({ places }: IdentityEdge, platform: Platform): Promise<string> {
  const [unit] = await places(platform)(todayInLondon(platform.now()));
  return unit?.name ?? '';
}

function refuse({ output }: IdentityEdge, { problems }: Refused): void {
  for (const { sentence } of problems) output.error(sentence);
  output.exitCode(1);
}

function wrongUsage({ output }: IdentityEdge, sentence: string): void {
  output.error(sentence);
  output.exitCode(2);
}

async function withPlatform({ open }: IdentityEdge, run: (platform: Platform) => Promise<void>): Promise<void> {
  const { platform, close } = await open();
  try {
    await run(platform);
  } finally {
    await close();
  }
}

function withPerson(
  edge: IdentityEdge,
  email: string,
  run: (platform: Platform, person: Person) => Promise<void>,
): Promise<void> {
  return withPlatform(edge, async (platform) => {
    const person = await findPerson(platform, email);
    if (person !== null) return run(platform, person);
    edge.output.error(`Nobody here has the e-mail address ${email}: "wardroom user list" shows who has which.`);
    edge.output.exitCode(1);
  });
}
