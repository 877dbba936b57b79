import type { WardTeam } from './ward-teams.ts';

/**
 * Since when the book says who is posted in the ward teams of each borough, by code: the first day of the first posting to
 * one of them. Before it, and where there is none, nobody knows: that is not an empty ward.
 */
export function recordedSince(teams: readonly WardTeam[]): Map<string, string> {
  const since = new Map<string, string>();
  for (const { ward, posts } of teams)
    for (const { members } of posts)
      for (const { posting } of members) {
        const first = since.get(ward.boroughCode);
        if (first === undefined || posting.during.from < first) since.set(ward.boroughCode, posting.during.from);
      }
  return since;
}

/** Whether the book says by a date who is posted in the ward teams of a borough. */
export function isRecorded(since: ReadonlyMap<string, string>, boroughCode: string, date: string): boolean {
  const first = since.get(boroughCode);
  return first !== undefined && first <= date;
}
