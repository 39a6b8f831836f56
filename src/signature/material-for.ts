import {
  algorithmPolicy,
  evidenceWanted,
  type Moment,
  materialOf,
  type OpenedSignature,
  type ValidationMaterial,
  validateSignature,
} from '@omamori/signature'
import { Refusal } from '#shared'
import { noEvidence, withEvidence } from './evidence/evidence.ts'
import type { Fetched } from './evidence/fetch-once.ts'
import type { Gather } from './evidence/gather.ts'
import type { Trust } from './read-trust.ts'

export interface MaterialOrder {
  readonly trust: Trust
  readonly at: Moment
  /** Absent: nothing is fetched. */
  readonly gather?: Gather
}

/**
 * What B-LT keeps beside signatures that hold now: it is what showed that. Gathering it for a signature that nobody could verify would only
 * look like proof (`malformed`, reason `not-valid-now`).
 */
export async function materialFor(
  opened: readonly OpenedSignature[],
  order: MaterialOrder,
): Promise<ValidationMaterial> {
  const each: ValidationMaterial[] = []
  for (const one of opened) each.push(await materialForOne(one, order))
  return {
    certificates: each.flatMap(({ certificates }) => certificates),
    crls: each.flatMap(({ crls }) => crls),
    ocsps: each.flatMap(({ ocsps }) => ocsps),
  }
}

async function materialForOne(
  opened: OpenedSignature,
  { trust, at, gather }: MaterialOrder,
): Promise<ValidationMaterial> {
  const offline = { at, ...trust, ocsps: [], algorithms: algorithmPolicy() }
  const gathered = await gather?.((evidence) => {
    const context = withEvidence(offline, evidence)
    return evidenceWanted(validateSignature(opened, context), context)
  })
  const context = withEvidence(offline, gathered?.evidence ?? noEvidence)
  const validated = validateSignature(opened, context)
  const { conclusion } = validated
  if (conclusion.indication !== 'TOTAL-PASSED')
    throw new Refusal('malformed', {
      reason: 'not-valid-now',
      indication: conclusion.indication,
      subIndication: conclusion.subIndication,
      said: notFetchedIn(gathered?.fetched ?? []),
    })
  return materialOf(validated, {
    crls: [...context.crls, ...opened.crls],
    ocsps: [...context.ocsps, ...opened.ocsps],
  })
}

const notFetchedIn = (fetched: readonly Fetched[]): readonly string[] =>
  fetched.flatMap(({ url, reason, said }) => (reason === null ? [] : [`${url}: ${reason} ${said ?? ''}`.trim()]))
