import { loadEdition } from '@omamori/guideline'
import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import type { FindingCode } from '../contract.ts'
import { withFact, without } from '../testing/change.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { rules } from './index.ts'

const emr = ['systems', 'emr']
const terminal = ['terminals', 't-01']
const pump = ['devices', 'pump']
const wifi = ['wireless', 'wifi']
const line = ['connections', 'line']
const server = ['servers', 'server']

/** What falls short: the requirement, the fact, the value that is not enough, and what the rule says of it. */
const shortfalls: readonly (readonly [string, readonly string[], unknown, FindingCode])[] = [
  ['6.2.C-1', ['inventory', 'complete'], false, 'inventory-incomplete'],
  ['6.2.C-2', ['inventory', 'reviewedOn'], '2025-11-21', 'review-overdue'],
  ['6.2.C-3', ['inventory', 'readableBySafetyManager'], false, 'inventory-not-readable'],
  ['6.2.C-4', ['risks', 'r-01', 'analysedOn'], '2025-11-21', 'review-overdue'],
  ['6.2.C-6', ['risks', 'r-01', 'state'], 'planned', 'risk-untreated'],
  ['6.2.C-7', [...emr, 'ownerId'], 'none', 'owner-none'],
  ['6.2.C-7', ['persons', 'p-01', 'state'], 'left', 'owner-left'],
  ['6.2.C-7', ['documents', 'diagram', 'coversAll'], false, 'not-on-diagram'],
  ['6.2.C-7', ['documents', 'owners', 'revisedOn'], '2025-11-21', 'review-overdue'],
  ['6.2.D-1', ['documents', 'analysis', 'revisedOn'], '2025-11-21', 'review-overdue'],
  ['6.5.C-1', [...emr, 'authentication', 'identifiesUsers'], false, 'users-not-identified'],
  ['6.5.C-1', [...emr, 'authentication', 'sharedAccounts'], 2, 'shared-accounts'],
  ['6.5.C-2', [...emr, 'authentication', 'usersChangeInitialPassword'], false, 'initial-password-kept'],
  ['6.5.C-3', ['systems', 'receipt', 'authentication', 'spareProcedure'], false, 'no-spare-procedure'],
  ['6.5.C-4', [...terminal, 'screenLock', 'minutes'], 0, 'screen-never-locks'],
  ['6.5.C-4', [...terminal, 'screenLock', 'minutes'], 11, 'screen-locks-late'],
  ['6.5.C-6', [...emr, 'access', 'rolesDefined'], false, 'roles-undefined'],
  ['6.5.C-6', [...emr, 'access', 'reviewedOn'], '2026-05-25', 'review-overdue'],
  ['6.5.C-6', [...emr, 'access', 'activeLeaverAccounts'], 3, 'leaver-accounts'],
  ['6.5.C-6', [...emr, 'access', 'leaversDisabledWithinDays'], 4, 'leavers-disabled-late'],
  ['6.5.C-7', [...emr, 'log', 'reviewedOn'], '2026-10-22', 'review-overdue'],
  ['6.5.C-8', [...emr, 'log', 'protection'], 'none', 'log-unprotected'],
  ['6.5.C-9', [...server, 'time', 'synchronised'], false, 'clock-not-synchronised'],
  ['6.5.C-9', [...terminal, 'time', 'offsetMs'], 1001, 'clock-off'],
  ['6.5.C-9', [...emr, 'time', 'checkedOn'], '2026-08-23', 'review-overdue'],
  ['6.5.C-10', [...terminal, 'malware', 'scansIntake'], false, 'intake-not-scanned'],
  ['6.5.C-11', [...terminal, 'malware', 'active'], false, 'malware-inactive'],
  ['6.5.C-11', [...server, 'malware', 'patternUpdatedOn'], '2026-11-14', 'patterns-old'],
  ['6.5.C-12', ['mail', 'executables'], 'allowed', 'executables-allowed'],
  ['6.5.C-12', ['mail', 'senderSanitisationChecked'], false, 'sender-not-checked'],
  ['6.5.C-13', ['systems', 'receipt', 'authentication', 'factors'], ['knowledge'], 'one-factor'],
  ['6.5.C-13', ['systems', 'emr', 'introducedOn'], '2026-04-01', 'one-factor'],
  ['6.5.C-14-1', [...emr, 'passwordPolicy', 'storage'], 'reversible', 'password-reversible'],
  ['6.5.C-14-2', [...emr, 'passwordPolicy', 'resetRecorded'], false, 'resets-unrecorded'],
  ['6.5.C-14-3', [...emr, 'passwordPolicy', 'administratorsCanRead'], true, 'administrators-read-passwords'],
  ['6.5.C-14-4', [...emr, 'passwordPolicy', 'minLength'], 12, 'password-weak'],
  ['6.5.C-14-5', [...emr, 'passwordPolicy', 'deniesGuessable'], false, 'guessable-passwords'],
  ['6.5.C-14-5', [...emr, 'passwordPolicy', 'history'], 0, 'no-password-history'],
  ['6.5.C-15-1', [...wifi, 'refusesAny'], false, 'wireless-any'],
  ['6.5.C-15-2', [...wifi, 'macFilter'], false, 'wireless-no-mac-filter'],
  ['6.5.C-15-2', [...wifi, 'macListMatchesRegistry'], false, 'wireless-mac-list-differs'],
  ['6.5.C-15-3', [...wifi, 'encryption'], 'wpa', 'wireless-weak-encryption'],
  ['6.5.C-16-2', [...pump, 'lent', 'consentKept'], false, 'loan-without-consent'],
  ['6.5.C-16-2', [...pump, 'lent', 'contactGiven'], false, 'loan-without-contact'],
  ['6.5.C-16-3', [...pump, 'firmware', 'current'], false, 'firmware-old'],
  ['6.5.C-16-3', [...pump, 'firmware', 'checkedOn'], '2026-08-23', 'review-overdue'],
  ['6.5.C-16-4', ['devices', 'old-pump', 'connected'], true, 'retired-device-connected'],
  ['6.5.D-1', [...emr, 'access', 'byInformationClass'], false, 'rights-ignore-class'],
  ['6.5.D-2', [...terminal, 'screenLock', 'asksPassword'], false, 'screen-opens-freely'],
  ['6.5.D-3', [...line, 'firewall', 'stateful'], false, 'firewall-stateless'],
  ['6.5.D-3', [...server, 'firewall', 'rulesReviewedOn'], '2026-05-25', 'review-overdue'],
  ['6.5.D-4-1', [...emr, 'passwordPolicy', 'failureDelaySeconds'], 0, 'no-failure-delay'],
  ['6.5.D-4-2', [...emr, 'passwordPolicy', 'lockoutAfter'], 0, 'no-lockout'],
  ['6.5.D-4-2', [...emr, 'passwordPolicy', 'lockoutMinutes'], 0, 'no-lockout'],
  ['6.5.D-5', [...emr, 'authentication', 'roomFactor'], 'knowledge', 'one-factor'],
  ['6.5.D-6', [...wifi, 'enterprise'], false, 'wireless-not-enterprise'],
  ['6.5.D-7', [...pump, 'lastReportOn'], '2026-10-22', 'device-silent'],
]

