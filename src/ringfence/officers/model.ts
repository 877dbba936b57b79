/** An officer of the post book, as a person who signed in is one. */
export interface ActingOfficer {
  /** Number in the records, never shown. */
  officer: number;
  /** Warrant or staff number. */
  reference: string;
  name: string;
  unit: string;
}

/** An officer of a ward, and the person who signs in as them. */
export interface LinkedOfficer {
  officer: number;
  reference: string;
  name: string;
  /** The rank of their post. */
  rank: string;
  /** Names of the wards of their post: one, two for a sergeant. */
  wards: string[];
  synthetic: boolean;
  /** null: nobody signs in as them. */
  person: { id: string; name: string; email: string } | null;
}
