/** What choosing needs to know of an import. */
export interface RevertibleImport {
  id: string;
  vintage: string;
  revertedAt: string | null;
}

/** The imports meant, or why none is: one plain sentence. */
export type ToRevert<Import> = { kind: 'imports'; imports: Import[] } | { kind: 'none'; because: string };

/** Imports meant by an id or by the name of a vintage, which stands for all of its files. */
export function toRevert<Import extends RevertibleImport>(
  imports: readonly Import[],
  idOrVintage: string,
): ToRevert<Import> {
  const byId = imports.filter(({ id }) => id === idOrVintage);
  const byVintage = imports.filter(({ vintage }) => vintage === idOrVintage);
  const isLive = ({ revertedAt }: Import): boolean => revertedAt === null;
  if (byId.some(isLive) && byVintage.some(isLive)) {
    return {
      kind: 'none',
      because: `"${idOrVintage}" is both the number of an import and the name of a vintage: take back its files by their numbers.`,
    };
  }
  const live = [...byId, ...byVintage].filter(isLive);
  if (live.length > 0) return { kind: 'imports', imports: live };
  const because =
    byId.length + byVintage.length > 0
      ? `"${idOrVintage}" was taken back already.`
      : `There is no import or vintage "${idOrVintage}": "wardroom import list" names them.`;
  return { kind: 'none', because };
}