/** What cannot be known: the requirement, the fact that is taken away, and what the rule says of it. */
const silences: readonly (readonly [string, readonly string[], FindingCode])[] = [
  ['6.2.C-1', [...emr, 'informationIds'], 'missing'],
  ['6.2.C-1', ['information'], 'reference-unknown'],
  ['6.2.C-2', ['information', 'charts', 'importance'], 'missing'],
  ['6.2.C-2', ['limits', 'informationReviewDays'], 'limit-missing'],
  ['6.2.C-3', ['inventory'], 'missing'],
  ['6.2.C-4', ['risks', 'r-01', 'informationIds'], 'risk-not-recorded'],
  ['6.2.C-4', ['risks', 'r-02'], 'threat-not-analysed'],
  ['6.2.C-5', [...emr, 'disclosure', 'version'], 'missing'],
  ['6.2.C-6', ['risks', 'r-01', 'controls'], 'missing'],
  ['6.2.C-6', ['risks'], 'not-recorded'],
  ['6.2.C-7', ['persons'], 'reference-unknown'],
  ['6.2.C-7', ['documents', 'diagram', 'coversAll'], 'diagram-unknown'],
  ['6.2.C-7', ['documents', 'owners'], 'not-recorded'],
  ['6.2.D-1', ['documents', 'analysis', 'version'], 'missing'],
  ['6.5.C-1', ['systems'], 'not-recorded'],
  ['6.5.C-2', [...emr, 'authentication', 'factors'], 'missing'],
  ['6.5.C-3', ['systems', 'receipt', 'authentication', 'spareProcedure'], 'missing'],
  ['6.5.C-4', ['limits', 'screenLockMinutes'], 'limit-missing'],
  ['6.5.C-4', ['terminals'], 'not-recorded'],
  ['6.5.C-6', ['limits', 'leaverDays'], 'limit-missing'],
  ['6.5.C-7', [...emr, 'log', 'recordsPatient'], 'missing'],
  ['6.5.C-8', [...emr, 'log', 'protection'], 'missing'],
  ['6.5.C-9', ['limits', 'clockToleranceMs'], 'limit-missing'],
  ['6.5.C-10', [...terminal, 'malware'], 'missing'],
  ['6.5.C-11', [...terminal, 'malware', 'patternUpdatedOn'], 'missing'],
  ['6.5.C-12', ['mail'], 'not-recorded'],
  ['6.5.C-13', [...emr, 'introducedOn'], 'missing'],
  ['6.5.C-14-1', [...emr, 'passwordPolicy', 'storage'], 'missing'],
  ['6.5.C-14-2', [...emr, 'passwordPolicy', 'resetRecorded'], 'missing'],
  ['6.5.C-14-3', [...emr, 'passwordPolicy', 'administratorsCanRead'], 'missing'],
  ['6.5.C-14-4', [...emr, 'passwordPolicy', 'minLength'], 'missing'],
  ['6.5.C-14-5', [...emr, 'passwordPolicy', 'history'], 'missing'],
  ['6.5.C-15-1', [...wifi, 'forMedicalSystems'], 'missing'],
  ['6.5.C-15-2', [...wifi, 'macListMatchesRegistry'], 'missing'],
  ['6.5.C-15-3', ['wireless'], 'not-recorded'],
  ['6.5.C-16-1', [...pump, 'ruleReference'], 'missing'],
  ['6.5.C-16-2', [...pump, 'lent', 'consentKept'], 'missing'],
  ['6.5.C-16-3', [...pump, 'kind'], 'missing'],
  ['6.5.C-16-4', ['devices', 'old-pump'], 'not-recorded'],
  ['6.5.D-1', [...emr, 'access', 'byInformationClass'], 'missing'],
  ['6.5.D-2', [...terminal, 'screenLock'], 'missing'],
  ['6.5.D-3', [...server, 'databaseServer'], 'missing'],
  ['6.5.D-3', ['limits', 'firewallReviewDays'], 'limit-missing'],
  ['6.5.D-4-1', [...emr, 'passwordPolicy', 'failureDelaySeconds'], 'missing'],
  ['6.5.D-4-2', [...emr, 'passwordPolicy', 'lockoutMinutes'], 'missing'],
  ['6.5.D-5', [...emr, 'authentication', 'roomFactor'], 'missing'],
  ['6.5.D-6', [...wifi, 'enterprise'], 'missing'],
  ['6.5.D-7', [...pump, 'reportsTo'], 'missing'],
]

