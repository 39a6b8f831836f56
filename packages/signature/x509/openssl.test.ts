import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { explicit, ia5String, implicit, integer, nothing, sequence } from '../asn1/write.ts'
import { createDice, type Dice } from '../fuzz/dice.ts'
import {
  authorityKeyId,
  basicConstraints,
  extension,
  issueCertificate,
  keyUsage,
  name,
  policies,
  subjectKeyId,
} from '../testing/issue.ts'
import { readCertificate } from './certificate.ts'
import { buildPath } from './path.ts'
import { opensslFolder } from './testing-openssl.ts'
import { at, cases, filesOf, type PkitsCase, pathOf, revocationIn } from './testing-pkits.ts'
import { plainInputs } from './validate-path.ts'

const { keep, accepted: acceptedByOpenssl, close } = opensslFolder()
afterAll(close)

const certificates = filesOf('certs')
for (const [file, octets] of certificates) keep(`${file}.pem`, 'CERTIFICATE', octets)
const isLeaf = (file: string) => file.endsWith('EE') || file === 'TrustAnchorRootCertificate'
keep('others.pem', 'CERTIFICATE', ...[...certificates].flatMap(([file, octets]) => (isLeaf(file) ? [] : [octets])))
keep('lists.pem', 'X509 CRL', ...filesOf('crls').values())

const moment = ['-attime', String(at / 1000), '-auth_level', '0', '-policy_check']
const material = ['-CAfile', 'TrustAnchorRootCertificate.pem', '-untrusted', 'others.pem', '-CRLfile', 'lists.pem']

function inputsOf(one: PkitsCase): readonly string[] {
  return [
    ...(one.initialPolicies ?? ['2.5.29.32.0']).flatMap((oid) => ['-policy', oid]),
    ...(one.requireExplicitPolicy ? ['-explicit_policy'] : []),
    ...(one.inhibitPolicyMapping ? ['-inhibit_map'] : []),
    ...(one.inhibitAnyPolicy ? ['-inhibit_any'] : []),
  ]
}

/** Where the two answers differ, and why. */
const differences: Readonly<Record<string, string>> = {
  '4.14.30':
    'the issuer of an indirect list is asked of the list that it signed itself: OpenSSL gives up, NIST says valid',
}

test('openssl verify answers every case of PKITS as we do, save those that are explained', () => {
  const groups = Map.groupBy(cases, (one) => inputsOf(one).join(' '))
  const differing: string[] = []
  for (const [inputs, group] of groups) {
    const files = [...new Set(group.map(({ target }) => `${target}.pem`))]
    const lists = ['-crl_check_all', '-extended_crl', '-use_deltas']
    const accepted = acceptedByOpenssl([...material, ...moment, ...lists, ...inputs.split(' ')], files)
    for (const one of group) {
      const { path } = pathOf(one)
      const ours = path !== null && revocationIn(path) === 'good'
      if (ours !== accepted.has(`${one.target}.pem`)) differing.push(one.section)
    }
  }
  expect(differing).toEqual(Object.keys(differences))
})

const keys = Array.from({ length: 4 }, () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey)
const now = Date.UTC(2026, 5, 1)
const year = 365 * 86_400_000
const rootName = name(['C', 'JP'], ['CN', 'anchor'])
const key = (index: number): KeyObject => keys[index % keys.length] as KeyObject

