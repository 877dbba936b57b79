import type { Act, Module, Place } from '../access/index.ts';
import { inTransaction } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import type { PublicationItem, PublicationPlace, PublishedItem } from './model.ts';
import type { DisclosureEngine } from './protect-snapshot.ts';
import type { PublicationKind } from './publication-kind.ts';
import { readItem } from './store.ts';

/** Which of what was published readers see in place of a draft. @param standing not withdrawn, the latest first */
export type ChooseBefore = (
  standing: readonly PublishedItem[],
  draft: Pick<PublicationItem, 'inForceFrom' | 'facets'>,
) => PublishedItem | null;

/** What the steps of one kind of publication work with. */
export interface Setting<Content, Snapshot> {
  kind: PublicationKind<Content, Snapshot>;
  chooseBefore: ChooseBefore;
  engine: DisclosureEngine;
}

/** The name of a function of a kind, as the audit has it: "allocation.approve-plan". */
export function nameOf({ kind }: { kind: string }, move: string): string {
  const [domain = '', thing = ''] = kind.split('.');
  return `${domain}.${move}-${thing}`;
}

export const asPlace = ({ unit, borough, ward }: PublicationPlace): Place => ({
  unit: unit ?? undefined,
  borough: borough ?? undefined,
  ward: ward ?? undefined,
});

/** The rule of a function about one item: it is checked where the item is; one that may not be seen is nowhere. */
export function ruleAtItem<Content, Snapshot>(kind: PublicationKind<Content, Snapshot>, move: string, act: Act) {
  return {
    name: nameOf(kind, move),
    module: kind.module satisfies Module,
    act,
    place: async (platform: Platform, { id }: { id: string }): Promise<Place | null> => {
      const item = await inTransaction(platform, (trx) => readItem(trx, kind.kind, id));
      return item === null ? null : asPlace(item.place);
    },
  };
}
