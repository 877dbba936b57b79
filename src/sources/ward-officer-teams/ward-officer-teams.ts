import type { TextSource } from '../text-source.ts';
import { readTeams } from './read-teams.ts';
import { teamColumns } from './team-columns.ts';

/** Dedicated ward officers' minutes by team and month: one row for each type of abstraction. */
export const WARD_OFFICER_TEAMS: TextSource = {
  kind: 'ward-officer-teams',
  title: 'Dedicated ward officers’ minutes by team and month',
  reads: 'dedicated ward officers’ minutes by team',
  knows(head) {
    if (head.kind !== 'csv') return false;
    const columns = teamColumns(head.columns);
    if (!('lacking' in columns)) return true;
    const [lacking, another] = columns.lacking;
    if (another !== undefined || lacking === undefined) return false;
    return {
      refused: `looks like the dedicated ward officers’ minutes by team without the column "${lacking}": download it again`,
    };
  },
  read: (text, { now }) => readTeams(text, now),
};
