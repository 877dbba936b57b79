import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { Cluster, PostBook } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';

/** Told by cluster and day: a ward its set does not have, a ward of another borough, a ward in two clusters, and a set that is over. */
export const clusterWhole: OrganisationRule = {
  name: 'cluster-whole',
  sentence:
    'Every ward of a cluster is a ward of its borough on the day, and of no other cluster; a cluster ends with its ward set.',
  source: OWN,
  judge({ book, asAt }) {
    const subjects = book.clusters.map((cluster): Subject => {
      const wards = wardsOf(book, cluster);
      const others = book.clusters.filter((other) => other !== cluster && sharedWards(cluster, other).length > 0);
      const faultOn = (date: string) => (isOn(cluster.during, date) ? fault(cluster, { wards, others }, date) : null);
      return {
        where: cluster.name,
        on: (date) => (faultOn(date) === null ? 'kept' : 'broken'),
        rows: () => [
          cluster.during,
          ...others.map(({ during }) => during),
          ...wards.flatMap(({ ward }) => (ward === undefined ? [] : [ward.during])),
        ],
        say: () => faultOn(asAt) ?? '',
      };
    });
    return judgeEach(this.name, asAt, subjects);
  },
};

interface ClusterWard {
  code: string;
  /** Undefined: its ward set has no such ward. */
  ward: PostBook['wards'][number] | undefined;
}

function fault(cluster: Cluster, around: { wards: ClusterWard[]; others: Cluster[] }, date: string): string | null {
  const name = ({ code, ward }: ClusterWard) => ward?.name ?? code;
  const { wards } = around;
  const strangers = wards.filter(({ ward }) => ward === undefined);
  if (strangers.length > 0)
    return `${cluster.name} has ${andList(strangers.map(name))}, which ${cluster.boundaryVersion} does not have: take the wards of that set.`;
  const elsewhere = wards.filter(({ ward }) => ward?.boroughCode !== cluster.boroughCode);
  if (elsewhere.length > 0)
    return `${cluster.name} has ${andList(elsewhere.map(name))} of another borough: a cluster lies in one borough.`;
  if (wards.some(({ ward }) => ward !== undefined && !isOn(ward.during, date)))
    return `${cluster.name} has wards of ${cluster.boundaryVersion}, which are not in force on this day: end it with its ward set, and lay out a cluster of the wards that follow.`;
  const other = around.others.find(({ during }) => isOn(during, date));
  if (other === undefined) return null;
  const both = wards.filter(({ code }) => sharedWards(cluster, other).includes(code));
  return `${andList(both.map(name))} ${both.length === 1 ? 'is' : 'are'} in ${cluster.name} and in ${other.name} at once: leave each ward in one cluster.`;
}

const wardsOf = (book: PostBook, { wards, boundaryVersion }: Cluster): ClusterWard[] =>
  wards.map((code) => ({
    code,
    ward: book.wards.find((ward) => ward.code === code && ward.boundaryVersion === boundaryVersion),
  }));

const sharedWards = (one: Cluster, other: Cluster) =>
  one.boundaryVersion === other.boundaryVersion ? one.wards.filter((ward) => other.wards.includes(ward)) : [];
