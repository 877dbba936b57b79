/** Whether what takes minutes is run as well, as for a release (`KILLS=all`). */
export const LONG_RUNS = process.env.KILLS === 'all';
