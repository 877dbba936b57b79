import type { Course } from '../post-book.ts';
import type { PostedOfficer } from './posted-officers.ts';

/**
 * Whether a course is required of somebody: of everyone; or of who matches each list that is not empty, their rank the one
 * and one of their teams the other. A course with neither is a skill one may hold.
 */
export function isRequiredOf({ requiredOf: { everyone, ranks, teams } }: Course, officer: PostedOfficer): boolean {
  if (everyone) return true;
  if (ranks.length === 0 && teams.length === 0) return false;
  const ofRank = ranks.length === 0 || (officer.rank !== null && ranks.includes(officer.rank));
  return ofRank && (teams.length === 0 || officer.teams.some((team) => teams.includes(team)));
}
