import { countWords } from '../ui/count-words.ts';

interface Officers {
  dwo: number;
  pcso: number;
}

/** "3 officers and 1 PCSO". */
export function sayOfficers({ dwo, pcso }: Officers): string {
  return `${countWords(dwo, 'officer')} and ${countWords(pcso, 'PCSO')}`;
}

/** As printed in tables and hexagons: "3 + 1". */
export function officersPlusPcsos({ dwo, pcso }: Officers): string {
  return `${dwo} + ${pcso}`;
}
