import { expect, it } from 'vitest';
import { holdApprovers, personId } from '../../../test/builders/approvers.ts';
import { signInPlace } from '../../../test/builders/people.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { beginDemonstration, offeredPeople } from '../identity/service.ts';
import { readApproversEver } from './store.ts';

describeStores('who could have been the second person', (open) => {
  it('is nobody, then only the one there is, who is a second person to everybody else', async () => {
    const { records, close } = await open();
    const ever = (approver: string) => readApproversEver(records, approver);
    expect(await ever(personId('b'))).toBe('none');
    await holdApprovers(records, ['b']);
    expect(await ever(personId('b'))).toBe('one');
    expect(await ever(personId('a'))).toBe('several');
    expect(await ever('cli:anna')).toBe('several');
    await close();
  });

  it('is another made-up person to a made-up one, and to nobody else', async () => {
    const { database, records, close } = await open();
    const place = await signInPlace(database);
    const made = {
      scope: { unit: 'Central North', borough: null, ward: null },
      organisation: null,
      role: 'command',
    } as const;
    const ever = (approver: string) => readApproversEver(records, approver);
    await beginDemonstration(place.system, [{ ...made, name: 'Made-up command' }]);
    const [commander] = await offeredPeople(place.system);
    expect(await ever(commander?.person ?? '')).toBe('one');
    await beginDemonstration(place.system, [{ ...made, name: 'Made-up superintendent', mailbox: 'superintendent' }]);
    expect(await ever(commander?.person ?? '')).toBe('several');
    expect([await ever(personId('b')), await ever('cli:anna')]).toEqual(['none', 'none']);
    await close();
  });
});
