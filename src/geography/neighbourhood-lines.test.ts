import { expect, it } from 'vitest';
import type { NeighbourhoodParts } from './neighbourhood-body.ts';
import { neighbourhoodLines } from './neighbourhood-lines.ts';

const event = (title: string, startsAt: string | null, endsAt: string | null = null) => ({
  title,
  type: null,
  description: null,
  address: null,
  startsAt,
  endsAt,
  contact: {},
});
const PARTS: NeighbourhoodParts = {
  force: 'kent',
  neighbourhood: 'X1',
  details: {
    name: 'Harbour',
    description: 'First line\nsecond line',
    website: null,
    contact: { email: 'x@example.org' },
    centre: null,
    links: [],
    locations: [],
  },
  people: null,
  priorities: [
    { issue: 'Older', issuedOn: '2025-01-01', action: 'Patrols', actedOn: '2025-02-03' },
    { issue: 'Newer\nsecond line', issuedOn: '2025-03-01', action: null, actedOn: null },
  ],
  events: [
    event('Long ago', '2024-01-01T10:00'),
    event('Lately', '2026-02-01T10:00'),
    event('Later', '2026-04-01T10:00', '2026-04-02T09:00'),
    event('Next', '2026-03-01T10:00', '2026-03-01T12:30'),
  ],
  boundary: [
    [0, 51],
    [1, 51],
    [1, 52],
  ],
  sources: [{ part: 'details', file: 'x.json', importedOn: '2026-01-02' }],
};

it('says what is held, priorities from the latest and events from the next', () => {
  expect(neighbourhoodLines(PARTS, '2026-03-01')).toEqual([
    'Harbour (kent/X1)',
    'First line',
    'second line',
    'email: x@example.org',
    '',
    'Team: not held.',
    '',
    'Priorities (2)',
    '  1 March 2025: Newer',
    '    second line',
    '    no action recorded',
    '  1 January 2025: Older',
    '    3 February 2025: Patrols',
    '',
    'Events (4)',
    '  1 March 2026, 10:00 to 12:30: Next',
    '  1 April 2026, 10:00 to 2 April 2026, 09:00: Later',
    '  1 February 2026, 10:00 (past): Lately',
    '  1 January 2024, 10:00 (past): Long ago',
    '',
    'Its boundary is held, with 3 points.',
    'From data.police.uk: details of "x.json", imported on 2 January 2026.',
  ]);
});