/** A chain of two to four certificates under an anchor, each with a chance of one thing or another being wrong. */
function randomChain(dice: Dice, number: number): readonly Uint8Array[] {
  const caName = (depth: number) =>
    depth === 0 ? rootName : name(['C', 'JP'], ['O', 'Mihon'], ['CN', `authority ${depth} of ${number}`])
  const length = 2 + dice(3)
  return Array.from({ length }, (_, i) => {
    const [depth, last] = [i + 1, i === length - 1]
    const odd = (chance: number) => dice(chance) === 0
    return issueCertificate({
      serialNumber: depth,
      subject: last ? name(['C', 'JP'], ['O', odd(2) ? 'Mihon' : 'Other'], ['CN', 'leaf']) : caName(depth),
      issuer: odd(40) ? caName(7) : caName(i),
      notBefore: odd(25) ? now + 1000 : now - year,
      notAfter: odd(25) ? now - 1000 : now + year,
      key: key(depth),
      issuerKey: odd(30) ? key(depth + 1) : key(i),
      extensions: [
        ...(last || odd(25) ? [] : [basicConstraints(!odd(20), odd(3) ? dice(3) : undefined)]),
        ...(odd(4)
          ? []
          : [
              last
                ? keyUsage('nonRepudiation')
                : keyUsage(...(odd(20) ? (['cRLSign'] as const) : (['keyCertSign', 'cRLSign'] as const))),
            ]),
        ...(odd(3) ? [] : [policies(...['1.2.3.1', '1.2.3.2', '2.5.29.32.0'].slice(dice(3)))]),
        ...(odd(12) ? [extension('2.5.29.36', true, sequence(implicit(0x80, integer(dice(3)))))] : []),
        ...(odd(12) ? [extension('2.5.29.54', true, integer(dice(2)))] : []),
        ...(!last && odd(6)
          ? [extension('2.5.29.30', true, sequence(explicit(dice(2), sequence(explicit(4, caTree())))))]
          : []),
        ...(odd(30) ? [extension('1.2.3.4.5', true, nothing())] : []),
        ...(last && odd(4)
          ? [extension('2.5.29.17', false, sequence(implicit(0x82, ia5String('a.host.example'))))]
          : []),
        ...(odd(5) ? [] : [subjectKeyId(key(depth)), authorityKeyId(key(i))]),
      ],
    })
  })
}

const caTree = () => name(['C', 'JP'], ['O', 'Mihon'])

test('of three hundred random chains none is valid to us that openssl verify refuses', () => {
  const root = issueCertificate({
    ...{ serialNumber: 1, subject: rootName, issuer: rootName, notBefore: now - year, notAfter: now + year },
    ...{ key: key(0), issuerKey: key(0) },
    extensions: [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign'), subjectKeyId(key(0))],
  })
  keep('root.pem', 'CERTIFICATE', root)
  const parameters = ['-CAfile', 'root.pem', '-attime', String(now / 1000), '-policy_check', '-policy', '2.5.29.32.0']
  const chains = Array.from({ length: 300 }, (_, number) =>
    randomChain(createDice(2026, 'chain', number), number).toReversed(),
  )
  const files = chains.map(([leaf = root], number) => {
    keep(`leaf-${number}.pem`, 'CERTIFICATE', leaf)
    return `leaf-${number}.pem`
  })
  keep('chains.pem', 'CERTIFICATE', ...chains.flatMap(([, ...others]) => others))
  const theirs = acceptedByOpenssl([...parameters, '-untrusted', 'chains.pem'], files)
  const counted: Record<string, number> = {}
  for (const [number, chain] of chains.entries()) {
    const [leaf, ...others] = chain.map(readCertificate)
    if (!leaf) continue
    const { path, trouble } = buildPath(leaf, [readCertificate(root)], others, { ...plainInputs, at: now })
    const ours = path ? 'valid' : (trouble?.code ?? 'no-chain')
    const accepted = theirs.has(`leaf-${number}.pem`)
    if (ours === 'valid') expect(accepted, `chain ${number}`).toBe(true)
    // A certificate that may sign certificates but does not say that it is an authority: OpenSSL lets it pass, RFC 5280 does not.
    else if (accepted) expect(ours, `chain ${number}`).toBe('ca-basic-constraints')
    counted[ours] = (counted[ours] ?? 0) + 1
  }
  expect(Object.keys(counted).length).toBeGreaterThan(7)
  expect(counted.valid).toBeGreaterThan(50)
})
