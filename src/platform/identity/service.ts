import { guarded, ownAccount, wayIn } from '../access/index.ts';
import type { Role, Scope } from '../access/model.ts';
import type { Platform } from '../platform.ts';
import type { Identify } from '../web/visit.ts';
import type {
  Approval,
  Busy,
  Caller,
  DemonstrationState,
  Enrolment,
  KnownPlaces,
  NewLink,
  OpenLink,
  Person,
  PersonId,
  Refused,
  RoleGrant,
  Session,
  SignInOutcome,
  StepNeeded,
} from './model.ts';

/** What each function takes and answers; the bodies follow. */
const later = (): never => {
  throw new Error('This part of signing in is not built yet.');
};

// ---- Signing in: takes Wardroom's own platform (Wardroom.system). -------------------------------------------------

/** Makes the function that looks up who is behind a session token; one for each process. */
export function makeIdentify(_system: Platform): Identify {
  return later();
}

/** E-mail and password; then the second factor. Wrong, unknown, disabled and throttled are told in the same sentence. */
export const signInWithPassword = wayIn(
  'users.sign-in',
  async (_system: Platform, _asked: { email: string; password: string; caller: Caller }): Promise<SignInOutcome> =>
    later(),
);

/** What a half-signed-in token still needs; null when it is none, or is signed in already. */
export const stepNeeded = wayIn(
  'users.step-needed',
  async (_system: Platform, _token: string | null): Promise<StepNeeded | null> => later(),
);

/** Ends a half sign-in with a code of the authenticator, or a recovery code. A new token every time. */
export const signInWithCode = wayIn(
  'users.second-factor',
  async (_system: Platform, _asked: { token: string; code: string; caller: Caller }): Promise<SignInOutcome> => later(),
);

/** Begins a second factor for a half-signed-in token that needs one; the same secret until it is confirmed. */
export const beginEnrolment = wayIn(
  'users.begin-enrolment',
  async (_system: Platform, _token: string): Promise<Enrolment | null> => later(),
);

/** Confirms it with its first code: signed in, and ten recovery codes to be shown once. */
export const confirmEnrolment = wayIn(
  'users.confirm-enrolment',
  async (
    _system: Platform,
    _asked: { token: string; code: string; caller: Caller },
  ): Promise<{ kind: 'signed-in'; token: string; person: PersonId; recoveryCodes: readonly string[] } | Refused> =>
    later(),
);

/** What an organisation's provider said of who signed in; fits SignedIn of openid/. */
export interface ExternalIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  /** Whether the address may find an invited person. */
  emailIdentifies: boolean;
  /** Whether the provider used a second factor. */
  secondFactor: boolean;
}

/** Sign-in through an organisation's provider. Finds an invited person by address once, and by subject ever after. */
export const signInWithExternal = wayIn(
  'users.sign-in-openid',
  async (_system: Platform, _asked: { identity: ExternalIdentity; caller: Caller }): Promise<SignInOutcome> => later(),
);

/** One click: a made-up person of a role. null while the demonstration is off. */
export const signInAsDemonstration = wayIn(
  'users.sign-in-demonstration',
  async (
    _system: Platform,
    _asked: { role: Role; caller: Caller },
  ): Promise<{ kind: 'signed-in'; token: string; person: PersonId } | null> => later(),
);

/** Ends the session of a token, half or whole. */
export const signOut = wayIn(
  'users.sign-out',
  async (_system: Platform, _token: string | null): Promise<void> => later(),
);

/** What a one-time link is for; null when there is none, or it was used, or it is too old. */
export const openLink = wayIn(
  'users.open-link',
  async (_system: Platform, _token: string): Promise<OpenLink | null> => later(),
);

/** Uses a one-time link up. Name and e-mail count only where the link makes the person. Goes on with enrolment. */
export const redeemLink = wayIn(
  'users.redeem-link',
  async (
    _system: Platform,
    _asked: { token: string; name?: string; email?: string; password: string; caller: Caller },
  ): Promise<SignInOutcome> => later(),
);

/** A link for the first person, where nobody real exists and the demonstration is not on; null anywhere else. */
export const firstAdministratorLink = wayIn(
  'users.first-administrator-link',
  async (_system: Platform): Promise<NewLink | null> => later(),
);

// ---- One's own account: takes Wardroom's own platform and the visit. ------------------------------------------------

export const ownSessions = ownAccount('users.own-sessions', async (): Promise<readonly Session[]> => later());
export const endOwnSession = ownAccount(
  'users.end-own-session',
  async (_system, _me, _session: string): Promise<void> => later(),
);
/** Ends every session of the caller's but this one. */
export const endOtherSessions = ownAccount('users.end-other-sessions', async (): Promise<void> => later());
/** Changes the password and ends every other session. */
export const changePassword = ownAccount(
  'users.change-password',
  async (_system, _me, _asked: { present: string; wanted: string }): Promise<{ kind: 'done' } | Refused | Busy> =>
    later(),
);
/** A code of the authenticator again: the session is stepped up for fifteen minutes. */
export const stepUp = ownAccount(
  'users.step-up',
  async (_system, _me, _code: string): Promise<{ kind: 'done' } | Refused> => later(),
);
/** Ten new recovery codes, shown once; the old ones are void. Needs a stepped-up session. */
export const newRecoveryCodes = ownAccount(
  'users.new-recovery-codes',
  async (): Promise<{ kind: 'done'; codes: readonly string[] } | Refused> => later(),
);
/** Who the caller is, with their roles and how many recovery codes are left. */
export const ownAccountOf = ownAccount(
  'users.own-account',
  async (): Promise<{ person: Person; grants: readonly RoleGrant[]; recoveryCodesLeft: number }> => later(),
);

