import { planKind, reviewNoticeKind } from '../allocation/service.ts';
import { charterKind } from '../evaluation/service.ts';
import { claimKind } from '../performance/service.ts';
import { publicationKinds } from '../platform/publication/index.ts';

/** Everything that is published by the one mechanism; each domain supplies its own. */
export const PUBLICATION_KINDS = publicationKinds([planKind, reviewNoticeKind, claimKind, charterKind]);
