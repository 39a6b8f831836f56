import type { SampleName } from '#registry'
import { Refusal } from '#shared'

/** The sample that `--sample` names; the clinic where it stands alone, none where it is absent. */
export function sampleOf(text: true | string | undefined): SampleName | undefined {
  if (text === undefined) return undefined
  if (text === true || text === 'clinic') return 'clinic'
  if (text === 'hospital') return 'hospital'
  throw new Refusal('malformed', { needs: '--sample [clinic | hospital]' })
}
