import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Module } from '../access/model.ts';

/** What every kind of publication says of itself, whatever it is about. */
export interface KindOfPublication {
  kind: string;
  module: Module;
  disclosure: { because: string };
}

/**
 * Every kind that is published here, as app/ composes them from the domains.
 * @throws InvalidArgument when two have one name, or one does not say what its disclosure control does
 */
export function publicationKinds(kinds: readonly KindOfPublication[]): readonly KindOfPublication[] {
  const names = kinds.map(({ kind }) => kind);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) throw new InvalidArgument(`Two kinds of publication are called "${twice}".`);
  const silent = kinds.find(({ disclosure }) => disclosure.because.trim() === '');
  if (silent !== undefined)
    throw new InvalidArgument(`The kind of publication "${silent.kind}" does not say what may be known of it.`);
  return kinds;
}
