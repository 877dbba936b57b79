/** Who works with Wardroom, in the words of the command unit: the columns of the permission matrix. */
export const ROLES = [
  'command',
  'inspector',
  'analyst',
  'sergeant',
  'officer',
  'specialist',
  'professionalism-lead',
  'council',
  'partner',
  'chair',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What there is to do: the rows of the permission matrix. */
export const MODULES = [
  'postings',
  'duties',
  'allocation',
  'consultation',
  'imports',
  'panels',
  'problem-solving',
  'performance',
  'evaluation',
  'high-harm',
  'professionalism',
  'critical-incident',
  'publishing',
  'audit',
  'users',
] as const;
export type Module = (typeof MODULES)[number];

export const ACTS = ['read', 'write', 'approve'] as const;
export type Act = (typeof ACTS)[number];

/**
 * How far a permission reaches, from the narrowest: what the person owns, their team, what their organisation takes part
 * in, the ward, the borough or the command unit of their role; or everywhere, where the module knows no place.
 */
export const REACHES = ['own', 'team', 'shared', 'ward', 'borough', 'unit', 'everywhere'] as const;
export type Reach = (typeof REACHES)[number];

/** What must be there besides the permission before a record is seen. */
export type Condition = 'reason' | 'step-up' | 'named-case';

/** Where a role is held. A ward lies in its borough and unit, a borough in its unit; null: the role is of the whole. */
export interface Scope {
  /** Name of the command unit; every role is held in one. */
  unit: string;
  /** Code of the borough; null for a role of the whole unit. */
  borough: string | null;
  /** Code of the ward; null for a role of more than one ward. */
  ward: string | null;
}

/** A role that a person holds on the day it is looked at. */
export interface Grant {
  role: Role;
  scope: Scope;
  /** The organisation the person acts for, such as "Camden Council"; null for the police. */
  organisation: string | null;
}

/** One thing a principal may do. */
export interface Permission {
  role: Role;
  module: Module;
  act: Act;
  reach: Reach;
  /** Where the role is held; null for a reach that knows no place. */
  scope: Scope | null;
  organisation: string | null;
  conditions: readonly Condition[];
  /** Only figures over many, never a record: "totals", "counts", "counts of 10 or more". */
  only: string | null;
}

/** What is asked about: everything that is known of where it is and whose. */
export interface Place {
  unit?: string | undefined;
  borough?: string | undefined;
  ward?: string | undefined;
  /** Identity of the person it is about or whose it is, such as "person:3f9c". */
  owner?: string | undefined;
  /** Identities of the people whose team it belongs to. */
  team?: readonly string[] | undefined;
  /** Organisations it is shared with by name. */
  sharedWith?: readonly string[] | undefined;
}

/** Who acts. */
export type Principal =
  /** Nobody signed in: sees what is published. */
  | { kind: 'visitor' }
  | {
      kind: 'person';
      /** Opaque, such as "person:3f9c". */
      person: string;
      grants: readonly Grant[];
      /** A made-up person of the demonstration. */
      demonstration: boolean;
      /** Whether a second factor was given a short while ago. */
      steppedUp: boolean;
    }
  /** Who runs the command line as the owner of the data folder; `as` is the person whose permissions are added. */
  | { kind: 'operator'; name: string; as: { person: string; grants: readonly Grant[] } | null }
  /** Wardroom itself, doing what nobody asked for: laying out reference areas, filling the demonstration. */
  | { kind: 'wardroom' };
