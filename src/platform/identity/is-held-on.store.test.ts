import { expect, it } from 'vitest';
import { firstAdministrator, follow, secondPerson, signInPlace, wholeUnit } from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { isHeldOn } from './is-held-on.ts';
import { addPerson, approveRole, endRole, listGrants, proposeRole, rolesHeldOn } from './service.ts';

const DAYS = [
  '2026-03-09',
  '2026-03-10',
  '2026-03-11',
  '2026-03-14',
  '2026-03-15',
  '2026-03-16',
  '2026-03-20',
  '2026-03-21',
];

describeStores('whether a role was held on a day', (open) => {
  it('is told of a list as the records tell it of a person', async () => {
    const { database, close } = await open();
    const place = await signInPlace(database);
    const { person: ada } = await firstAdministrator(place);
    const bo = { name: 'Bo Second', email: 'bo@example.gov.uk', organisation: null, firstUnit: 'Central North' };
    const added = await addPerson(await place.asPerson(ada), bo);
    if (added.kind !== 'done') throw new Error('not added');
    const { person } = await follow(place, added.link);
    const second = await secondPerson(place, ada);
    const asked = [
      { ...wholeUnit(person, 'analyst'), from: '2026-03-11', until: '2026-03-20' },
      { ...wholeUnit(person, 'specialist'), from: '2026-03-10', until: null },
      { ...wholeUnit(person, 'auditor'), from: '2026-03-10', until: '2026-03-14' },
    ];
    for (const [index, role] of asked.entries()) {
      const proposed = await proposeRole(await place.asPerson(ada), role);
      if (proposed.kind !== 'done') throw new Error(JSON.stringify(proposed));
      // The last one stays proposed.
      if (index < 2) await approveRole(second, proposed.grant.id);
      if (index === 1) {
        place.later(5 * 86_400);
        await endRole(await place.asPerson(ada), { grant: proposed.grant.id, reason: 'moved' });
        place.later(-5 * 86_400);
      }
    }
    const grants = await listGrants(place.system, null);
    for (const date of DAYS) {
      const listed = grants.filter((grant) => grant.person === person && isHeldOn(grant, date)).map(({ id }) => id);
      const told = (await rolesHeldOn(place.system, { person, date })).map(({ id }) => id);
      expect([date, listed.toSorted()]).toEqual([date, told.toSorted()]);
    }
    expect(grants.filter((grant) => isHeldOn(grant, '2026-03-12'))).toHaveLength(4);
    await close();
  });
});
