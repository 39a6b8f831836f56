import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { MailServerRow } from '#storage'
import { isAddress, isHost } from './address.ts'
import { type Ground, note } from './ground.ts'
import { contextOf } from './kept-server.ts'
import { putServer, removeServer, serverIn } from './store.ts'
import type { NameServerRequest } from './wire.ts'

/**
 * メールサーバーを決める — and who is told. The journal says that it was changed, by whom and to which machine; neither
 * passwords nor addresses of people stand there.
 */
export async function nameServer(ground: Ground, caller: Caller, request: NameServerRequest): Promise<void> {
  demand(caller, 'mail.manage')
  const { facilityId } = caller
  const before = await ground.storage.read({ facilityId }, serverIn)
  const wanted = checked(request)
  const secret = await secretOf(ground, facilityId, wanted, before)
  const { host, port, tls, sender } = wanted
  const recipients = [...new Set(wanted.recipients)]
  const row: MailServerRow = {
    ...{ facility_id: facilityId, host, port, tls, sender, login_name: wanted.loginName ?? null },
    ...secret,
    recipients: JSON.stringify(recipients),
    changed_at: ground.clock.now(),
  }
  await ground.storage.write({ facilityId }, async (change) => {
    await putServer(change, row)
    const subject = { kind: 'facility', id: facilityId }
    const detail = { host, port, tls, recipients: recipients.length, password: row.password !== null }
    await note(ground, change, { act: 'mail.server-named', actor: caller.actor, subject, detail })
  })
}

/** From now on nothing calls out; what waits goes on waiting until its time is over. */
export async function dropServer(ground: Ground, caller: Caller): Promise<void> {
  demand(caller, 'mail.manage')
  const { facilityId } = caller
  await ground.storage.write({ facilityId }, async (change) => {
    if (!(await removeServer(change))) throw refused('no-server', 'host')
    const subject = { kind: 'facility', id: facilityId }
    await note(ground, change, { act: 'mail.server-dropped', actor: caller.actor, subject })
  })
}

function checked(request: NameServerRequest): NameServerRequest {
  const { host, tls, sender, recipients, password } = request
  const loginName = request.loginName?.trim() === '' ? undefined : request.loginName?.trim()
  if (!isHost(host)) throw refused('not-a-host', 'host')
  if (!isAddress(sender)) throw refused('not-an-address', 'sender')
  const wrong = recipients.findIndex((one) => !isAddress(one))
  if (wrong >= 0) throw refused('not-an-address', `recipients.${wrong}`)
  if (tls === 'none' && (loginName !== undefined || (password ?? '') !== '')) throw refused('password-in-clear', 'tls')
  return { ...request, loginName }
}

type Secret = Pick<MailServerRow, 'password' | 'key_id'>

/** Whoever may change the server may not read the password, and so may not have it sent to a server of their own. */
async function secretOf(
  { keys }: Ground,
  facilityId: string,
  { host, port, tls, loginName, password }: NameServerRequest,
  before: MailServerRow | undefined,
): Promise<Secret> {
  if (loginName === undefined) {
    if ((password ?? '') !== '') throw refused('password-alone', 'password')
    return { password: null, key_id: null }
  }
  if (password !== undefined && password !== '') {
    const plain = Buffer.from(password)
    const { bytes, keyId } = await keys.seal({ facilityId }, 'secret', plain, contextOf({ host, port }))
    return { password: bytes, key_id: keyId }
  }
  if (!before || before.password === null) throw refused('password-alone', 'password')
  const stays = before.host === host && before.port === port && before.tls === tls && before.login_name === loginName
  if (!stays) throw refused('password-again', 'password')
  return { password: before.password, key_id: before.key_id }
}

export function refused(code: string, path: string): Refusal {
  return new Refusal('malformed', { reason: `mail-${code}`, issues: [{ path, code }] })
}
