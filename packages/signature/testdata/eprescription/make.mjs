// Writes the two files beside it anew: a prescription at B-LTA by the doctor of the test PKI, and its dispensing result at B-T.
//   node packages/signature/testdata/eprescription/make.mjs
import { writeFileSync } from 'node:fs'
import { signDispensing, signPrescription } from '../../eprescription/sign.ts'
import { stampAuthority } from '../../testing/stamp-authority.ts'
import { testCertificate, testKey, testList } from '../../testing/test-pki.ts'
import { addArchiveTimeStamp, addSignatureTimeStamp } from '../../xades/extend.ts'

const at = (text) => Date.parse(`2026-06-01T${text}Z`)
const contents = (text) => ({ id: '00000000-0000-4000-8000-000000000001', contents: Buffer.from(text), additional: '見本' })
const write = (name, bytes) => writeFileSync(new URL(name, import.meta.url), bytes)

const signed = await signPrescription(contents('SJ1\n1,みほん診療所\n'), { key: testKey('doctor'), at: at('01:00:00') })
const stamped = await addSignatureTimeStamp({ bytes: signed }, stampAuthority(at('02:00:00')))
const archived = await addArchiveTimeStamp({ bytes: stamped }, stampAuthority(at('03:00:00')), {
  certificates: [testCertificate('stamp-authority').raw],
  crls: [testList('signing-2026-06-01'), testList('stamp-2026-06-01')],
  ocsps: [],
})
write('prescription.xml', archived)

const dispensed = await signDispensing(archived, contents('SJ2\n'), { key: testKey('pharmacist'), at: at('04:00:00') }, 'exclusive')
write(
  'dispensing.xml',
  await addSignatureTimeStamp({ bytes: dispensed, id: 'DispensingSign' }, stampAuthority(at('05:00:00'))),
)
