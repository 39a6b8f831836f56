import { expect, test } from 'vitest'
import { at, cases, certificateOf, pathOf, revocationIn } from './testing-pkits.ts'

test('the table names every numbered test of the suite', () => {
  const numbers = new Set(cases.map(({ section }) => section.split('.').slice(0, 3).join('.')))
  const counts = [6, 8, 11, 21, 8, 17, 5, 20, 8, 14, 11, 10, 38, 35, 10, 2]
  const wanted = counts.flatMap((count, i) => Array.from({ length: count }, (_, j) => `4.${i + 1}.${j + 1}`))
  expect([...numbers]).toEqual(wanted)
})

test.each(cases)('PKITS $section, $target: path $path, revocation $revocation', (one) => {
  const { path, trouble } = pathOf(one)
  expect(path ? 'valid' : (trouble?.code ?? 'no-chain')).toBe(one.path)
  if (path) expect(revocationIn(path)).toBe(one.revocation)
})

test('what a name of the suite calls valid is found valid, one case apart, and nothing else', () => {
  const differing = cases.filter(({ target, path, revocation }) => {
    const passes = path === 'valid' && revocation === 'good'
    return target.startsWith('Valid') ? !passes : target.startsWith('Invalid') && passes
  })
  // A valid chain is also run with inputs that refuse it: another policy is asked for, or mapping is inhibited.
  const unexplained = differing.filter((one) => !one.initialPolicies && !one.inhibitPolicyMapping)
  // Lists signed by a key that takes its parameters from another are not believed: see testdata/pkits/SOURCES.md.
  expect(unexplained.map(({ section }) => section)).toEqual(['4.1.5'])
  expect(differing.every(({ target }) => target.startsWith('Valid'))).toBe(true)
})

test('the path that is found does not depend on the order in which candidates come', () => {
  for (const one of cases.filter((_, i) => i % 7 === 0)) {
    const [forwards, backwards] = [pathOf(one), pathOf(one, true)]
    expect(backwards.trouble?.code).toBe(forwards.trouble?.code)
    expect(backwards.path?.map((each) => each.fingerprint)).toEqual(forwards.path?.map((each) => each.fingerprint))
  }
})

test('the moment decides about periods, and may be left out for whoever slides it', () => {
  const [first] = cases
  if (!first) throw new RangeError('no cases')
  expect(pathOf(first, false, Date.UTC(2000, 0, 1)).trouble).toMatchObject({
    code: 'certificate-validity',
    certificate: certificateOf('GoodCACert'),
    subIndication: 'OUT_OF_BOUNDS_NO_POE',
  })
  expect(pathOf(first, false, at).path).not.toBeNull()
  expect(pathOf(first, false, null).path).not.toBeNull()
})
