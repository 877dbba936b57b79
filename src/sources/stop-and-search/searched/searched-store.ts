import { z } from 'zod';
import type { Lake } from '../../../platform/lake/index.ts';
import { asTenMillionths, type Points } from '../../incidents/points-store.ts';
import { quoted } from '../../incidents/rows-store.ts';
import { SEARCH_KEYS, searchKeySql } from './search-key.ts';

/** Places of searches without a location, and of those outside every area, before the areas' own. */
export const UNLOCATED = 0;
export const OUTSIDE = 1;
export const FIRST_AREA = 2;

/** Makes the view `search` of the files of the lake, each row with its file's place, its key and its point. */
export async function openSearches(lake: Lake, paths: readonly string[]): Promise<void> {
  const rows = paths.map((path, at) => `(${at}, ${quoted(path)})`).join(', ');
  await lake.query(`create table lake_file as select * from (values ${rows}) as listed(position, path)`);
  await lake.query(`
    create view search as
    select lake_file.position as file, ${searchKeySql()} as key,
      ${asTenMillionths('longitude')} as x, ${asTenMillionths('latitude')} as y
    from read_parquet([${paths.map(quoted).join(', ')}], filename = true, union_by_name = true) as read
    join lake_file on lake_file.path = read.filename`);
}

/** The different points of all searches. */
export async function searchedPoints(lake: Lake): Promise<Points> {
  const { x = [], y = [] } = await lake.columns('select distinct x, y from search where x is not null');
  return { x: Int32Array.from(x, Number), y: Int32Array.from(y, Number) };
}

/** Keeps the place of each point's area in the table `point`. */
export async function placePoints(lake: Lake, { x, y }: Points, places: Int32Array): Promise<void> {
  await lake.query('create table point (x integer, y integer, place integer)');
  await lake.append('point', [
    { type: 'integer', values: x },
    { type: 'integer', values: y },
    { type: 'integer', values: places },
  ]);
}

const counted = z.object({ cell: z.array(z.number()), searches: z.array(z.number()) });

/**
 * Searches of some files by cell: (place × files + file) × {@link SEARCH_KEYS} + key, in order.
 * @param span places of the first and last file counted, among all
 */
export async function countSearches(
  lake: Lake,
  files: number,
  span: { first: number; last: number },
): Promise<{ cell: number[]; searches: number[] }> {
  return counted.parse({
    ...{ cell: [], searches: [] },
    ...(await lake.columns(`
      select ((coalesce(place, if(search.x is null, ${UNLOCATED}, ${OUTSIDE}))::bigint * ${files} + file)
        * ${SEARCH_KEYS} + key)::double as cell, count(*)::integer as searches
      from search left join point on point.x = search.x and point.y = search.y
      where file between ${span.first} and ${span.last}
      group by all order by all`)),
  });
}
