import { checkShape, decodeText, type Issue, limitedIssues, parseText, unlocated } from '#registry'
import { Refusal } from '#shared'
import { checkPlaces } from './check-places.ts'
import { expectedInPlan } from './expected-in-plan.ts'
import { type BackupPlanFile, planSchema } from './plan.ts'

// A hospital's plan has some kilobytes.
const MAX_BYTES = 1_000_000

/** The plan that a file says, YAML or JSON; `malformed` names every line that is wrong, `too-large` the limit. */
export function readPlan(bytes: Uint8Array): BackupPlanFile {
  if (bytes.length > MAX_BYTES) throw new Refusal('too-large', { limit: MAX_BYTES })
  const decoded = decodeText(bytes)
  if ('issue' in decoded) throw refused([decoded.issue])
  const parsed = parseText(decoded.text)
  if (parsed.issues.length > 0) throw refused(parsed.issues)
  if (parsed.value === null || parsed.value === undefined) throw refused([{ path: '', code: 'empty' }])
  const wrong = checkShape(planSchema, parsed.value, expectedInPlan)
  const found = wrong.length > 0 ? wrong : checkPlaces(planSchema.parse(parsed.value))
  if (found.length > 0) {
    throw refused(found.map((each) => ({ ...unlocated(each), ...parsed.at(each.path, each.key) })))
  }
  return planSchema.parse(parsed.value)
}

function refused(issues: readonly Issue[]): Refusal {
  return new Refusal('malformed', { issues: limitedIssues(issues) })
}
