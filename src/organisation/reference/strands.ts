/**
 * The four parts of local policing that a command unit brings together, each led by a superintendent across boroughs.
 * @source Metropolitan Police Service, news of 18 November 2016
 */
export const STRANDS = ['neighbourhoods', 'response', 'investigation', 'protecting vulnerable people'] as const;
export type Strand = (typeof STRANDS)[number];
