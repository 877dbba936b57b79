import { guarded, type Place, published, within } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { insertStanding, readClaims, readStandings, readStandingsInPublic } from './claim-store.ts';
import { checkClaims } from './figures-of-claims-service.ts';
import type { CheckedClaim, Claim, ClaimFinding, ClaimStanding, StandingInPublic } from './model.ts';

/** A claim of the register, how it stands now, and how it stood whenever that changed. */
export interface RegisteredClaim extends CheckedClaim {
  claim: Claim;
  /** The first first. */
  standings: ClaimStanding[];
  /** Whether it stands otherwise than when it was noted last. */
  changed: boolean;
}

const performance = { module: 'performance' } as const;

/** Every claim that stands, checked against the figures held now; nothing is noted. */
export const claimRegister = guarded(
  { ...performance, name: 'performance.claim-register', act: 'read' },
  async (platform: Platform): Promise<RegisteredClaim[]> => {
    const claims = await inTransaction(platform, (trx) => readClaims(trx, null));
    return register(platform, claims);
  },
);

async function register(platform: Platform, claims: readonly Claim[]): Promise<RegisteredClaim[]> {
  const standing = claims.filter(({ withdrawn }) => withdrawn === null);
  const checked = await checkClaims(platform, standing);
  const noted = await inTransaction(platform, (trx) =>
    standingsOf(
      trx,
      standing.map(({ id }) => id),
    ),
  );
  return standing.flatMap((claim, at) => {
    const found = checked[at];
    if (found === undefined) return [];
    const standings = noted.get(claim.id) ?? [];
    return { claim, ...found, standings, changed: differs(standings.at(-1), claim, found.finding) };
  });
}

const standingsOf = within(
  'performance.standings-of',
  async (trx: Records, claims: readonly number[]): Promise<Map<number, ClaimStanding[]>> => {
    const rows = await readStandings(trx, claims);
    return new Map(
      claims.map((id) => [id, rows.filter(({ claim }) => claim === id).map(({ claim: _, ...rest }) => rest)]),
    );
  },
);

/** How one claim stood whenever that was noted, the first first; none where there is none that may be seen. */
export const claimStandings = guarded(
  { ...performance, name: 'performance.claim-standings', act: 'read' },
  (platform: Platform, id: number): Promise<ClaimStanding[]> =>
    inTransaction(platform, async (trx) => (await standingsOf(trx, [id])).get(id) ?? []),
);

/** How published claims stood whenever that was noted, without the figures, by claim: to anyone. */
export const publishedStandings = published(
  'performance.published-standings',
  async (records: Records, claims: readonly number[]): Promise<Map<number, StandingInPublic[]>> => {
    const rows = await readStandingsInPublic(records, claims);
    return new Map(
      claims.map((id) => [id, rows.filter(({ claim }) => claim === id).map(({ state, at }) => ({ state, at }))]),
    );
  },
);

/** Another state, other figures, or other words than were checked: a revision that keeps the state is noted too. */
function differs(last: ClaimStanding | undefined, { version }: Claim, now: ClaimFinding): boolean {
  if (last === undefined) return true;
  const figures = ({ state, made, today }: ClaimFinding) => JSON.stringify([state, made, today]);
  return last.version !== version || figures(last) !== figures(now);
}

/**
 * Checks every claim of a unit against the figures held now, and notes each that stands otherwise than before.
 * @returns all of them, with whether that was so
 */
export const noteStandings = guarded(
  {
    ...performance,
    name: 'performance.note-standings',
    act: 'write',
    place: (_, { unit }: { unit: string }): Place => ({ unit }),
  },
  async (platform: Platform, { unit }: { unit: string }): Promise<RegisteredClaim[]> => {
    // Figures are read before: nobody else who writes waits for them.
    const claims = await inTransaction(platform, (trx) => readClaims(trx, unit));
    const registered = await register(platform, claims);
    return inTransaction(platform, async (records) => {
      const noted = { by: platform.actor, at: platform.now() };
      const after: RegisteredClaim[] = [];
      for (const each of registered) {
        if (each.changed) await insertStanding(records, each.claim, each.finding, noted);
        const standings = each.changed
          ? [...each.standings, { ...each.finding, version: each.claim.version, noted }]
          : each.standings;
        after.push({ ...each, standings });
      }
      const changed = registered.filter((each) => each.changed).map(({ claim }) => claim.id);
      if (changed.length > 0)
        await recordAudit(records, {
          ...{ actor: platform.actor, action: 'performance.note-standings', subject: unit },
          detail: { claims: changed },
        });
      return after;
    });
  },
);
