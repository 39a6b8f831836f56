import { z } from 'zod'
import { Refusal } from '#shared'

const format = 'omamori-keys@1'

// Passphrases are stretched with what the file says; these bounds keep a hostile file from taking all the memory.
const stretching = z.strictObject({
  salt: z.base64(),
  memoryKib: z.int().min(8_192).max(2_097_152),
  passes: z.int().min(1).max(20),
})

const rootFile = z.strictObject({
  format: z.literal(format),
  /** How the root key is unlocked: by the key file beside this one, or by a passphrase. */
  unlock: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key-file') }),
    z.strictObject({ kind: z.literal('passphrase'), ...stretching.shape }),
  ]),
  current: z.strictObject({
    id: z.string(),
    createdAt: z.string(),
    byUnlock: z.base64(),
    byRecovery: z.base64(),
  }),
  /** Earlier root keys, each closed under the current one: older backups of the database need them. */
  retired: z.array(z.strictObject({ id: z.string(), retiredAt: z.string(), byCurrent: z.base64() })),
})

/** 根の鍵の置き場 — what `root.json` holds. Nothing in it opens anything without the key file, the passphrase or the sheet. */
export type RootFile = z.infer<typeof rootFile>

export type Unlocking = RootFile['unlock']

export function writeRootFile(file: Omit<RootFile, 'format'>): string {
  return `${JSON.stringify({ format, ...file }, null, 2)}\n`
}

/** Reads the text of `root.json`, refusing what a newer version wrote or what is not such a file. */
export function readRootFile(text: string, path: string): RootFile {
  const value = parsed(text)
  const found = z.object({ format: z.string() }).safeParse(value)
  if (found.success && found.data.format !== format && found.data.format.startsWith('omamori-keys@')) {
    throw new Refusal('newer-data', { file: path, found: found.data.format, known: [format] })
  }
  const result = rootFile.safeParse(value)
  if (!result.success) throw new Refusal('corrupt', { what: 'keys', file: path, wayOut: 'recovery-sheet-and-backup' })
  return result.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
