import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openXmlSignatures } from './verify.ts'

const folder = new URL('../testdata/xmldsig/', import.meta.url)
const read = (name: string): Uint8Array => readFileSync(new URL(name, folder))

/** What signatures of phaos name beside themselves. */
const detached = new Map([
  ['document.xml', read('phaos-xmldsig-three/document.xml')],
  ['document.b64', read('phaos-xmldsig-three/document.b64')],
])

/** The table: a file, what decides about it, and which algorithm or part is the reason, as SOURCES.md explains. */
const rows = Buffer.from(read('expected.tsv'))
  .toString('utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [file: string, answer: string, reason: string])

const answerOf = (file: string): [file: string, answer: string, reason: string] => {
  const [opened, second] = openXmlSignatures(read(file), detached)
  if (!opened || second) throw new RangeError(`${file}: expected one signature`)
  const { checks, conclusion } = opened
  const value = checks.find(({ code }) => code === 'signature-value')?.outcome
  if (conclusion === null) return [file, 'holds', '']
  if (conclusion.indication === 'TOTAL-PASSED') throw new RangeError('no format passes on its own')
  const because = checks.find(({ code }) => code === conclusion.decidedBy)
  const { transform, method, digest, reason, uri } = because?.facts ?? {}
  const answer = `${conclusion.subIndication} ${conclusion.decidedBy}`
  return [file, answer, String(transform ?? method ?? digest ?? reason ?? uri ?? value ?? '')]
}

describe('published vectors of XML signatures', () => {
  it('are all in the table', () => {
    const signatures = globSync('*/*.xml', { cwd: folder }).filter((file) => !/\/document/.test(file))
    expect(rows.map(([file]) => file).sort()).toEqual(signatures.sort())
  })

  it.each(rows)('%s: %s %s', (file, answer, reason) => {
    expect(answerOf(file)).toEqual([file, answer, reason])
  })
})
