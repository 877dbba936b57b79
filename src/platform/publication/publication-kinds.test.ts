import { expect, it } from 'vitest';
import { noteKind } from '../../../test/builders/notes.ts';
import { publicationKind } from './publication-kind.ts';
import { publicationKinds } from './publication-kinds.ts';

it('takes each kind once, under a name of its domain', () => {
  const other = publicationKind({ ...noteKind, kind: 'panels.priority' });
  expect(publicationKinds([noteKind, other]).map(({ kind }) => kind)).toEqual(['panels.note', 'panels.priority']);
  expect(() => publicationKinds([noteKind, other, noteKind])).toThrow(
    'Two kinds of publication are called "panels.note"',
  );
  expect(() => publicationKind({ ...noteKind, kind: 'note' })).toThrow('is not named as "domain.thing"');
});

it('takes none that does not say what its disclosure control does', () => {
  const silent = { ...noteKind, disclosure: { ...noteKind.disclosure, because: ' ' } };
  expect(() => publicationKinds([silent])).toThrow('does not say what may be known of it');
});
