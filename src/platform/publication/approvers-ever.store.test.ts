import { expect, it } from 'vitest';
import { holdApprovers, personId } from '../../../test/builders/approvers.ts';
import { describeStores } from '../../../test/builders/records.ts';
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
});
