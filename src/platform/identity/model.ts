import type { Role, Scope } from '../access/model.ts';

/** Opaque: "person:" and 16 hexadecimal digits. The only name of a person in records and audit. */
export type PersonId = string;

/** invited: has never signed in; disabled: may not sign in, and holds no role. */
export type PersonState = 'invited' | 'active' | 'disabled';

/** Somebody who works with Wardroom. */
export interface Person {
  id: PersonId;
  name: string;
  /** As typed; no two people have addresses that differ in capitals alone. */
  email: string;
  /** The organisation the person acts for, such as "Camden Council"; null for the police. */
  organisation: string | null;
  state: PersonState;
  /** Made up, for the demonstration. */
  demonstration: boolean;
  /** Acted alone before a second person could approve; one person at most. */
  firstAdministrator: boolean;
  createdAt: Date;
  /** Grows with every change; an edit names the version it began from. */
  version: number;
}

/** proposed: waits for a second person; approved: in force between its dates; declined: never was; ended: is no more. */
export type RoleGrantState = 'proposed' | 'approved' | 'declined' | 'ended';

/** A role that a person holds, held, or is proposed for. */
export interface RoleGrant {
  /** "grant:" and 16 hexadecimal digits. */
  id: string;
  person: PersonId;
  role: Role;
  scope: Scope;
  organisation: string | null;
  /** First day, in London. */
  from: string;
  /** Last day; null: until it is ended. */
  until: string | null;
  state: RoleGrantState;
  /** A person, "cli:NAME", or "wardroom". */
  proposedBy: string;
  /** Who sat at the command line, "cli:NAME", in whoever's name they acted; null: it was proposed on a page. */
  proposedThrough: string | null;
  proposedAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** Approved by one person alone, because there was no second who may approve. */
  alone: boolean;
  endedBy: string | null;
  endedAt: Date | null;
  endReason: string | null;
}

/** How a session began. */
export type SignInMeans = 'password' | 'openid' | 'demonstration';

/** A sign-in that still holds, as its owner sees it. */
export interface Session {
  /** "session:" and 16 hexadecimal digits; never the token. */
  id: string;
  person: PersonId;
  startedAt: Date;
  /** To the minute. */
  lastSeenAt: Date;
  means: SignInMeans;
  /** Coarse, from the browser's own words: "Firefox on Windows". */
  browser: string;
}

/** What a browser says of itself at sign-in. */
export interface Caller {
  /** Network address, for counting failures; kept only as a keyed hash. */
  address: string;
  /** The User-Agent header; null when there is none. */
  userAgent: string | null;
  /** The session token the browser already had; it is revoked. */
  token: string | null;
  /** What the browser remembers of who signed in there before (device cookie); null or left out when nothing. */
  device?: string | null;
}

/** What stands in a form's way: which field, and one sentence that says what to do. */
export interface Problem {
  field:
    | 'name'
    | 'email'
    | 'organisation'
    | 'password'
    | 'present'
    | 'code'
    | 'role'
    | 'place'
    | 'from'
    | 'until'
    | 'reason'
    | null;
  sentence: string;
}

/** Not done, and why; nothing was changed. */
export interface Refused {
  kind: 'refused';
  problems: readonly Problem[];
}

/** More sign-ins at once than are worked on: answered with 503 and the sentence. */
export interface Busy {
  kind: 'busy';
  sentence: string;
}

/** What is still to do before a session may do anything: give the code, or set a second factor up. */
export type StepNeeded = 'second-factor' | 'enrolment';

/**
 * How signing in went on. The token is for the session cookie; a half-signed-in one may only do what is needed. The device
 * is what the browser is to remember, after a password and a second factor.
 */
export type SignInOutcome =
  | { kind: 'signed-in'; token: string; person: PersonId; device?: string }
  | { kind: 'half'; token: string; needs: StepNeeded }
  | Refused
  | Busy;

/** A second factor that is being set up: what the person's authenticator is shown, once. */
export interface Enrolment {
  /** The secret in groups of four, to be typed. */
  secret: string;
  /** otpauth: address, for a QR code. */
  address: string;
}

/** first-administrator: makes the first person; invitation: a new one's password; reset: a new password and second factor. */
export type LinkPurpose = 'first-administrator' | 'invitation' | 'reset';

/** What a one-time link is for, before anything is typed. */
export interface OpenLink {
  purpose: LinkPurpose;
  /** null where the link makes the person. */
  person: { name: string; email: string } | null;
  expiresAt: Date;
}

/** A one-time link, shown once. */
export interface NewLink {
  /** Path and token, such as "/link/…"; the origin is put before it where it is shown. */
  path: string;
  purpose: LinkPurpose;
  expiresAt: Date;
}

/** The places that roles can be held in, on a day; handed in by app/, since platform knows no domain. */
export type KnownPlaces = (date: string) => Promise<readonly KnownUnit[]>;

export interface KnownUnit {
  name: string;
  boroughs: readonly { code: string; name: string; wards: readonly { code: string; name: string }[] }[];
}

/** Who may approve a role today. */
export interface Approval {
  /** The one person who may approve alone, because no second has ever existed; null otherwise. */
  alone: PersonId | null;
  /** People who may approve today. */
  approvers: readonly PersonId[];
}

/** What whoever approves a role must know of who would hold it. */
export interface Holder {
  id: PersonId;
  email: string;
  /** Whether they have signed in as nobody but themselves could: with a second factor, or at a provider. */
  proven: boolean;
  firstSignedInAt: Date | null;
  /** Who made the link they followed last; null where they followed none. */
  linkMadeBy: string | null;
}

/** undecided: may be switched on; off: never again. */
export type DemonstrationState = 'undecided' | 'on' | 'off';
