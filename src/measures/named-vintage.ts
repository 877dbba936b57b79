/**
 * Whether a vintage is the one of a name. What is made of two publications has the vintages of both, "indices with
 * census", and goes by the name of the first too.
 */
export function isOfVintage(vintage: string, name: string): boolean {
  return vintage === name || vintage.startsWith(`${name} with `);
}
