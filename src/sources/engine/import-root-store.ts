import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { hashLeaf, merkleRoot } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';

/**
 * What stands for everything an import brought, as long as it is held. A type, not an interface, so that it may be JSON.
 */
export type ImportRoot = {
  /**
   * Root over each row held of it, hexadecimal: the import itself, figures, months, what is held and lacking, boundaries,
   * lookups, weights, neighbourhoods. Not in it: which months it gives up (see readChosenRoot), when it was imported, and
   * the rows left out of it.
   */
  figures: string;
  /** Root over its files in the lake; left out where it has none. */
  lake?: string;
};

/** A file in the lake. */
export interface LakeFileHash {
  /** Below the data folder, with "/" between. */
  path: string;
  rows: number;
  /** Hexadecimal. */
  sha256: string;
}

/** A row as JSON; numbers with decimals go by their eight bytes, so that no digit is lost. */
const leaf = (parts: string) => `sha256('\\x00'::bytea || convert_to(json_build_array(${parts})::text, 'UTF8'))`;

const LEAVES = `
  select 1 as part, ${leaf(`'import', vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused, notices,
    first_month, last_month, boundary_versions, placed_later, command, imported_by`)} as leaf
  from sources.import where id = $id
  union all
  select 2, sha256('\\x00'::bytea || convert_to(json_build_array('series', boundary_version, area_code, category, publisher,
    first_month)::text, 'UTF8') || array_send(values)) from measures.series where import_id = $id
  union all
  select 3, ${leaf("'coverage', boundary_version, publisher, month, encode(float8send(total), 'hex')")}
  from measures.coverage where import_id = $id
  union all
  select 4, ${leaf("'boundary', version, code, name, borough_code, borough_name, polygons")}
  from geography.boundary where import_id = $id
  union all
  select 5, ${leaf("'lookup', from_set, to_set, codes, targets")} from geography.area_lookup where import_id = $id
  union all
  select 6, ${leaf("'neighbourhood', force, neighbourhood, part, body")}
  from geography.police_neighbourhood where import_id = $id
  union all
  select 7, ${leaf("'weight', version, source, offence, encode(float8send(weight), 'hex')")}
  from measures.harm_weight where import_id = $id
  union all
  select 8, ${leaf(`'holding', boundary_version, publisher, categories, first_month, encode(array_send(totals), 'hex')`)}
  from measures.holding where import_id = $id
  union all
  select 9, ${leaf(`'finding', boundary_version, publisher, month, state, area_codes, categories,
    encode(float8send(total), 'hex'), encode(float8send(expected), 'hex'), empty_areas, of_areas`)}
  from measures.finding where import_id = $id`;

const GIVEN_UP = leaf(`'given-up', import_id, by_import_id, boundary_version, publisher, area_codes, months,
  encode(array_send(totals), 'hex'), encode(array_send(by_totals), 'hex')`);

const answer = z.array(z.object({ leaves: z.instanceof(Uint8Array) })).length(1);

/**
 * The root over every row held of an import. Rows stand in the order of their hashes, so that it does not depend on how
 * a database sorts text.
 * @returns hexadecimal
 */
export async function readFiguresRoot(records: Records, importId: string): Promise<string> {
  const id = String(BigInt(importId));
  const { rows } = await sql`
    select coalesce(string_agg(leaf, ''::bytea order by part, leaf), ''::bytea) as leaves
    from (${sql.raw(LEAVES.replaceAll('$id', id))}) as held`.execute(records);
  return merkleRoot(answer.parse(rows)[0]?.leaves ?? new Uint8Array());
}

/**
 * The root over which import of a vintage is used for which month: what each of them gives up, and to which.
 * @returns hexadecimal
 */
export async function readChosenRoot(records: Records, vintage: string): Promise<string> {
  const { rows } = await sql`
    select coalesce(string_agg(leaf, ''::bytea order by leaf), ''::bytea) as leaves
    from (select ${sql.raw(GIVEN_UP)} as leaf from measures.given_up
      where import_id in (select id from sources.import where vintage = ${vintage})) as given`.execute(records);
  return merkleRoot(answer.parse(rows)[0]?.leaves ?? new Uint8Array());
}

/** The root over files of the lake, in the order of their paths; undefined where there are none. */
export function lakeRoot(files: readonly LakeFileHash[]): string | undefined {
  if (files.length === 0) return undefined;
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const leaves = sorted.map(({ path, rows, sha256 }) => hashLeaf(Buffer.from(JSON.stringify([path, rows, sha256]))));
  return merkleRoot(Buffer.concat(leaves));
}

/** SHA-256 of a file, hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  // Whole: a month of a force is a few megabytes, and there are hundreds of such files.
  return hash('sha256', await readFile(path), 'hex');
}

/** Hashes of the files that an import has in the lake; a file that is not there has none, and so never the right root. */
export async function readLakeHashes(records: Records, dataFolder: string, importId: string): Promise<LakeFileHash[]> {
  const { rows } = await sql`
    select path, "rows" from sources.lake_file where import_id = ${importId}::bigint order by path collate "C"`.execute(
    records,
  );
  const files = z.array(z.object({ path: z.string(), rows: z.number() })).parse(rows);
  const hashes: LakeFileHash[] = [];
  for (const { path, rows: held } of files) {
    const sha256 = await hashFile(join(dataFolder, path)).catch(() => '');
    hashes.push({ path: path.replaceAll('\\', '/'), rows: held, sha256 });
  }
  return hashes;
}
