import { createHash } from 'node:crypto'
import type { Generation } from '../../observation.ts'
import type { LookContext } from '../look.ts'
import { lastWords } from '../run-engine.ts'
import { lookThroughTar, type TarLook } from '../sample-tar.ts'
import { streamRestic } from './call-restic.ts'

/** Reads a snapshot as it would be restored, as far as the limit allows, and its canaries whole. */
export async function sampled(
  context: LookContext,
  id: string,
  { files }: { files: number },
): Promise<Partial<Generation>> {
  if (files === 0) return {}
  let look: TarLook | undefined
  const { code, stderr } = await streamRestic(context, ['dump', id, '/'], async (stdout) => {
    look = await lookThroughTar(stdout, context.place, context.watch, context.watch.limits.sampledBytes).catch(
      (error) => {
        // A dump that breaks off is told by its code below, with restic's own words.
        if (error.name === 'Hindered') throw error
        return undefined
      },
    )
  })
  if (look === undefined || (look.whole && code !== 0)) {
    return { integrity: 'damaged', damage: [lastWords(stderr, context.secret)] }
  }
  const canaries = await Promise.all(
    context.place.canaries.map(async ({ path, sha256 }) => ({
      path,
      state:
        look?.canaries.get(path) ?? (look?.whole ? ('missing' as const) : await canaryOf(context, id, path, sha256)),
    })),
  )
  return { content: look.content, canaries }
}

async function canaryOf(context: LookContext, id: string, path: string, sha256: string) {
  const hash = createHash('sha256')
  const { code } = await streamRestic(
    context,
    ['dump', id, path.startsWith('/') ? path : `/${path}`],
    async (stdout) => {
      for await (const chunk of stdout) hash.update(chunk)
    },
  )
  if (code !== 0) return 'missing' as const
  return hash.digest('hex') === sha256 ? ('kept' as const) : ('changed' as const)
}
