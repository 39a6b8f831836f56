import type { MailServerRow } from '#storage'
import type { Server } from './client.ts'
import type { FacilityScope, Ground } from './ground.ts'
import type { MailServerView, TlsMode } from './wire.ts'

/** The password is bound to its place: rows that were exchanged do not open. */
export const contextOf = ({ host, port }: Pick<MailServerRow, 'host' | 'port'>) => `mail-server ${host} ${port}`

/** The server with its password opened. It goes to the server and nowhere else. */
export async function openServer(
  { keys }: Pick<Ground, 'keys'>,
  scope: FacilityScope,
  row: MailServerRow,
): Promise<Server> {
  const { host, port, login_name, password, key_id } = row
  const server = { host, port, tls: tlsOf(row) }
  if (login_name === null || password === null || key_id === null) return server
  const opened = await keys.open(scope, { keyId: key_id, bytes: password }, contextOf(row))
  return { ...server, loginName: login_name, password: Buffer.from(opened).toString() }
}

export function recipientsOf({ recipients }: Pick<MailServerRow, 'recipients'>): readonly string[] {
  return JSON.parse(recipients) as readonly string[]
}

export function serverViewOf(row: MailServerRow): MailServerView {
  const { host, port, login_name, password, sender, changed_at } = row
  return {
    host,
    port,
    tls: tlsOf(row),
    ...(login_name === null ? {} : { loginName: login_name }),
    hasPassword: password !== null,
    sender,
    recipients: [...recipientsOf(row)],
    changedAt: changed_at,
  }
}

// The table takes these alone.
const tlsOf = ({ tls }: MailServerRow) => tls as TlsMode
