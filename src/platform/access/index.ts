export { actorOf } from './actor-of.ts';
export { claimOf } from './claim.ts';
export { CONDITIONS } from './conditions.ts';
export { guarded, ownWork, published, type Service, type ServiceRule, within } from './guarded.ts';
export { type Asked, may, permissionsFor, personOf } from './may.ts';
export { meetConditions } from './meet-conditions-store.ts';
export {
  type Act,
  type Condition,
  type Grant,
  MODULES,
  type Module,
  type Permission,
  type Place,
  type Principal,
  type Reach,
  ROLES,
  type Role,
  type Scope,
} from './model.ts';
export { NotAllowed, SignInNeeded } from './not-allowed.ts';
export { PERMISSION_MATRIX } from './permission-matrix.ts';
export { requirePermission } from './require-permission.ts';
export { ownAccount, type SignedInVisit, wayIn } from './way-in.ts';
export { worksWithMadeUp } from './works-with-made-up.ts';
