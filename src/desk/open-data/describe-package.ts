import { type OpenTable, toDataPackage } from '../../lib/tables/index.ts';

/** Name of every package Wardroom writes, by which it knows its own. */
export const PACKAGE_NAME = 'wardroom-open-data';
export const DESCRIPTOR = 'datapackage.json';

/**
 * The descriptor of all tables together, for datapackage.json.
 * @param made instant, ISO
 */
export function describePackage(unit: string, made: string, tables: readonly OpenTable[]): object {
  return toDataPackage({
    name: PACKAGE_NAME,
    title: `Wardroom open data: ${unit}`,
    description: `Everything that Wardroom publishes of ${unit}: areas, measures and their figures, where they come from, how complete they are, the demand index and the plan in force. Nothing in it names a person.`,
    version: versionOf(made),
    made,
    tables,
  });
}

/** The day as a version: 2026-03-01 is 2026.3.1. */
function versionOf(made: string): string {
  return made.slice(0, 10).split('-').map(Number).join('.');
}
