import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Watch } from '../watch.ts'
import type { DumpRead } from './read-archive-dump.ts'

const BEGINNING = '-- PostgreSQL database'
const END = 'dump complete'
// What pg_dump writes after its last statement.
const TAIL_BYTES = 1000

/** A dump as SQL text: pg_dump's own first and last lines say that it is whole; packed by gzip, its sum is checked too. */
export async function readPlainDump(file: string, watch: Watch): Promise<DumpRead> {
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  try {
    for await (const chunk of source(file)) {
      watch.step(0)
      if (head.length < TAIL_BYTES) head = Buffer.concat([head, chunk]).subarray(0, TAIL_BYTES)
      tail = Buffer.from(Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES))
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    return { integrity: 'damaged', damage: [message] }
  }
  if (!head.includes(BEGINNING)) return { integrity: 'damaged', damage: ['no beginning of pg_dump'] }
  if (!tail.includes(END)) return { integrity: 'damaged', damage: ['no end of pg_dump'] }
  return { integrity: 'intact' }
}

function source(file: string): Readable {
  const plain = createReadStream(file)
  if (!file.toLowerCase().endsWith('.gz')) return plain
  const unpacked = createGunzip()
  plain.on('error', (error) => unpacked.destroy(error))
  return plain.pipe(unpacked)
}
