/** A neighbourhood as the API names it. */
export interface NamedNeighbourhood {
  force: string;
  neighbourhood: string;
}

const ABOUT = /^([a-z]+(?:-[a-z]+)*)\/([^/\s][^/]{0,59})$/i;

/**
 * The neighbourhood that `--about` names as FORCE/NEIGHBOURHOOD; null for other text.
 * @example aboutNeighbourhood('leicestershire/NC04') // { force: 'leicestershire', neighbourhood: 'NC04' }
 */
export function aboutNeighbourhood(about: string | null): NamedNeighbourhood | null {
  const [, force, neighbourhood] = ABOUT.exec(about?.trim() ?? '') ?? [];
  return force && neighbourhood ? { force: force.toLowerCase(), neighbourhood: neighbourhood.trim() } : null;
}
