import { createInterface } from 'node:readline'
import type { LookContext } from '../look.ts'
import { lastWords } from '../run-engine.ts'
import { isWithin } from '../sample-tar.ts'
import { streamRestic } from './call-restic.ts'

export type Listed =
  | { readonly bytes: number; readonly files: number; readonly lacking: readonly string[] }
  | { readonly integrity: 'damaged'; readonly damage: readonly string[] }

interface Node {
  readonly struct_type: string
  readonly type?: string
  readonly path?: string
  readonly size?: number
}

/** The names and sizes of a snapshot's files, one line after the other, so that millions take no memory. */
export async function listed(context: LookContext, id: string): Promise<Listed> {
  const lacking = new Set(context.place.holds)
  let [bytes, files] = [0, 0]
  const { code, stderr } = await streamRestic(context, ['ls', '--json', id], async (stdout) => {
    for await (const line of createInterface({ input: stdout })) {
      context.watch.step()
      const { struct_type, type, path = '', size = 0 } = JSON.parse(line) as Node
      if (struct_type !== 'node') continue
      for (const wanted of lacking) if (isWithin(path, wanted)) lacking.delete(wanted)
      if (type !== 'file') continue
      files += 1
      bytes += size
    }
  })
  if (code !== 0) return { integrity: 'damaged', damage: [lastWords(stderr, context.secret)] }
  return { bytes, files, lacking: [...lacking] }
}
