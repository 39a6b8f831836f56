import { expect, test } from 'vitest'
import { readAsn1 } from '../asn1/read.ts'
import { explicit, ia5String, implicit, octetString, oid, printableString, sequence, setOf } from '../asn1/write.ts'
import { type GeneralName, readGeneralName } from './general-name.ts'
import { namesAreAllowed } from './name-constraints.ts'

const general = (octets: Uint8Array): GeneralName => readGeneralName(readAsn1(octets))
const text = (number: number) => (value: string) => general(implicit(0x80 | number, ia5String(value)))
const [email, dns, uri] = [text(1), text(2), text(6)]
const ip = (...octets: readonly number[]) => general(implicit(0x87, octetString(Uint8Array.from(octets))))
const directory = (...units: readonly string[]) =>
  general(explicit(4, sequence(...units.map((unit) => setOf(sequence(oid('2.5.4.11'), printableString(unit)))))))
const registered = general(implicit(0x88, oid('1.2.3')))

test.each<[string, GeneralName, GeneralName, boolean]>([
  ['a host is within its own name', dns('host.example'), dns('host.example'), true],
  ['a host is within a domain above it, whatever the case', dns('a.Host.example'), dns('host.EXAMPLE'), true],
  ['a host whose name only ends alike is not', dns('myhost.example'), dns('host.example'), false],
  ['a mailbox is within its host', email('a@host.example'), email('host.example'), true],
  ['a mailbox of a host below is not', email('a@b.host.example'), email('host.example'), false],
  ['a mailbox of a host below is within a domain', email('a@b.host.example'), email('.host.example'), true],
  ['a mailbox is within itself, the case of its host apart', email('a@Host.example'), email('a@host.example'), true],
  ['another mailbox is not', email('A@host.example'), email('a@host.example'), false],
  ['an address is judged by its host', uri('https://u@host.example:8443/x?y'), uri('host.example'), true],
  [
    'a user that looks like a host does not count',
    uri('https://host.example@other.example/'),
    uri('host.example'),
    false,
  ],
  ['a network holds its addresses', ip(10, 1, 2, 3), ip(10, 1, 0, 0, 255, 255, 0, 0), true],
  ['and not those of another', ip(10, 2, 2, 3), ip(10, 1, 0, 0, 255, 255, 0, 0), false],
  ['a name is within the branch above it', directory('mihon', 'Clinic '), directory('MIHON'), true],
  ['a name that begins alike is not', directory('mihonx'), directory('mihon'), false],
])('%s', (_, name, tree, within) => {
  expect(namesAreAllowed([name], [{ permitted: [tree], excluded: [] }])).toBe(within)
  expect(namesAreAllowed([name], [{ permitted: [], excluded: [tree] }])).toBe(!within)
})

test.each<[string, GeneralName, GeneralName]>([
  ['an address without a host', uri('urn:example:x'), uri('host.example')],
  ['an address of numbers', uri('https://10.0.0.1/'), uri('.example')],
  ['a mailbox without a host', email('nobody'), email('host.example')],
  ['a network with half a mask', ip(10, 1, 2, 3), ip(10, 1, 0, 0, 255, 255)],
  ['a kind that is not known', registered, registered],
])('%s cannot be compared, and is refused by what permits and by what excludes', (_, name, tree) => {
  expect(namesAreAllowed([name], [{ permitted: [tree], excluded: [] }])).toBe(false)
  expect(namesAreAllowed([name], [{ permitted: [], excluded: [tree] }])).toBe(false)
})

test('names made to be compared for hours are refused at once', () => {
  const many = Array.from({ length: 600 }, (_, i) => dns(`h${i}.example`))
  expect(namesAreAllowed(many, [{ permitted: [dns('example')], excluded: [] }])).toBe(true)
  expect(namesAreAllowed(many, [{ permitted: [dns('example')], excluded: many }])).toBe(false)
})
