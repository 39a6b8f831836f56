import { setTimeout } from 'node:timers/promises'
import type { Change } from '#storage'
import type { Action } from './actions.ts'
import { authenticate, readMe } from './authenticate.ts'
import type { Caller } from './caller.ts'
import { changeAccount, disableAccount, enableAccount } from './change-account.ts'
import type * as wire from './contract.ts'
import { createAccount } from './create-account.ts'
import { createFacility, type NewFacility } from './create-facility.ts'
import * as sessions from './end-session.ts'
import * as factors from './enrol-factor.ts'
import { failingEvenly } from './failing-evenly.ts'
import type { Ground } from './ground.ts'
import * as link from './link-account.ts'
import { rememberLooking } from './looking.ts'
import type { NewAccount } from './new-account.ts'
import { noteRefusal } from './note-refusal.ts'
import * as own from './own-account.ts'
import { readAccount, readAccounts } from './read-accounts.ts'
import { redeemCode } from './redeem-code.ts'
import { removeFactor } from './remove-factor.ts'
import { resetAccount } from './reset-account.ts'
import * as sample from './sample.ts'
import { isSetUp, issueSetUpCode, setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { proposeTotp } from './totp.ts'
import { rememberUnknownNames } from './unknown-names.ts'

/** The use cases of this room on the given ground. `pause` is the machine's own unless one is given. */
export function openAccess(given: Omit<Ground, 'pause' | 'looking'> & Partial<Pick<Ground, 'pause'>>) {
  const ground: Ground = { pause: (milliseconds) => setTimeout(milliseconds), looking: rememberLooking(), ...given }
  const unknownNames = rememberUnknownNames()
  return {
    isSetUp: () => isSetUp(ground),
    issueSetUpCode: () => issueSetUpCode(ground),
    /** For the first run, before there is an account: nothing is kept. */
    proposeTotp: (facilityName: string, loginName: string) => proposeTotp(ground.randomBytes, facilityName, loginName),
    setUp: (request: wire.SetUpRequest, userAgent?: string) => setUp(ground, unknownNames, request, userAgent),
    createFacility: (change: Change, facility: NewFacility) => createFacility(ground, change, facility),

    signIn: (request: wire.SignInRequest, userAgent?: string) => signIn(ground, unknownNames, request, userAgent),
    redeemCode: (request: wire.RedeemRequest, userAgent?: string) =>
      redeemCode(ground, unknownNames, request, userAgent),
    authenticate: (cookie: string | undefined) => authenticate(ground, cookie),
    readMe: (caller: Caller) => readMe(ground, caller),
    signOut: (caller: Caller) => sessions.signOut(ground, caller),
    noteRefusal: (caller: Caller, action: Action) => noteRefusal(ground, caller, action),

    readOwnSessions: (caller: Caller) => sessions.readOwnSessions(ground, caller),
    readSessionsOf: (caller: Caller, accountId: string) => sessions.readSessionsOf(ground, caller, accountId),
    endSession: (caller: Caller, sessionId: string) => sessions.endSession(ground, caller, sessionId),
    endOtherSessions: (caller: Caller) => sessions.endOtherSessions(ground, caller),
    endSessionsOf: (caller: Caller, accountId: string) => sessions.endSessionsOf(ground, caller, accountId),

    changePassword: (caller: Caller, request: wire.ChangePasswordRequest) =>
      own.changePassword(ground, caller, request),
    changeOwnLanguage: (caller: Caller, request: wire.ChangeOwnLanguageRequest) =>
      own.changeOwnLanguage(ground, caller, request),
    readOwnFactors: (caller: Caller) => factors.readOwnFactors(ground, caller),
    beginFactor: (caller: Caller, request: wire.BeginFactorRequest) => factors.beginFactor(ground, caller, request),
    confirmFactor: (caller: Caller, request: wire.ConfirmFactorRequest) =>
      factors.confirmOwnFactor(ground, caller, request),
    removeFactor: (caller: Caller, request: wire.RemoveFactorRequest) => removeFactor(ground, caller, request),

    readAccounts: (caller: Caller) => readAccounts(ground, caller),
    readAccount: (caller: Caller, accountId: string) => readAccount(ground, caller, accountId),
    createAccount: (caller: Caller, request: wire.CreateAccountRequest) => createAccount(ground, caller, request),
    changeAccount: (caller: Caller, request: wire.ChangeAccountRequest) => changeAccount(ground, caller, request),
    disableAccount: (caller: Caller, request: wire.AccountVersionRequest) => disableAccount(ground, caller, request),
    enableAccount: (caller: Caller, request: wire.AccountVersionRequest) => enableAccount(ground, caller, request),
    resetAccount: (caller: Caller, request: wire.ResetAccountRequest) => resetAccount(ground, caller, request),

    /** For the room whose link it is: it has asked for the right, and keeps the link in the same change. */
    createLinkAccount: (change: Change, caller: Caller, account: link.LinkAccount) =>
      link.createLinkAccount(ground, change, caller, account),
    openLinkSession: (change: Change, accountId: string, userAgent?: string) =>
      link.openLinkSession(ground, change, accountId, userAgent),
    endLinkAccount: (change: Change, caller: Caller, accountId: string) =>
      link.endLinkAccount(ground, change, caller, accountId),
    failingEvenly: <T>(work: () => Promise<T>) => failingEvenly(ground.pause, work),

    createSampleAccount: (change: Change, account: NewAccount & { readonly actor: Caller['actor'] }) =>
      sample.createSampleAccount(ground, change, account),
    issueSampleCode: (facilityId: string, accountId: string) => sample.issueSampleCode(ground, facilityId, accountId),
    openSampleSession: (code: string, userAgent?: string) => sample.openSampleSession(ground, code, userAgent),
  } as const
}

export type Access = ReturnType<typeof openAccess>
