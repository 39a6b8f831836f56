import { createHash } from 'node:crypto'
import { type Caller, demand, type OpenedSession } from '#access'
import { Refusal } from '#shared'
import { createdOn, linkLives } from './book.ts'
import { type Ground, note, scopeOf, writerOf } from './ground.ts'
import { findLink, insertLink, markLinkRevoked } from './store.ts'
import type { IssuedLink } from './wire.ts'

// Longer than any due day people set, and short enough that a forgotten link dies before the next year's questions.
const LINK_DAYS = 60
// 256 bits: nobody meets one by guessing.
const TOKEN_BYTES = 32

/** 回答用リンクを出す — the token is shown this once; what is kept opens nothing. */
export async function issueLink(ground: Ground, caller: Caller, supplierId: string): Promise<IssuedLink> {
  demand(caller, 'supplier.ask')
  const facility = await ground.registry.loadFacility(scopeOf(caller))
  const supplier = facility.suppliers?.find(({ id }) => id === supplierId)
  if (!supplier) throw new Refusal('not-found', { what: 'supplier', id: supplierId })
  const at = ground.clock.now()
  const secret = Buffer.from(ground.randomBytes(TOKEN_BYTES)).toString('base64url')
  const linkId = ground.newId()
  const expiresAt = new Date(Date.parse(at) + LINK_DAYS * 86_400_000).toISOString()
  await ground.storage.write(scopeOf(caller), async (change) => {
    const accountId = await ground.access.createLinkAccount(change, caller, {
      ...{ displayName: supplier.name, role: 'supplier', endsAt: expiresAt },
    })
    await insertLink(change, {
      facility_id: caller.facilityId,
      link_id: linkId,
      supplier_id: supplierId,
      token_hash: hashOf(secret),
      account_id: accountId,
      created_by: writerOf(caller),
      created_at: at,
      expires_at: expiresAt,
      revoked_at: null,
    })
    const subject = { kind: 'supplier-link', id: linkId } as const
    await note(ground, change, caller, 'supplier.link-issued', subject, { supplierId, accountId, expiresAt })
  })
  return { linkId, createdOn: createdOn({ created_at: at }), expiresAt, token: `${caller.facilityId}.${secret}` }
}

/** Ends a link and with it whoever came by it. */
export async function revokeLink(ground: Ground, caller: Caller, linkId: string): Promise<void> {
  demand(caller, 'supplier.ask')
  await ground.storage.write(scopeOf(caller), async (change) => {
    const link = await findLink(change.db, { linkId })
    if (!link) throw new Refusal('not-found', { what: 'supplier-link' })
    if (!(await markLinkRevoked(change, linkId, ground.clock.now()))) return
    await ground.access.endLinkAccount(change, caller, link.account_id)
    const subject = { kind: 'supplier-link', id: linkId } as const
    await note(ground, change, caller, 'supplier.link-revoked', subject, { supplierId: link.supplier_id })
  })
}

/** Opens a session with a link. One that never was, has expired or was revoked is refused alike, and as slowly. */
export function openLink(ground: Ground, token: string, userAgent?: string): Promise<OpenedSession> {
  return ground.access.failingEvenly(async () => {
    const [, facilityId, secret] = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? []
    if (facilityId === undefined || secret === undefined) throw ended()
    const link = await ground.storage.read({ facilityId }, (db) => findLink(db, { tokenHash: hashOf(secret) }))
    if (!link || !linkLives(link, ground.clock.now())) throw ended()
    return ground.storage.write({ facilityId }, (change) =>
      ground.access.openLinkSession(change, link.account_id, userAgent),
    )
  })
}

/** The link by which a caller came, as long as it lives: it says whose sheets may be seen. */
export async function linkOf(ground: Ground, caller: Caller) {
  demand(caller, 'supplier.answer')
  const { id: accountId } = caller.actor
  const link =
    accountId === undefined
      ? undefined
      : await ground.storage.read(scopeOf(caller), (db) => findLink(db, { accountId }))
  if (!link) throw new Refusal('not-permitted', { action: 'supplier.answer', reason: 'link-ended' })
  if (!linkLives(link, ground.clock.now())) throw ended()
  return link
}

const ended = () => new Refusal('sign-in-failed', { reason: 'link-ended' })

/** The token is random, so a fast hash without salt is enough. */
const hashOf = (secret: string) => createHash('sha256').update(`omamori supplier link ${secret}`).digest('hex')
