import type { Post } from '../../post-book.ts';
import { findRank } from '../../reference/ranks.ts';
import { STRANDS } from '../../reference/strands.ts';
import {
  amount,
  borough,
  DAYS,
  day,
  free,
  named,
  oneOf,
  optional,
  otherwise,
  rank,
  readDays,
  wardList,
  writeDays,
} from '../column.ts';
import { bookKind } from '../kind.ts';
import { readShares, shares } from './read-shares.ts';
import { readWards } from './read-wards.ts';

/** Wards that a sergeant may have. */
const MOST_WARDS = { sergeant: 2, other: 1 };

export const posts = bookKind({
  one: 'post',
  many: 'posts',
  says: 'A seat for one person, filled or not, for at most one full-time equivalent.',
  columns: {
    reference: named('the unit’s own name for it, unlike any other'),
    title: named('what it is called'),
    rank: rank(),
    strand: oneOf('strand', STRANDS),
    team: optional(named('team')),
    duty: oneOf('where its duties are', ['ward', 'pan-borough', 'leadership']),
    fte: otherwise(amount('full-time equivalents', 0, 1, true), 1, '1'),
    boroughs: shares(),
    wards: wardList('names or codes of its ward, or of a sergeant’s one or two'),
    boundary_version: optional(named('ward set of its wards; that of its first day where empty')),
    ward_class: optional(oneOf('what a ward post counts as', ['floor', 'extra'])),
    leads_borough: optional(borough('borough whose named superintendent it is')),
    leads_strand: optional(oneOf('strand it leads across boroughs', STRANDS)),
    funded_by: optional(named('who pays, when not the force')),
    funded_until: optional(day('last day that is paid for')),
    moved_from: optional(named('unit that gave the post up')),
    expected_filled: optional(day('day a vacancy is expected to be filled')),
    ...DAYS,
    source: free('where it was taken from'),
  },
  build(values, places) {
    const days = readDays(values);
    if ('because' in days) return days;
    const during = days.value;
    const asked = { wards: values.wards, version: values.boundary_version, during };
    const found = values.wards.length === 0 ? null : readWards('wards', asked, places);
    if (found !== null && 'because' in found) return found;
    const shared = readShares(values.boroughs, found?.value ?? null);
    if ('because' in shared) return shared;
    const post: Post = {
      reference: values.reference,
      title: values.title,
      rank: values.rank,
      strand: values.strand,
      team: values.team,
      duty: values.duty,
      fullTimeEquivalents: values.fte,
      shares: shared.value,
      wards: found?.value.wards ?? [],
      boundaryVersion: found?.value.boundaryVersion ?? null,
      wardClass: values.ward_class,
      leadsBorough: values.leads_borough,
      leadsStrand: values.leads_strand,
      fundedBy: values.funded_by,
      fundedUntil: values.funded_until,
      movedFrom: values.moved_from,
      expectedFilled: values.expected_filled,
      during,
      source: values.source,
    };
    const because = whyNotWardPost(post);
    return because === null ? { value: post } : { because };
  },
  values: ({ wards, boundaryVersion, ...post }) => ({
    reference: post.reference,
    title: post.title,
    rank: post.rank,
    strand: post.strand,
    team: post.team,
    duty: post.duty,
    fte: post.fullTimeEquivalents,
    boroughs: post.shares,
    wards: wards.map((code) => ({ text: code, version: boundaryVersion })),
    boundary_version: wards.length === 0 ? null : boundaryVersion,
    ward_class: post.wardClass,
    leads_borough: post.leadsBorough,
    leads_strand: post.leadsStrand,
    funded_by: post.fundedBy,
    funded_until: post.fundedUntil,
    moved_from: post.movedFrom,
    expected_filled: post.expectedFilled,
    ...writeDays(post.during),
    source: post.source,
  }),
  key: ({ reference }) => [reference],
  called: ({ reference }) => `post ${reference}`,
});

/** What a post may not be, by its rank and duty. */
function whyNotWardPost({ rank, duty, wards, wardClass }: Post): string | null {
  if (duty !== 'ward' && (wards.length > 0 || wardClass !== null))
    return `duty: a post with ${wards.length > 0 ? 'a ward' : 'a ward class'} is a ward post: write ward, or leave wards and ward_class empty.`;
  const supervises = (findRank(rank)?.order ?? 0) >= 2;
  if (supervises && wards.length > MOST_WARDS.sergeant)
    return `wards: ${wards.length} are named and a sergeant has at most ${MOST_WARDS.sergeant}: give the others to another post.`;
  if (!supervises && wards.length > MOST_WARDS.other)
    return `wards: ${wards.length} are named and the post of a ${rank} is in one: give each its own post.`;
  return null;
}
