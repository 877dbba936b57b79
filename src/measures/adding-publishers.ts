/**
 * Publishers whose counts lie beside those of a territorial force: the railway police record what happens at stations.
 * They add to a month that the territorial force has, and never make one alone or make one doubtful.
 */
export const ADDING_PUBLISHERS: ReadonlySet<string> = new Set(['btp']);
