import { type Identify, VISITOR, type Visit } from './visit.ts';

/**
 * Looks up who asks as before, but for made-up people, who are visitors: where others than this machine reach the server,
 * a session that anybody got by asking is nobody's, and none is offered, whatever the records say.
 */
export function withoutMadeUpPeople(identify: Identify): Identify {
  return async (token): Promise<Visit> => {
    const visit = await identify(token);
    const { principal } = visit;
    if (principal.kind === 'person' && principal.demonstration) return VISITOR;
    return { ...visit, demonstrationOn: false };
  };
}
