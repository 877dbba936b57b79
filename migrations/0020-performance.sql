-- What people decide about performance: measure sets, step changes and held limits of charts, and public claims.

create schema performance;
grant usage on schema performance to wardroom_app;
