/**
 * The door of identity. Functions of signing in and of one's own account take Wardroom's own platform
 * (`Wardroom.system`); those about users and roles take the platform of who acts.
 */
export {
  changePassword,
  endOtherSessions,
  endOwnSession,
  newOwnRecoveryCodes,
  ownAccountOf,
  ownSessions,
  stepUp,
} from './account-service.ts';
export { approvalToday, approveRole, approveRoleAlone, holdersOf } from './approve-role-service.ts';
export {
  beginDemonstration,
  type DemonstrationPerson,
  decideAgainstDemonstration,
  demonstrationState,
  endDemonstration,
  offeredPeople,
  signInAsDemonstration,
} from './demonstration-service.ts';
export { type ExternalIdentity, signInWithExternal } from './external-service.ts';
export { actAs } from './identify-service.ts';
export { lastSeenOfPeople } from './last-seen-service.ts';
export { firstAdministratorLink, type LinkTyped, openLink, redeemLink } from './link-service.ts';
export { requireIdentityKey, resetLostKey } from './lost-key-service.ts';
export {
  addPerson,
  disablePerson,
  editPerson,
  endSession,
  findPerson,
  listPeople,
  namesOf,
  newLink,
  type PersonAsked,
  sessionsOf,
} from './people-service.ts';
export { offerAuthenticator, offeredAuthenticator, replaceAuthenticator } from './replace-authenticator-service.ts';
export {
  endRole,
  listGrants,
  proposeRole,
  type RoleAsked,
  rolesHeldOn,
} from './role-service.ts';
export { beginEnrolment, confirmEnrolment, signInWithCode, stepNeeded } from './second-factor-service.ts';
export { signInWithPassword, signOut } from './sign-in-service.ts';
