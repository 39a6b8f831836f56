import { hash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Moment } from '@omamori/signature'
import { Refusal } from '#shared'
import { writeDurably } from '#storage'

/** Ten of the largest lists that are fetched, or some thousands of those of HPKI. */
const mostBytes = 256 * 1024 * 1024
/** A list that says it speaks for years is asked for anew: its authority may have had reason to publish earlier. */
const longestMs = 7 * 86_400_000

const suffix = '.evidence'

/** 取得の控え — what was fetched and can be fetched again, in a folder; what it says is believed no more than what comes from the network. */
export interface EvidenceCache {
  /** Null: not there, no longer current, or damaged; what is damaged is dropped. */
  read(key: string, now: Moment): Promise<Uint8Array | null>
  keep(key: string, bytes: Uint8Array, until: Moment, now: Moment): Promise<void>
}

export async function openCache(folder: string, limit = mostBytes): Promise<EvidenceCache> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause) => {
    throw new Refusal('malformed', { reason: 'cache-folder', file: folder }, { cause })
  })
  return {
    read: async (key, now) => {
      const file = fileOf(folder, key)
      const bytes = await readFile(file).catch(() => null)
      if (bytes === null) return null
      const entry = readEntry(bytes, key)
      if (entry !== null && entry.until > now) return entry.content
      await rm(file, { force: true })
      return null
    },
    keep: async (key, bytes, until, now) => {
      if (until <= now) return
      writeDurably(fileOf(folder, key), entryOf(key, bytes, Math.min(until, now + longestMs)))
      await dropOldest(folder, limit)
    },
  }
}

const fileOf = (folder: string, key: string): string => join(folder, `${hash('sha256', key, 'hex')}${suffix}`)

/** One line that says what it is, and the octets as they came. */
function entryOf(key: string, content: Uint8Array, until: Moment): Uint8Array {
  const head = { key, until, sha256: hash('sha256', content, 'hex') }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), content])
}

function readEntry(bytes: Buffer, key: string): { readonly until: Moment; readonly content: Uint8Array } | null {
  const end = bytes.indexOf('\n')
  const content = bytes.subarray(end + 1)
  try {
    const head: unknown = JSON.parse(bytes.toString('utf8', 0, Math.max(end, 0)))
    if (typeof head !== 'object' || head === null || !('key' in head && 'until' in head && 'sha256' in head))
      return null
    const isWhole = head.key === key && head.sha256 === hash('sha256', content, 'hex')
    return isWhole && typeof head.until === 'number' ? { until: head.until, content } : null
  } catch {
    return null
  }
}

async function dropOldest(folder: string, limit: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix))
  const sized = await Promise.all(names.map((name) => sizeOf(join(folder, name))))
  let total = 0
  for (const { file, size } of sized.sort((a, b) => b.at - a.at)) {
    total += size
    if (total > limit) await rm(file, { force: true })
  }
}

/** Another process may have dropped it meanwhile. */
async function sizeOf(file: string) {
  const { size, mtimeMs: at } = await stat(file).catch(() => ({ size: 0, mtimeMs: 0 }))
  return { file, size, at }
}
