/** The PostgreSQL role that Wardroom works as: it owns no table, so row security holds for it. */
export const APP_ROLE = 'wardroom_app';