const found = (id: string, facility: Facility) => rules[id]?.(facility, ON) ?? []
const ids = Object.keys(rules)

test('every rule answers a requirement of the edition', () => {
  const known = new Set(loadEdition().requirements.map((requirement) => requirement.id))
  expect(ids.filter((id) => !known.has(id))).toEqual([])
  expect(ids.length).toBeGreaterThanOrEqual(25)
})

test.each(shortfalls)('%s falls short by %j being %j', (id, path, value, code) => {
  const findings = found(id, withFact(compliantFacility, path, value)).filter(({ state }) => state === 'not-met')
  expect(findings.map((finding) => finding.code)).toContain(code)
})

test.each(silences)('%s cannot be known without %j', (id, path, code) => {
  const findings = found(id, without(compliantFacility, path)).filter(({ state }) => state !== 'met')
  expect(findings.map(({ state }) => state)).not.toContain('not-met')
  expect(findings.map((finding) => finding.code)).toContain(code)
})

test('each rule finds everything in order in the compliant clinic, thing by thing', () => {
  for (const id of ids.filter((id) => id !== '6.5.C-14-4-b')) {
    expect(found(id, compliantFacility).filter(({ state }) => state !== 'met')).toEqual([])
    expect(found(id, compliantFacility).every(({ about }) => about !== undefined)).toBe(true)
  }
})