// ---- Users and roles: takes the platform of who acts. --------------------------------------------------------------

const users = { module: 'users' } as const;

export const listPeople = guarded(
  { name: 'users.list', act: 'read', ...users },
  async (_platform: Platform): Promise<readonly Person[]> => later(),
);
/** By identity or e-mail; null when there is none. */
export const findPerson = guarded(
  { name: 'users.find', act: 'read', ...users },
  async (_platform: Platform, _idOrEmail: string): Promise<Person | null> => later(),
);
export const addPerson = guarded(
  { name: 'users.add', act: 'write', ...users },
  async (
    _platform: Platform,
    _asked: { name: string; email: string; organisation: string | null },
  ): Promise<{ kind: 'done'; person: Person; link: NewLink } | Refused> => later(),
);
/** stale: somebody changed the person first; `current` is what they made of it. */
export const editPerson = guarded(
  { name: 'users.edit', act: 'write', ...users },
  async (
    _platform: Platform,
    _asked: { person: PersonId; version: number; name: string; email: string; organisation: string | null },
  ): Promise<{ kind: 'done'; person: Person } | { kind: 'stale'; current: Person } | Refused> => later(),
);
/** At once, by one: sessions and roles end. */
export const disablePerson = guarded(
  { name: 'users.disable', act: 'write', ...users },
  async (_platform: Platform, _asked: { person: PersonId; reason: string }): Promise<{ kind: 'done' } | Refused> =>
    later(),
);
/** A new one-time link: an invitation for who has never signed in, a reset of password and second factor otherwise. */
export const newLink = guarded(
  { name: 'users.link', act: 'write', ...users },
  async (
    _platform: Platform,
    _asked: { person: PersonId; reason: string },
  ): Promise<{ kind: 'done'; link: NewLink } | Refused> => later(),
);
export const sessionsOf = guarded(
  { name: 'users.sessions', act: 'read', ...users },
  async (_platform: Platform, _person: PersonId): Promise<readonly Session[]> => later(),
);
export const endSession = guarded(
  { name: 'users.end-session', act: 'write', ...users },
  async (_platform: Platform, _asked: { session: string; reason: string }): Promise<{ kind: 'done' } | Refused> =>
    later(),
);

/** Every grant, newest first; of one person when named. */
export const listGrants = guarded(
  { name: 'users.grants', act: 'read', ...users },
  async (_platform: Platform, _person?: PersonId): Promise<readonly RoleGrant[]> => later(),
);
/** Who held which role on a day. */
export const rolesHeldOn = guarded(
  { name: 'users.roles-held-on', act: 'read', ...users },
  async (_platform: Platform, _asked: { person: PersonId; date: string }): Promise<readonly RoleGrant[]> => later(),
);
export interface RoleAsked {
  person: PersonId;
  role: Role;
  scope: Scope;
  /** First day; today or later. */
  from: string;
  until: string | null;
  places: KnownPlaces;
}
export const proposeRole = guarded(
  { name: 'users.propose-role', act: 'write', ...users },
  async (_platform: Platform, _asked: RoleAsked): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> => later(),
);
/** By a second person: not who proposed it, and not who would hold it. */
export const approveRole = guarded(
  { name: 'users.approve-role', act: 'approve', ...users },
  async (_platform: Platform, _grant: string): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> => later(),
);
/** By the first administrator, until a second person who may approve has ever existed; by the operator when nobody can. */
export const approveRoleAlone = guarded(
  { name: 'users.approve-role-alone', act: 'write', ...users },
  async (_platform: Platform, _grant: string): Promise<{ kind: 'done'; grant: RoleGrant } | Refused> => later(),
);
export const declineRole = guarded(
  { name: 'users.decline-role', act: 'write', ...users },
  async (_platform: Platform, _asked: { grant: string; reason: string }): Promise<{ kind: 'done' } | Refused> =>
    later(),
);
/** At once, by one. */
export const endRole = guarded(
  { name: 'users.end-role', act: 'write', ...users },
  async (_platform: Platform, _asked: { grant: string; reason: string }): Promise<{ kind: 'done' } | Refused> =>
    later(),
);
/** Who may approve today, and whether somebody may alone. */
export const approvalToday = guarded(
  { name: 'users.approval', act: 'read', ...users },
  async (_platform: Platform): Promise<Approval> => later(),
);

// ---- The demonstration. --------------------------------------------------------------------------------------------

export const demonstrationState = wayIn(
  'users.demonstration',
  async (_system: Platform): Promise<DemonstrationState> => later(),
);
