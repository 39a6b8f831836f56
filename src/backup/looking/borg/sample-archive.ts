import type { Generation } from '../../observation.ts'
import type { LookContext } from '../look.ts'
import { lastWords } from '../run-engine.ts'
import { lookThroughTar, type TarLook } from '../sample-tar.ts'
import { streamBorg } from './call-borg.ts'

/** Reads an archive as it would be restored, as far as the limit allows. */
export async function sampled(context: LookContext, archive: string): Promise<Partial<Generation>> {
  const { place, watch } = context
  let look: TarLook | undefined
  const { code, stderr } = await streamBorg(context, ['export-tar'], archive, async (stdout) => {
    look = await lookThroughTar(stdout, place, watch, watch.limits.sampledBytes).catch((error) => {
      // An export that breaks off is told by its code below, with Borg's own words.
      if (error.name === 'Hindered') throw error
      return undefined
    })
  })
  if (look === undefined || (look.whole && code !== 0)) {
    return { integrity: 'damaged', damage: [lastWords(stderr, context.secret)] }
  }
  const { content, canaries, whole, names } = look
  const absent = whole ? ('missing' as const) : ('unknown' as const)
  return {
    content,
    canaries: place.canaries.map(({ path }) => ({ path, state: canaries.get(path) ?? absent })),
    ...(whole ? { lacking: place.holds.filter((path) => !names.has(path)) } : {}),
  }
}
