import { type BaseBlock, Constructed, fromBER } from 'asn1js'
import { expect, test } from 'vitest'
import { filesOf } from '../x509/testing-pkits.ts'
import { type Asn1, membersOf, readAsn1 } from './read.ts'

/** Identifier, length and depth of every value, in the order in which they were transmitted. */
const outline = (value: Asn1): readonly string[] => [
  `${value.tag} ${value.raw.length}`,
  ...(value.tag & 0x20 ? membersOf(value).flatMap((member) => outline(member)) : []).map((line) => `  ${line}`),
]

function outlineOf(block: BaseBlock): readonly string[] {
  const octets = new Uint8Array(block.valueBeforeDecodeView)
  const members: readonly BaseBlock[] = block instanceof Constructed ? block.valueBlock.value : []
  return [`${octets[0]} ${octets.length}`, ...members.flatMap((member) => outlineOf(member)).map((line) => `  ${line}`)]
}

/** Of changed files nothing is compared: asn1js lets a member run past its parent's end, and then reads something else. */
test('every certificate and list of PKITS is read as asn1js reads it, value by value', () => {
  const files = [...filesOf('certs').values(), ...filesOf('crls').values()]
  expect(files.length).toBe(578)
  for (const octets of files)
    expect(outline(readAsn1(octets))).toEqual(outlineOf(fromBER(Uint8Array.from(octets).buffer).result))
})
