import { CENTRAL_NORTH } from '../../organisation/index.ts';
import { demonstrationEmail } from '../../platform/identity/index.ts';
import type { DemonstrationPerson } from '../../platform/identity/service.ts';

const unit = CENTRAL_NORTH.name;
const WHOLE_UNIT = { unit, borough: null, ward: null };
const CAMDEN = { unit, borough: 'E09000007', ward: null };
const ISLINGTON = { unit, borough: 'E09000019', ward: null };
/** Bloomsbury, in Camden: the ward of the demonstration's sergeant, officer and panel chair. */
const BLOOMSBURY = { unit, borough: 'E09000007', ward: 'E05013653' };

/**
 * Made-up people, one for each role of the permission matrix, and a second commander to approve what the first made. Their
 * names say so.
 */
export const DEMONSTRATION_PEOPLE: readonly DemonstrationPerson[] = [
  { role: 'command', name: 'Morgan Demo-Command', scope: WHOLE_UNIT, organisation: null, title: 'Commander' },
  {
    role: 'command',
    name: 'Sunita Demo-Superintendent',
    scope: WHOLE_UNIT,
    organisation: null,
    title: 'Superintendent',
    mailbox: 'superintendent',
  },
  { role: 'inspector', name: 'Indira Demo-Inspector', scope: CAMDEN, organisation: null },
  { role: 'analyst', name: 'Anouk Demo-Analyst', scope: WHOLE_UNIT, organisation: null },
  { role: 'sergeant', name: 'Sam Demo-Sergeant', scope: BLOOMSBURY, organisation: null },
  { role: 'officer', name: 'Olu Demo-Officer', scope: BLOOMSBURY, organisation: null },
  { role: 'specialist', name: 'Shira Demo-Specialist', scope: WHOLE_UNIT, organisation: null },
  { role: 'professionalism-lead', name: 'Priya Demo-Professionalism', scope: WHOLE_UNIT, organisation: null },
  { role: 'council', name: 'Casey Demo-Council', scope: ISLINGTON, organisation: 'Islington Council' },
  { role: 'partner', name: 'Pat Demo-Partner', scope: CAMDEN, organisation: 'Demonstration Homes' },
  { role: 'chair', name: 'Charlie Demo-Chair', scope: BLOOMSBURY, organisation: null },
  { role: 'auditor', name: 'Avery Demo-Auditor', scope: WHOLE_UNIT, organisation: null },
  { role: 'administrator', name: 'Alex Demo-Administrator', scope: WHOLE_UNIT, organisation: null },
];

/** What the sign-in page calls those who share a role, by their address. */
export const DEMONSTRATION_TITLES: ReadonlyMap<string, string> = new Map(
  DEMONSTRATION_PEOPLE.flatMap((one) => (one.title === undefined ? [] : [[demonstrationEmail(one), one.title]])),
);
