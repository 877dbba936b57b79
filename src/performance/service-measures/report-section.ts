import type { Built } from './built.ts';
import type { SectionReport, ServiceSection } from './model.ts';

/** What each section is called, and the folder of the source that brings it. */
const SECTIONS: Record<ServiceSection, { title: string; source: string }> = {
  attendance: { title: 'Attendance at residential burglaries', source: 'burglary-attendance' },
  response: { title: 'Response times', source: 'response-times' },
  survey: { title: 'Satisfaction and trust', source: 'service-survey' },
  outcomes: { title: 'Outcomes', source: 'crime-outcomes' },
  charges: { title: 'Charges', source: 'charges' },
  backlog: { title: 'Backlog', source: 'backlog' },
  'asb-calls': { title: 'Calls about anti-social behaviour', source: 'asb-calls' },
};

/** A section with its title and where its figures come from, or why it has none and which file would bring them. */
export function reportSection<Section extends object>(
  name: ServiceSection,
  built: Built<Section>,
): SectionReport<Section> {
  const { title, source } = SECTIONS[name];
  if ('because' in built) return { kind: 'lacking', title, because: built.because, source };
  const { section, used } = built;
  const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].toSorted();
  return {
    ...section,
    title,
    vintage: distinct(used.map(({ vintage }) => vintage)).join(' and '),
    sources: distinct(used.flatMap(({ files }) => files)),
    synthetic: used.some(({ synthetic }) => synthetic),
  };
}
