import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import { claimOf } from './claim.ts';
import { CONDITIONS } from './conditions.ts';
import { may } from './may.ts';
import { ACTS, type Grant, MODULES, type Place, type Principal, ROLES } from './model.ts';

const UNITS = ['Central North', "Central 'East'"];
const BOROUGHS = ['E09000007', 'E09000019'];
const WARDS = ['E05013652', 'E05013699'];
const PEOPLE = ['person:a', 'person:b'];
const ORGANISATIONS = ['Camden Council', 'Islington Council'];

const optional = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const grants: fc.Arbitrary<Grant> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    unit: fc.constantFrom(...UNITS),
    borough: fc.option(fc.constantFrom(...BOROUGHS)),
    ward: fc.option(fc.constantFrom(...WARDS)),
    organisation: fc.option(fc.constantFrom(...ORGANISATIONS)),
  })
  .map(({ role, unit, borough, ward, organisation }) => ({
    role,
    scope: { unit, borough, ward: borough === null ? null : ward },
    organisation,
  }));
const principals: fc.Arbitrary<Principal> = fc.oneof(
  fc.constant<Principal>({ kind: 'visitor' }),
  fc.constant<Principal>({ kind: 'operator', name: 'anna', as: null }),
  fc
    .record({ person: fc.constantFrom(...PEOPLE), held: fc.array(grants, { maxLength: 3 }), steppedUp: fc.boolean() })
    .map(
      ({ person, held, steppedUp }): Principal => ({
        kind: 'person',
        person,
        grants: held,
        demonstration: false,
        steppedUp,
      }),
    ),
);
const places: fc.Arbitrary<Place> = fc.record({
  unit: optional(UNITS),
  borough: optional(BOROUGHS),
  ward: optional(WARDS),
  owner: optional(PEOPLE),
  team: optional([[], ['person:a'], PEOPLE]),
  sharedWith: optional([[], ['Camden Council'], ORGANISATIONS]),
});

describeStores('what a principal may do', (open) => {
  it('is the same to the records as to the service functions', async () => {
    const { database, close } = await open();
    const seen = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(
        principals,
        fc.array(places, { minLength: 1, maxLength: 4 }),
        fc.subarray([...CONDITIONS]),
        async (principal, asked, met) => {
          const answers = await database
            .actingAs(claimOf(principal, met))
            .transaction()
            .execute(async (trx) => {
              const found = await sql<{
                module: string;
                act: string;
                place: number;
                may: boolean;
                anywhere: boolean;
                placed: boolean;
                same: boolean;
              }>`
              select module, act, place - 1 as place, platform.may(module, act) as anywhere,
                platform.may_at(module, act, p ->> 'unit', p ->> 'borough', p ->> 'ward') as placed,
                platform.may_at(module, act, p ->> 'unit', p ->> 'borough', p ->> 'ward')
                  = coalesce(platform.places_for(act)
                    && platform.place_keys(module, p ->> 'unit', p ->> 'borough', p ->> 'ward'), false) as same,
                platform.may_at(module, act, p ->> 'unit', p ->> 'borough', p ->> 'ward', p ->> 'owner',
                  (select array_agg(x) from jsonb_array_elements_text(p -> 'team') x),
                  (select array_agg(x) from jsonb_array_elements_text(p -> 'sharedWith') x)) as may
              from unnest(${MODULES}::text[]) as module, unnest(${ACTS}::text[]) as act,
                jsonb_array_elements(${JSON.stringify(asked)}::jsonb) with ordinality as places (p, place)`.execute(
                trx,
              );
              return found.rows;
            });
          expect(answers).toHaveLength(MODULES.length * ACTS.length * asked.length);
          for (const answer of answers) {
            const module = MODULES.find((each) => each === answer.module) ?? 'users';
            const act = ACTS.find((each) => each === answer.act) ?? 'read';
            const place = asked[answer.place] ?? {};
            expect({ place, module, act, may: answer.may }).toEqual({
              place,
              module,
              act,
              may: may(principal, { module, act, place }, met),
            });
            expect({ place, module, act, same: answer.same }).toEqual({ place, module, act, same: true });
            seen.add(answer.placed);
            expect(answer.anywhere).toBe(may(principal, { module, act, place: null }, met));
          }
        },
      ),
      { seed: 11, numRuns: 40 },
    );
    expect(seen).toEqual(new Set([true, false]));
    await close();
  });
});
