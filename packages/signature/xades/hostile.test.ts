import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signDispensing, signPrescription } from '../eprescription/sign.ts'
import { openEprescription } from '../eprescription/verify.ts'
import { signEnveloped } from './sign.ts'
import { testKey } from './testing.ts'
import { openXmlSignatures } from './verify.ts'

const key = testKey('p256')
const at = Date.UTC(2026, 10, 23, 4)
const big = Buffer.from(
  await signEnveloped(Buffer.from(`<a>${'<b c="d">text</b>'.repeat(60_000)}</a>`), { key, at }),
).toString()
const reference = /<ds:Reference Id[\s\S]*?<\/ds:Reference>/.exec(big)?.[0] ?? ''
const signature = /<ds:Signature [\s\S]*<\/ds:Signature>/.exec(big)?.[0] ?? ''
const exclusive = '<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'
const prefixes = Array.from({ length: 100_000 }, (_, i) => `p${i}`).join(' ')
const list = `<x:InclusiveNamespaces xmlns:x="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${prefixes}"/>`

describe('a hostile XML file', () => {
  it.each([
    ['sixty references to the whole document', big.replace(reference, reference.repeat(60))],
    [
      'sixty signatures with fifty references each',
      big.replace(
        signature,
        Array.from({ length: 60 }, (_, i) =>
          signature
            .replace(reference, reference.repeat(50))
            .replaceAll('Signature', `Signature${i}`)
            .replaceAll(`:Signature${i}`, ':Signature'),
        ).join(''),
      ),
    ],
    [
      'a long namespace that the exclusive form repeats on every element',
      big
        .replace('<a>', `<a xmlns:q="${'u'.repeat(300_000)}">`)
        .replaceAll('<b ', '<q:b ')
        .replaceAll('</b>', '</q:b>'),
    ],
    ['a long list of prefixes', big.replace(exclusive, exclusive.replace('/>', `>${list}</ds:Transform>`))],
    [
      'many elements deep inside',
      `<a>${'<b>'.repeat(200)}${'<c/>'.repeat(200_000)}${'</b>'.repeat(200)}${signature}</a>`,
    ],
    [
      'as many elements beside it',
      `<a>${'<c/>'.repeat(240_000)}${signature.replace('URI=""', 'URI="#Signature-KeyInfo"')}</a>`,
    ],
    ['as many comments', `<a>${'<!--x-->'.repeat(120_000)}${signature.replace(reference, reference.repeat(60))}</a>`],
    ['as many ids', `<a>${Array.from({ length: 60_000 }, (_, i) => `<b id="i${i}"/>`).join('')}${signature}</a>`],
  ])('with %s is answered within two seconds of the processor per megabyte', (_, source) => {
    const bytes = Buffer.from(source)
    const before = process.cpuUsage()
    expect(openXmlSignatures(bytes).length).toBeGreaterThan(0)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(2 * Math.max(1, bytes.length / 1e6))
  })

  it('made from a good one by changing, doubling and dropping pieces never throws, and never holds with other contents', async () => {
    const content = {
      id: '00000000-0000-4000-8000-000000000001',
      contents: Buffer.from('SJ1\n錠 1\n'),
      additional: 'x',
    }
    const prescription = await signPrescription(content, { key, at })
    const good = Buffer.from(await signDispensing(prescription, content, { key, at })).toString('latin1')
    const change = fc.record({
      from: fc.nat(good.length - 1),
      length: fc.nat(200),
      to: fc.nat(good.length - 1),
      kind: fc.constantFrom('drop', 'double', 'move', 'byte'),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const forged = Buffer.from(changes.reduce(changed, good), 'latin1')
        for (const opened of openXmlSignatures(forged)) expect(opened.checks.length).toBeGreaterThan(0)
        for (const { contents } of openEprescription(forged)?.signatures ?? [])
          if (contents !== null) expect(contents).toEqual(content.contents)
      }),
      { numRuns: 400 },
    )
  })
})

interface Change {
  readonly from: number
  readonly length: number
  readonly to: number
  readonly kind: string
}

function changed(text: string, { from, length, to, kind }: Change): string {
  const piece = text.slice(from, from + length)
  const rest = text.slice(0, from) + text.slice(from + length)
  if (kind === 'drop') return rest
  if (kind === 'double') return text.slice(0, to) + piece + text.slice(to)
  if (kind === 'move') return rest.slice(0, to) + piece + rest.slice(to)
  return text.slice(0, from) + String.fromCharCode(to % 256) + text.slice(from + 1)
}
