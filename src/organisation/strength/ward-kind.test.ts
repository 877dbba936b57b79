import { expect, test } from 'vitest';
import { wardKindOf } from './ward-kind.ts';

test('constables, detectives on rotation among them, and PCSOs count; sergeants, staff and strangers do not', () => {
  expect(
    ['Constable', 'Detective Constable', 'PCSO', 'Sergeant', 'Police Staff', 'Inspector', 'Admiral'].map(wardKindOf),
  ).toEqual(['dwo', 'dwo', 'pcso', null, null, null, null]);
});
