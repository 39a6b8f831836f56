import { LedgerError, parseVerifierKey, type VerifierKey, verifyNote } from '@omamori/ledger'
import type { Doubt, JournalFinding, JournalReport } from '#journal'
import type { CosignedCheckpointRow } from '#storage'
import { type FacilityScope, type Ground, instantOf, secondsOf } from './ground.ts'
import { keysOf, policyAtFirst, policyOf } from './policy-of.ts'
import { witnessedOf } from './progress.ts'
import { allCosigned, allLogWitnesses, logWitnesses, policyIn } from './store.ts'

/**
 * Verifies the kept cosignatures beside the journal: each must be a witness's, and speak of a history with which ours begins.
 * The report says how far each log is witnessed.
 */
export async function withCosignatures(
  ground: Ground,
  scope: FacilityScope,
  report: JournalReport,
): Promise<JournalReport> {
  const [rows, everybody, witnesses, rule] = await ground.storage.read(scope, async (db) => [
    await allCosigned(db),
    await allLogWitnesses(db),
    await logWitnesses(db),
    (await policyIn(db)) ?? policyAtFirst,
  ])
  const keys = [...new Set(everybody.flatMap(keysOf))].map(parseVerifierKey)
  const findings: JournalFinding[] = []
  for (const row of rows) {
    const finding = await findingOf(ground, scope, keys, row)
    if (finding) findings.push(finding)
  }
  const now = secondsOf(report.verifiedAt)
  const logs = report.logs.map((log) => {
    const own = rows.filter(({ origin }) => origin === log.log).toReversed()
    const witnessed = witnessedOf(own, policyOf([log.verifierKey], witnesses, rule.needed), now)
    if (!witnessed || witnessed.size > log.size) return log
    const by = witnessed.by.map((place) => witnesses[place]?.label ?? '')
    return { ...log, witnessed: { size: witnessed.size, at: instantOf(witnessed.seconds), by } }
  })
  return { ...report, logs, findings: [...report.findings, ...findings] }
}

async function findingOf(
  { journal }: Ground,
  scope: FacilityScope,
  keys: readonly VerifierKey[],
  { origin, size, note }: CosignedCheckpointRow,
): Promise<JournalFinding | undefined> {
  const place = { log: origin, index: size - 1, facts: { size } }
  if (!isCosigned(note, keys)) return { ...place, code: 'cosignature-bad' }
  const doubt = await journal.compareWith(scope, note)
  return doubt && { ...place, code: codes[doubt.reason] }
}

const codes: Readonly<Record<Doubt['reason'], JournalFinding['code']>> = {
  'older-copy': 'older-than-witness',
  differs: 'differs-from-witness',
  unreadable: 'cosignature-bad',
}

function isCosigned(note: string, keys: readonly VerifierKey[]): boolean {
  try {
    return verifyNote(note, keys).signatures.length > 0
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}
