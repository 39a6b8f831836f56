import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import { afterAll } from 'vitest'
import { type AnchorPlace, openJournal } from '#journal'
import { createKeys, openKeys } from '#keys'
import type { Clock } from '#shared'
import type { Storage } from '#storage'
import type { Caller } from './caller.ts'
import type { CreateAccountRequest } from './contract.ts'
import { openAccess } from './open-access.ts'

/** Passwords that pass the rule, alone and with a second factor. */
export const longPassword = 'Kx7#vq2!mZp9t'
export const otherPassword = 'Wn4&hd8?bLs6y'
export const shortPassword = 'Kx7#vq2!'

const start = Date.parse('2026-11-22T01:02:03.004Z')

/** A clock that stands until it is moved. */
export function movingClock(): Clock & { pass(seconds: number): void } {
  let now = start
  return {
    now: () => new Date(now).toISOString(),
    pass(seconds) {
      now += seconds * 1000
    },
  }
}

const directories: string[] = []
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true })
})

/** This room on real storage, keys and journal; only the clock and the pause after failures are the test's. */
export async function accessOn(rows: Storage, anchor?: AnchorPlace) {
  const directory = join(mkdtempSync(join(tmpdir(), 'omamori-access-')), 'keys')
  directories.push(join(directory, '..'))
  const clock = movingClock()
  const place = { directory, unlock: { kind: 'key-file' }, clock } as const
  await createKeys(place)
  const keys = await openKeys({ storage: rows, ...place })
  const journal = openJournal({ storage: rows, keys, clock, randomBytes, anchor })
  const storage = journal.fence(rows)
  const access = openAccess({ storage, keys, journal, clock, randomBytes, pause: async () => {} })
  return { storage, access, clock, journal, keys }
}

export type Room = Awaited<ReturnType<typeof accessOn>>

/** A facility after its first run: みほん診療所, with 見本 太郎 who manages its accounts. */
export async function firstRun(room: Room) {
  const { code } = await room.access.issueSetUpCode()
  const opened = await room.access.setUp({
    ...{ code, facilityName: 'みほん診療所', displayName: '見本 太郎', loginName: 'taro', password: longPassword },
    ...{ language: 'ja', roles: ['safety-manager'] },
  })
  const { caller } = await room.access.authenticate(opened.cookie)
  return { facilityId: opened.facilityId, administrator: caller, cookie: opened.cookie }
}

/** A further account that has chosen its password, and its first session. */
export async function newcomer(room: Room, administrator: Caller, request: Partial<CreateAccountRequest> = {}) {
  const facts = { loginName: 'ichiro', displayName: '例題 一郎', roles: ['staff'], language: 'ja', ...request } as const
  const { account, invitation } = await room.access.createAccount(administrator, { ...facts, roles: [...facts.roles] })
  const redeemed = await room.access.redeemCode({ code: invitation.code, password: longPassword })
  if (!redeemed.session) throw new Error('an account without a second factor is signed in by its code')
  const { caller } = await room.access.authenticate(redeemed.session.cookie)
  return { accountId: account.accountId, caller, cookie: redeemed.session.cookie }
}

/** What the app shows for the secret at this moment. */
export function appCode(secret: string, clock: Clock): string {
  return new TOTP({ secret }).generate({ timestamp: Date.parse(clock.now()) })
}

/** The acts of the facility's journal, oldest first. */
export async function actsOf(room: Room, facilityId: string): Promise<readonly string[]> {
  const page = await room.journal.entries({ facilityId }, {}, { limit: 200 })
  return page.entries.map((entry) => entry.act).reverse()
}
