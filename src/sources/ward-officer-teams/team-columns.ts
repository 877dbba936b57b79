/** What a column is called: as the Datastore's page lists it, then as its workbook wrote it. Capitals do not matter. */
const SPELLINGS = {
  month: ['Month', 'Month of Abstraction'],
  borough: ['Borough'],
  boroughCode: ['Borough Code'],
  team: ['Team'],
  wardCodes: ['Ward Codes'],
  abstracted: ['Abstracted from Duty'],
  type: ['Abstraction Type'],
  minutes: ['Abstracted Minutes', 'Abstraction Minutes'],
  rostered: ['Rostered Minutes'],
} as const;

type TeamColumn = keyof typeof SPELLINGS;
const NEEDED = ['month', 'borough', 'team', 'abstracted', 'type', 'minutes'] as const satisfies readonly TeamColumn[];

/** Names that the columns have in a file; null for one that it has not. */
export type TeamColumns = Record<(typeof NEEDED)[number], string> & Record<TeamColumn, string | null>;

/**
 * Finds the columns of minutes by team.
 * @returns those that are lacking, as the Datastore names them, where any that is needed is
 */
export function teamColumns(columns: readonly string[]): TeamColumns | { lacking: string[] } {
  const named = (column: TeamColumn) =>
    columns.find((each) => SPELLINGS[column].some((spelling) => spelling.toLowerCase() === each.toLowerCase())) ?? null;
  const lacking = NEEDED.filter((column) => named(column) === null).map((column) => SPELLINGS[column][0]);
  if (lacking.length > 0) return { lacking };
  return {
    month: named('month') ?? '',
    borough: named('borough') ?? '',
    team: named('team') ?? '',
    abstracted: named('abstracted') ?? '',
    type: named('type') ?? '',
    minutes: named('minutes') ?? '',
    boroughCode: named('boroughCode'),
    wardCodes: named('wardCodes'),
    rostered: named('rostered'),
  };
}
