/** Types of the force's own open data on dedicated ward officers, as its files write them. */
export type DatastoreType =
  | 'Aid'
  | 'CAD'
  | 'Court'
  | 'Custody'
  | 'Local Aid'
  | 'Staffing Up'
  | 'Training'
  | 'Not Abstracted';

/** A class of absence. */
interface ReasonRule {
  reason: string;
  /** As pages say it. */
  title: string;
  /** What it means, where the title does not say all: one sentence. */
  meaning: string;
  datastore: DatastoreType;
}

/** Everything an officer may be away for, in the order in which it is offered; see docs/methods/ring-fence.md. */
export const REASONS = [
  { reason: 'response', title: 'Emergency response', meaning: 'Answering an emergency call.', datastore: 'CAD' },
  {
    reason: 'staffing-up',
    title: 'Filling a gap in a response team',
    meaning: 'Posted to a response team for the duty or part of it.',
    datastore: 'Staffing Up',
  },
  {
    reason: 'aid-borough',
    title: 'Aid inside the borough',
    meaning: 'Other work in the borough of the ward.',
    datastore: 'Local Aid',
  },
  {
    reason: 'aid-unit',
    title: 'Aid to another borough of the unit',
    meaning: 'Work in another borough of the command unit.',
    datastore: 'Local Aid',
  },
  {
    reason: 'aid-force',
    title: 'Aid elsewhere in the force',
    meaning: 'Work outside the command unit.',
    datastore: 'Aid',
  },
  { reason: 'aid-other-force', title: 'Aid to another force', meaning: 'Mutual aid.', datastore: 'Aid' },
  {
    reason: 'cover-ward',
    title: 'Covering another ward',
    meaning: 'Work in a ward that is not theirs, in place of its own officers.',
    datastore: 'Local Aid',
  },
  { reason: 'custody', title: 'Custody', meaning: 'Working in custody.', datastore: 'Custody' },
  {
    reason: 'constant-watch',
    title: 'Constant watch or hospital guard',
    meaning: 'Watching a detained person.',
    datastore: 'Custody',
  },
  { reason: 'scene-guard', title: 'Guarding a scene', meaning: 'Guarding a scene or cordon.', datastore: 'Local Aid' },
  {
    reason: 'court-own-case',
    title: 'Court, for their own case',
    meaning: 'Giving evidence in a case of their own.',
    datastore: 'Court',
  },
  {
    reason: 'court-other',
    title: 'Court, for other work',
    meaning: 'At court for anything else.',
    datastore: 'Court',
  },
  { reason: 'training', title: 'Training', meaning: 'Being trained.', datastore: 'Training' },
  {
    reason: 'attachment',
    title: 'Acting up or attached elsewhere',
    meaning: 'Acting up, secondment or attachment that is too short to be a vacancy.',
    datastore: 'Staffing Up',
  },
  {
    reason: 'union',
    title: 'Federation or union duty',
    meaning: 'Work for the Police Federation or a union.',
    datastore: 'Training',
  },
  {
    reason: 'occupational-health',
    title: 'Occupational health',
    meaning: 'An appointment with occupational health.',
    datastore: 'Training',
  },
  {
    reason: 'event',
    title: 'Carnival or New Year’s Eve',
    meaning: 'Ordered to one of the named events.',
    datastore: 'Aid',
  },
  {
    reason: 'major-emergency',
    title: 'Major emergency',
    meaning: 'Ordered to a major emergency that was authorised.',
    datastore: 'Aid',
  },
  {
    reason: 'rest-day-given-back',
    title: 'Rest day given back',
    meaning: 'A rest day that an order took, given back on a day of duty: counted as that order was.',
    datastore: 'Aid',
  },
  {
    reason: 'ward-work',
    title: 'Ward work away from the ward',
    meaning: 'An arrest of the ward’s own, with its custody and statements, or a ward panel.',
    datastore: 'Not Abstracted',
  },
  { reason: 'other', title: 'Something else', meaning: 'Said in the note.', datastore: 'Local Aid' },
] as const satisfies readonly ReasonRule[];

export type Reason = (typeof REASONS)[number]['reason'];
