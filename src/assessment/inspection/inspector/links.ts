import { createHash } from 'node:crypto'
import { type Caller, demand, type OpenedSession } from '#access'
import { addDays, dayOf, type Instant, Refusal } from '#shared'
import type { InspectorLinkRow } from '#storage'
import { note, scopeOf, writerOf } from '../../ground.ts'
import { readWords } from '../../store.ts'
import type { InspectorGround } from './ground.ts'
import { findLink, insertLink, listOpenLinks, markRevoked } from './store.ts'
import type { InspectorLinksView, InspectorLinkView, InviteInspectorRequest, IssuedInspectorLink } from './wire.ts'

// 256 bits: nobody meets one by guessing.
const TOKEN_BYTES = 32

/** 検査者に見せる — lets one inspector in until the end of the last day. The token is shown this once. */
export async function inviteInspector(
  ground: InspectorGround,
  caller: Caller,
  { name, organisation, days }: InviteInspectorRequest,
): Promise<IssuedInspectorLink> {
  demand(caller, 'inspection.invite')
  const at = ground.clock.now()
  const lastDay = addDays(dayOf(at), days - 1)
  const expiresAt = endOf(lastDay)
  const secret = Buffer.from(ground.randomBytes(TOKEN_BYTES)).toString('base64url')
  const linkId = ground.newId()
  const { nameOf } = await ground.storage.read(scopeOf(caller), readWords)
  const account = { displayName: name, role: 'inspector', endsAt: expiresAt } as const
  const row = await ground.storage.write(scopeOf(caller), async (change) => {
    const accountId = await ground.access.createLinkAccount(change, caller, account)
    const row: InspectorLinkRow = {
      facility_id: caller.facilityId,
      link_id: linkId,
      inspector_name: name,
      organisation,
      token_hash: hashOf(secret),
      account_id: accountId,
      created_by: writerOf(caller),
      created_at: at,
      last_day: lastDay,
      expires_at: expiresAt,
      revoked_by: null,
      revoked_at: null,
    }
    await insertLink(change, row)
    const subject = { kind: 'inspector-link', id: linkId } as const
    await note(ground, change, caller, 'inspection.inspector-invited', subject, { detail: { accountId, lastDay } })
    return row
  })
  return { ...viewOf(row, nameOf), token: `${caller.facilityId}.${secret}` }
}

/** Those who could come in now. */
export async function readInspectors(ground: InspectorGround, caller: Caller): Promise<InspectorLinksView> {
  demand(caller, 'inspection.invite')
  return ground.storage.read(scopeOf(caller), async (db) => {
    const { nameOf } = await readWords(db)
    return { links: (await listOpenLinks(db, ground.clock.now())).map((row) => viewOf(row, nameOf)) }
  })
}

/** いま閉じる — ends the link, and whoever came by it is out at once. */
export async function withdrawInspector(ground: InspectorGround, caller: Caller, linkId: string): Promise<void> {
  demand(caller, 'inspection.invite')
  const revoked_at = ground.clock.now()
  await ground.storage.write(scopeOf(caller), async (change) => {
    const link = await findLink(change.db, { linkId })
    if (!link) throw new Refusal('not-found', { what: 'inspector-link' })
    if (!(await markRevoked(change, linkId, { revoked_at, revoked_by: writerOf(caller) }))) return
    await ground.access.endLinkAccount(change, caller, link.account_id)
    const subject = { kind: 'inspector-link', id: linkId } as const
    const detail = { accountId: link.account_id }
    await note(ground, change, caller, 'inspection.inspector-withdrawn', subject, { detail })
  })
}

/** Opens a session with a link. Why it does not open is told only to whoever holds one that was issued. */
export function openInspectorLink(ground: InspectorGround, token: string, userAgent?: string): Promise<OpenedSession> {
  return ground.access.failingEvenly(async () => {
    const [, facilityId, secret] = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
    if (facilityId === undefined || secret === undefined) throw refused('inspector-link-unknown')
    const link = await ground.storage.read({ facilityId }, (db) => findLink(db, { tokenHash: hashOf(secret) }))
    if (!link) throw refused('inspector-link-unknown')
    refuseEnded(link, ground.clock.now())
    return ground.storage.write({ facilityId }, (change) =>
      ground.access.openLinkSession(change, link.account_id, userAgent),
    )
  })
}

/** The link by which a caller came, as long as it is open. */
export async function linkOf(ground: InspectorGround, caller: Caller): Promise<InspectorLinkRow> {
  demand(caller, 'inspection.read')
  const { id: accountId } = caller.actor
  const link = accountId && (await ground.storage.read(scopeOf(caller), (db) => findLink(db, { accountId })))
  if (!link) throw new Refusal('not-permitted', { action: 'inspection.read', reason: 'not-by-link' })
  refuseEnded(link, ground.clock.now())
  return link
}

function refuseEnded({ revoked_at, expires_at }: InspectorLinkRow, now: Instant): void {
  if (revoked_at !== null) throw refused('inspector-link-withdrawn')
  if (now >= expires_at) throw refused('inspector-link-over')
}

const refused = (reason: string) => new Refusal('sign-in-failed', { reason })

/** The first moment that is no longer this day in Japan. */
const endOf = (day: string): Instant => new Date(`${addDays(day, 1)}T00:00:00+09:00`).toISOString()

/** The token is random, so a fast hash without salt is enough. */
const hashOf = (secret: string) => createHash('sha256').update(`omamori inspector link ${secret}`).digest('hex')

const viewOf = (row: InspectorLinkRow, nameOf: (account: string) => string): InspectorLinkView => ({
  linkId: row.link_id,
  name: row.inspector_name,
  organisation: row.organisation,
  createdOn: dayOf(row.created_at),
  createdBy: nameOf(row.created_by),
  lastDay: row.last_day,
})
