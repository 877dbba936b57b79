/** Kinds of incident that files of data.police.uk hold, by the name of their folder in the lake; in order of weight. */
export const INCIDENT_KINDS = ['street', 'stop-and-search', 'outcomes'] as const;

export type IncidentKindName = (typeof INCIDENT_KINDS)[number];

/** Whether what a file is kept as holds incidents, which are placed in the wards that are held. */
export function isIncidentKind(kind: string): kind is IncidentKindName {
  return INCIDENT_KINDS.some((each) => each === kind);
}
