import { join } from 'node:path'
import { addDays, dayOf, systemClock } from '#shared'
import { findPostgres, startPostgres } from '../src/storage/testing-postgres.ts'
import { startServer, temporaryFolder } from '../test/running.ts'
import type { Figure } from './figure.ts'
import { account, makeLargeInstallation, type Place } from './large-installation.ts'

/** As many as look at the list at once in a hospital: three who read, and one who changes something between two looks. */
const CLIENTS = 4
const REQUESTS = 200
const WARMING = 20

const { now } = systemClock

/** The list of requirements as the page asks for it, on both engines: 1,000 requirements, 50 systems, 5 snapshots. */
export async function requirementList(): Promise<readonly Figure[]> {
  const onSqlite = await inFolder((data) => measure('sqlite', { data }))
  if (!findPostgres()) return [onSqlite]
  const server = await startPostgres()
  try {
    const database = await server.createDatabase()
    return [onSqlite, await inFolder((data) => measure('postgresql', { data, database }))]
  } finally {
    await server.stop()
  }
}

async function inFolder<T>(use: (data: string) => Promise<T>): Promise<T> {
  const folder = temporaryFolder()
  try {
    return await use(join(folder.path, 'data'))
  } finally {
    folder.remove()
  }
}

async function measure(engine: string, place: Place): Promise<Figure> {
  await makeLargeInstallation(place)
  const database = place.database === undefined ? [] : ['--database', place.database]
  const server = await startServer('--data', place.data, ...database)
  try {
    const cookie = await signIn(server.address)
    const [ask, change] = [asking(server.address, cookie), changing(server.address, cookie)]
    await inParallel(WARMING, ask, change)
    return {
      name: `requirement list, ${CLIENTS} clients, 1,000 × 50 × 5 (${engine})`,
      unit: 'ms',
      limit: 200,
      against: 'the bar of the assessment in full',
      share: 0.95,
      values: await inParallel(REQUESTS, ask, change),
    }
  } finally {
    await server.stop()
  }
}

async function signIn(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: address, 'x-omamori': '1' }
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify(account),
  })
  if (!answer.ok) throw new Error(`signing in was answered with ${answer.status}: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** One look at the list: until its last byte is there. */
function asking(address: string, cookie: string): () => Promise<number> {
  return async () => {
    const started = performance.now()
    const answer = await fetch(`${address}/api/v1/assessment`, { headers: { cookie, 'x-omamori': '1' } })
    const text = await answer.text()
    const taken = performance.now() - started
    const count = answer.ok ? (JSON.parse(text) as { requirements: readonly unknown[] }).requirements.length : 0
    if (count !== 1000) throw new Error(`the list was answered with ${answer.status} and ${count} requirements`)
    return taken
  }
}

/** One change, after which everything has to be judged anew: a reason why a requirement does not apply here. */
function changing(address: string, cookie: string): () => Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', origin: address, 'x-omamori': '1' }
  const body = JSON.stringify({ reason: '院内に対象となるものがありません。', reviewOn: addDays(dayOf(now()), 365) })
  return async () => {
    const answer = await fetch(`${address}/api/v1/requirements/6.2.C-1/exemptions`, { method: 'POST', headers, body })
    if (answer.status !== 201) throw new Error(`a change was answered with ${answer.status}: ${await answer.text()}`)
    await answer.text()
  }
}

async function inParallel(
  requests: number,
  ask: () => Promise<number>,
  change: () => Promise<void>,
): Promise<readonly number[]> {
  const one = async (_: unknown, client: number) => {
    const times: number[] = []
    for (let left = requests / CLIENTS; left > 0; left -= 1) {
      if (client === 0) await change()
      times.push(await ask())
    }
    return times
  }
  return (await Promise.all(Array.from({ length: CLIENTS }, one))).flat()
}
