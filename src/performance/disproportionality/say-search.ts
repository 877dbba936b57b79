/** Objects of searches as people call them. */
const OBJECTS: Record<string, string> = {
  drugs: 'Drugs',
  weapons: 'Weapons',
  'stolen-property': 'Stolen property',
  'tools-for-theft': 'Tools for theft',
  'criminal-damage': 'Tools for criminal damage',
  other: 'Other objects',
};

const OUTCOMES: Record<string, string> = {
  arrest: 'Arrest',
  caution: 'Caution',
  'community-resolution': 'Community resolution',
  'drugs-warning': 'Drugs warning',
  'penalty-notice': 'Penalty notice',
  summons: 'Summons or charge by post',
  'no-further-action': 'No further action',
};

/** Objects and outcomes that can be asked for, with what they are called. */
export const OBJECT_CHOICES = Object.entries(OBJECTS).map(([value, text]) => ({ value, text }));
export const OUTCOME_CHOICES = Object.entries(OUTCOMES).map(([value, text]) => ({ value, text }));

/** An object of searches, such as "Stolen property". */
export function sayObject(object: string): string {
  return OBJECTS[object] ?? 'Object not stated';
}

/** An outcome of searches, such as "No further action". */
export function sayOutcome(outcome: string): string {
  return OUTCOMES[outcome] ?? 'Outcome not stated';
}

/** Whether the outcome says that something was done: an arrest, a caution, a resolution; null where it says nothing. */
export function wasFollowed(outcome: string): boolean | null {
  return OUTCOMES[outcome] === undefined ? null : outcome !== 'no-further-action';
}
