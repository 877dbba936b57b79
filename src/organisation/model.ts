/** A command unit: one or more boroughs policed under one commander. */
export interface CommandUnit {
  name: string;
  force: string;
  boroughs: UnitBorough[];
  source: string;
}

export interface UnitBorough {
  code: string;
  name: string;
  /** First day the borough belonged to the unit. */
  from: string;
  until: string | null;
}

/** Full-time equivalents of one rank in a borough's budgeted workforce for a year. */
export interface BudgetedRank {
  boroughCode: string;
  /** As published, such as "Year 1". */
  year: string;
  rank: string;
  fullTimeEquivalents: number;
  source: string;
}

/** A named post outside the ward teams. */
export interface NamedPost {
  boroughCode: string;
  team: string;
  title: string;
  rank: string | null;
  /** Full-time equivalents this borough's list shows, shared posts in full. */
  fullTimeEquivalents: number;
  /** Borough it is shared with; null when the borough has it alone. */
  sharedWith: string | null;
  /** Who pays, when not the force. */
  fundedBy: string | null;
  source: string;
}

/** A borough's published establishment: what is budgeted, and the posts named so far. */
export interface PublishedWorkforce {
  boroughCode: string;
  boroughName: string;
  year: string;
  ranks: BudgetedRank[];
  posts: NamedPost[];
}
