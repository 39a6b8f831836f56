import { z } from 'zod'
import { isDay } from '#shared'
import { type Action, actionNames } from './actions.ts'
import { givenRoles, type Role, roleNames } from './roles.ts'

export { type Action, actionNames, actions } from './actions.ts'
export type { Actor, Caller } from './caller.ts'
export { givenRoles, type Role, roleNames, roles } from './roles.ts'
export { acts, factorKinds, passwordReasons, passwordRule } from './words.ts'

// Names stay short enough for a table and a paper; a password long enough for any sentence, short enough to hash.
const NAME_LENGTH = 120
export const PASSWORD_LENGTH_MAX = 256
const ROLES_MAX = roleNames.length

const roleSchema = z.enum(roleNames as [Role, ...Role[]])
const actionSchema = z.enum(actionNames as [Action, ...Action[]])
const languageSchema = z.enum(['ja', 'en'])
const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const instantSchema = z.iso.datetime({ precision: 3 })
const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(NAME_LENGTH)
  .regex(/^[^\p{Cc}]*$/u)
const passwordSchema = z.string().min(1).max(PASSWORD_LENGTH_MAX)
const rolesSchema = z.array(z.enum(givenRoles as [Role, ...Role[]])).max(ROLES_MAX)

/** 利用者名 — typed in any width and case, kept in one. */
export const loginNameSchema = z
  .string()
  .normalize('NFKC')
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/)

/** A code as typed: of an app, of the printed list, of the first run. Width, case, hyphens and spaces are forgiven. */
const codeSchema = z.string().max(64)

export const factorView = z.strictObject({
  factorId: idSchema,
  kind: z.enum(['totp', 'code-list']),
  confirmed: z.boolean(),
  /** How many codes of the printed list are left. */
  codesLeft: z.number().int().optional(),
  createdAt: instantSchema,
})

/** 利用者 — an account as those see it who may read accounts. */
export const accountView = z.strictObject({
  accountId: idSchema,
  loginName: z.string(),
  displayName: z.string(),
  personId: z.string().optional(),
  roles: z.array(roleSchema),
  state: z.enum(['invited', 'active', 'disabled']),
  language: languageSchema,
  lockedUntil: instantSchema.optional(),
  passwordChangedAt: instantSchema.optional(),
  /** Kinds of second factor in use. */
  factors: z.array(z.enum(['totp', 'code-list'])),
  version: z.number().int(),
  createdAt: instantSchema,
})

/** 接続 — one place where an account is signed in. */
export const sessionView = z.strictObject({
  sessionId: idSchema,
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  expiresAt: instantSchema,
  device: z.string(),
  /** Whether it is the very session that asks. */
  current: z.boolean(),
})

/** Who is signed in, and what the screens may offer. */
export const meView = z.strictObject({
  account: accountView
    .pick({ accountId: true, loginName: true, displayName: true, roles: true, language: true })
    .extend({ factors: z.array(factorView), mustChangePassword: z.boolean() }),
  facility: z.strictObject({ facilityId: idSchema, name: z.string(), sample: z.boolean() }),
  may: z.array(actionSchema),
  expiresAt: instantSchema,
  today: z.string().refine(isDay),
  now: instantSchema,
})

export const signInRequest = z.strictObject({
  /** Needed only where one installation holds several facilities. */
  facilityId: idSchema.optional(),
  loginName: z.string().max(128),
  password: passwordSchema,
  code: codeSchema.optional(),
})

/** A secret for an authenticator app, shown once as text and as a QR code of `uri`. */
export const totpProposal = z.strictObject({ secret: z.string(), uri: z.string() })

/** What the app shows for the proposed secret, so that a wrong clock is noticed before it locks anybody out. */
export const totpConfirmation = z.strictObject({
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
  code: codeSchema,
})

/**
 * Changing one's factors asks for the password again when the last sign-in is not fresh: a screen left open must not
 * be enough. Without it the refusal says `reason: 'password-needed'`.
 */
