import { Malformed } from '../malformed.ts'
import type { Check } from '../validation/verdict.ts'
import type { Certificate } from '../x509/certificate.ts'
import { policiesOf } from '../x509/extension/policies.ts'
import { basicConstraintsOf, keyUsageOf } from '../x509/extension/usage.ts'
import type { HpkiProfile, RoleRow } from './profile.ts'
import { type HealthcareActor, healthcareActorsOf } from './role.ts'

/** What a certificate says of its holder's licence; five kinds of trouble are told apart (each its own check code). */
export interface SignerLook {
  /** Whether it is a signing certificate of HPKI by its root, its own policy, key usage and issuer. */
  readonly isHpki: boolean
  readonly roles: readonly RoleRow[]
  readonly checks: readonly Check[]
}

/**
 * Looks at the signer's certificate and its issuer by the HPKI profile. Chain and revocation were judged before, and whether the
 * chain ends at a root of HPKI: without that, every authority that anybody trusts could make doctors.
 */
export function lookAtSigner(path: readonly Certificate[], isUnderHpki: boolean, profile: HpkiProfile): SignerLook {
  const [certificate, ...above] = path
  if (certificate === undefined)
    return { isHpki: false, roles: [], checks: [{ code: 'hpki-policy', outcome: 'not-checked', facts: {} }] }
  try {
    const checks: readonly Check[] = [
      policyCheck(certificate, profile),
      issuerCheck(above, profile),
      usageCheck(certificate),
      { code: 'hpki-root', outcome: isUnderHpki ? 'passed' : 'failed', facts: {} },
      ...roleChecks(certificate, profile),
    ]
    const isHpki = checks.filter(({ code }) => code.startsWith('hpki-')).every(({ outcome }) => outcome === 'passed')
    return { isHpki, roles: knownRoles(certificate, profile), checks }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return {
      isHpki: false,
      roles: [],
      checks: [{ code: 'hpki-readable', outcome: 'failed', facts: { reason: error.reason } }],
    }
  }
}

/** The leaf's own policy, compared as it stands: no policy processing along the path (see validate-path.ts). */
function policyCheck(certificate: Certificate, profile: HpkiProfile): Check {
  const oids = policiesOf(certificate)?.oids ?? []
  const signing = oids.some((oid) => profile.signingPolicies.oids.includes(oid))
  const authentication = oids.some((oid) => profile.authenticationPolicies.oids.includes(oid))
  return {
    code: authentication ? 'hpki-authentication-certificate' : 'hpki-policy',
    outcome: signing && !authentication ? 'passed' : 'failed',
    facts: { policies: oids.join(' ') },
  }
}

/**
 * Each authority between the signer and the root. The one right above the signer writes what it likes: what the one above that was
 * never allowed to issue, it cannot pass on.
 */
function issuerCheck(above: readonly Certificate[], profile: HpkiProfile): Check {
  const issuers = above.length > 1 ? above.slice(0, -1) : above
  const policies = issuers.map((issuer) => policiesOf(issuer)?.oids ?? [])
  const known = policies.every((oids) => oids.some((oid) => profile.issuingPolicies.oids.includes(oid)))
  return {
    code: 'hpki-issuer-policy',
    outcome: known && policies.length > 0 ? 'passed' : 'failed',
    facts: { policies: policies.flat().join(' ') },
  }
}

/** nonRepudiation and nothing else; an authentication key says digitalSignature, and a signature by it is none. */
function usageCheck(certificate: Certificate): Check {
  const usage = keyUsageOf(certificate) ?? []
  const right = usage.length === 1 && usage[0] === 'nonRepudiation' && basicConstraintsOf(certificate)?.isCa !== true
  return { code: 'hpki-signing-key', outcome: right ? 'passed' : 'failed', facts: { usage: usage.join(' ') } }
}

function roleChecks(certificate: Certificate, profile: HpkiProfile): readonly Check[] {
  const actors = healthcareActorsOf(certificate)
  if (actors === null || actors.length === 0) return [{ code: 'role-present', outcome: 'failed', facts: {} }]
  const schemed = actors.filter((actor) => isOurs(actor, profile))
  const rows = knownRoles(certificate, profile)
  const strange = schemed.flatMap(({ text }) => (rows.some((row) => row.text === text) ? [] : [text ?? '']))
  const schemes = { schemes: actors.map(({ scheme }) => scheme).join(' ') }
  return [
    { code: 'role-present', outcome: 'passed', facts: { actors: actors.length } },
    { code: 'role-scheme', outcome: schemed.length === 0 ? 'failed' : 'passed', facts: schemes },
    ...(schemed.length === 0 ? [] : whichRoles(rows, strange)),
  ]
}

/** A name that is not in the table is an unknown role, not none; an office is no licence. */
function whichRoles(rows: readonly RoleRow[], strange: readonly string[]): readonly Check[] {
  const known: Check = {
    code: 'role-known',
    outcome: rows.length === 0 ? 'failed' : 'passed',
    facts: { unknown: strange.join(', ') },
  }
  if (rows.length === 0) return [known]
  const licensed = rows.some(({ licence }) => licence)
  return [
    known,
    {
      code: 'role-licence',
      outcome: licensed ? 'passed' : 'failed',
      facts: { roles: rows.map(({ text }) => text).join(', ') },
    },
  ]
}

const isOurs = ({ scheme }: HealthcareActor, profile: HpkiProfile): boolean =>
  profile.codingScheme.oids.includes(scheme)

function knownRoles(certificate: Certificate, profile: HpkiProfile): readonly RoleRow[] {
  const ours = (healthcareActorsOf(certificate) ?? []).filter((actor) => isOurs(actor, profile))
  return profile.roles.filter((row) => ours.some(({ text }) => text === row.text))
}
