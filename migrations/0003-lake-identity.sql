-- Which part of a data folder's lake these records own: made in code when first needed, kept for ever. Two databases
-- used with one data folder count their imports from 1 each, and must never take one another's files for their own.

create table sources.lake_identity (
  identity uuid not null default gen_random_uuid(),
  only_one boolean primary key default true check (only_one)
);