const passwordProof = z.strictObject({ currentPassword: passwordSchema.optional() })

export const beginFactorRequest = passwordProof.extend({ kind: z.enum(['totp', 'code-list']) })

/** A factor that waits for its first code: the secret for an app, or the codes to print; both are shown this once. */
export const begunFactor = z.strictObject({
  factorId: idSchema,
  secret: z.string().optional(),
  uri: z.string().optional(),
  codes: z.array(z.string()).optional(),
})

export const confirmFactorRequest = z.strictObject({ factorId: idSchema, code: codeSchema })
export const removeFactorRequest = passwordProof.extend({ factorId: idSchema })

export const setUpRequest = z.strictObject({
  code: codeSchema,
  facilityName: nameSchema,
  displayName: nameSchema,
  loginName: loginNameSchema,
  password: passwordSchema,
  language: languageSchema.default('ja'),
  /** Posts of the first person, besides the management of accounts. */
  roles: rolesSchema.default(['safety-manager']),
  factor: totpConfirmation.optional(),
})

/** 招待・再登録 — a person who was given a one-time code chooses the password nobody else knows. */
export const redeemRequest = z.strictObject({
  facilityId: idSchema.optional(),
  code: codeSchema,
  password: passwordSchema,
})

export const createAccountRequest = z.strictObject({
  loginName: loginNameSchema,
  displayName: nameSchema,
  roles: rolesSchema,
  personId: idSchema.optional(),
  language: languageSchema.default('ja'),
})

export const changeAccountRequest = z.strictObject({
  accountId: idSchema,
  /** The version that was on the screen; another one is a conflict. */
  version: z.number().int(),
  loginName: loginNameSchema.optional(),
  displayName: nameSchema.optional(),
  roles: rolesSchema.optional(),
  personId: idSchema.nullable().optional(),
  /** `invited` leaves the state as it is; `active` ends a suspension. */
  state: z.enum(['invited', 'active', 'disabled']).optional(),
})

export const accountVersionRequest = z.strictObject({ accountId: idSchema, version: z.number().int() })

export const resetAccountRequest = z.strictObject({
  accountId: idSchema,
  /** How it was made sure that it is the person: goes to the journal, as the guideline's reset ledger. */
  identityCheckedBy: z.string().trim().min(1).max(500),
  /** Takes the second factors away as well, when they were lost. */
  removeFactors: z.boolean().default(false),
})

/** A code shown once to the one who hands it over. */
export const issuedCode = z.strictObject({ code: z.string(), expiresAt: instantSchema })

export const changePasswordRequest = z.strictObject({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
})

export const changeOwnLanguageRequest = z.strictObject({ language: languageSchema })

export type AccountView = z.infer<typeof accountView>
export type FactorView = z.infer<typeof factorView>
export type SessionView = z.infer<typeof sessionView>
export type MeView = z.infer<typeof meView>
export type SignInRequest = z.infer<typeof signInRequest>
export type TotpProposal = z.infer<typeof totpProposal>
export type TotpConfirmation = z.infer<typeof totpConfirmation>
export type BeginFactorRequest = z.infer<typeof beginFactorRequest>
export type BegunFactor = z.infer<typeof begunFactor>
export type ConfirmFactorRequest = z.infer<typeof confirmFactorRequest>
export type RemoveFactorRequest = z.infer<typeof removeFactorRequest>
export type SetUpRequest = z.infer<typeof setUpRequest>
export type RedeemRequest = z.infer<typeof redeemRequest>
export type CreateAccountRequest = z.infer<typeof createAccountRequest>
export type ChangeAccountRequest = z.infer<typeof changeAccountRequest>
export type AccountVersionRequest = z.infer<typeof accountVersionRequest>
export type ResetAccountRequest = z.infer<typeof resetAccountRequest>
export type IssuedCode = z.infer<typeof issuedCode>
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>
export type ChangeOwnLanguageRequest = z.infer<typeof changeOwnLanguageRequest>
