import { CATALOGUE } from '../../measures/index.ts';
import { isForLargeAreasOnly, isOnlyFewPeople } from './few-people.ts';
import type { Partition } from './model.ts';
import { PARTITIONS } from './partitions.ts';

/** Measures whose counts bear on each other, decided together. */
export interface Family {
  measures: readonly string[];
  partitions: readonly Partition[];
}

/** Every measure about few people, with the sums it is part of; each is in one family. */
export function familiesOfFewPeople(): Family[] {
  const few = CATALOGUE.filter(
    ({ categories, adds }) => adds && isOnlyFewPeople(categories) && !isForLargeAreasOnly(categories),
  ).map(({ name }) => name);
  const summed = [...new Set(PARTITIONS.map(({ total }) => total))].map((total): Family => {
    const partitions = PARTITIONS.filter((each) => each.total === total);
    return { measures: [total, ...partitions.flatMap(({ parts }) => parts)], partitions };
  });
  const inSums = new Set(summed.flatMap(({ measures }) => measures));
  return [...summed, ...few.filter((name) => !inSums.has(name)).map((name) => ({ measures: [name], partitions: [] }))];
}
