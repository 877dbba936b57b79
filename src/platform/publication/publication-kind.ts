import type { Decision, DisclosureRule, Release } from '../../lib/disclosure/index.ts';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Module } from '../access/model.ts';
import type { Described, Facets } from './model.ts';

/** What a domain says about what of a snapshot may be known. */
export interface KindDisclosure<Snapshot> {
  /** Every rule there was and is, with its dates; none where no count can tell of a person. */
  rules: readonly DisclosureRule[];
  /** One sentence for readers: what is hidden, or why nothing is. */
  because: string;
  /**
   * Every count of the snapshot, and the sums that readers can make. A key names a figure over all releases, with its
   * period: of two releases, the same count under the same key is one figure.
   */
  release: (snapshot: Snapshot) => Pick<Release, 'cells' | 'relations'>;
  /** The snapshot with what may not be known taken out. */
  protect: (snapshot: Snapshot, decisions: readonly Decision[]) => Snapshot;
  /** The counts that readers of a protected snapshot see, by the keys of `release`. */
  visible: (protectedSnapshot: Snapshot) => readonly { key: string; count: number }[];
}

/** A kind of thing that is published, as its domain supplies it. */
export interface PublicationKind<Content, Snapshot> {
  /** Domain and thing: "allocation.plan". */
  kind: string;
  /** Whose readers see drafts, whose writers make them, and whose approvers approve. */
  module: Module;
  /** What it is called, such as "Plan of Central North". */
  title: (key: string) => string;
  /** @throws z.ZodError when a stored content is not one */
  parseContent: (json: unknown) => Content;
  /** @throws z.ZodError when a stored snapshot is not one */
  parseSnapshot: (json: unknown) => Snapshot;
  /** What of a content is for readers, before disclosure control. */
  snapshotOf: (content: Content) => Snapshot;
  /** Published with a snapshot, and so made of the protected one. */
  facetsOf: (snapshot: Snapshot) => Facets;
  /** Fields by which elements of lists are told apart, for comparison. */
  identify: readonly string[];
  /** What would change for a reader; `before` is null where nothing is published. */
  describe: (before: Snapshot | null, after: Snapshot) => Described;
  disclosure: KindDisclosure<Snapshot>;
  /** Whether a withdrawn snapshot can still be read, or only that there was one, from when and why it was withdrawn. */
  afterWithdrawal: 'readable' | 'fact only';
}

/**
 * Declares a kind of publication.
 * @throws InvalidArgument when its name is not "domain.thing"
 */
export function publicationKind<Content, Snapshot>(
  kind: PublicationKind<Content, Snapshot>,
): PublicationKind<Content, Snapshot> {
  if (!/^[a-z-]+[.][a-z-]+$/.test(kind.kind))
    throw new InvalidArgument(`The kind of publication "${kind.kind}" is not named as "domain.thing".`);
  return kind;
}