test('no rule is met by a facility of which nothing is recorded', () => {
  const empty: Facility = { format: 'omamori-facility@1', asOf: ON, profile: { name: 'みほん診療所' } }
  for (const id of ids) expect(found(id, empty).map(({ state }) => state)).toContain('unknown')
  for (const id of ids) expect(found(id, empty).map(({ state }) => state)).not.toContain('met')
})

test('every rule with something to dislike has a case here', () => {
  const cases = new Set([...shortfalls, ...silences].map(([id]) => id))
  expect(ids.filter((id) => !cases.has(id) && !id.startsWith('6.5.C-14-4-'))).toEqual([])
})

test('a work diary stands in for a log that cannot say everything; whether there is one has to be known', () => {
  const poor = withFact(compliantFacility, [...emr, 'log', 'recordsPatient'], false)
  expect(found('6.5.C-7', poor).map(({ code }) => code)).toContain('missing')
  const refused = found('6.5.C-7', withFact(poor, [...emr, 'log', 'diary'], false))
  expect(refused.find(({ state }) => state === 'not-met')).toMatchObject({
    code: 'log-incomplete',
    facts: { lacking: 'log.recordsPatient' },
  })
  const kept = found('6.5.C-7', withFact(poor, [...emr, 'log', 'diary'], true))
  expect(kept.map(({ state }) => state)).not.toContain('not-met')
})

test('a device of no known kind may be an IoT device, and a system of no known factors may use passwords', () => {
  const findings = found('6.5.C-16-3', without(compliantFacility, ['devices', 'router', 'kind']))
  expect(findings.filter(({ state }) => state === 'unknown').map(({ about }) => about?.id)).toEqual(['router'])
})

test('an IoT device that is not updated has a reason with an end', () => {
  const old = withFact(compliantFacility, [...pump, 'firmware', 'current'], false)
  const excused = (day: string) => found('6.5.C-16-3', withFact(old, [...pump, 'firmware', 'exceptionUntil'], day))
  expect(excused(ON)[0]).toMatchObject({ state: 'met', code: 'firmware-exception' })
  expect(excused('2026-11-21')[0]).toMatchObject({ state: 'not-met', code: 'firmware-exception-over' })
})

test('a measure equal to two factors counts once it is written down', () => {
  const one = withFact(compliantFacility, ['systems', 'receipt', 'authentication', 'factors'], ['knowledge'])
  const equal = withFact(one, ['systems', 'receipt', 'authentication', 'equivalentMeasure'], '入退室の記録')
  expect(found('6.5.C-13', equal).map(({ state }) => state)).toEqual(['met'])
})

test('a wireless LAN that medical systems do not use is none of the rule’s business', () => {
  expect(found('6.5.C-15-3', compliantFacility).map(({ about }) => about?.id)).toEqual(['wifi'])
})

test('a day that has not come yet is not known, however good it would be', () => {
  const facility = withFact(compliantFacility, [...emr, 'log', 'reviewedOn'], '2026-11-23')
  expect(found('6.5.C-7', facility).map(({ code }) => code)).toContain('day-in-future')
})
