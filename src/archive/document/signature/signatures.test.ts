import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { refusalOf } from '../../../shared/testing.ts'
import { eachEngine } from '../../../storage/testing.ts'
import { documentsOn } from '../testing.ts'
import { signedBy } from './testing.ts'

const reasonOf = async (act: Promise<unknown>) => (await refusalOf(act)).facts.reason
const text = '見本の診断書'
eachEngine('signatures of documents', (open) => {
  const start = async (kind = 'medical-certificate', content: Uint8Array = Buffer.from(text)) => {
    const on = await documentsOn(await open())
    const { documents, doctor } = on
    const request = { kind, standing: 'original', title: '診断書', writtenOn: '2026-11-20' } as const
    const id = await documents.register(doctor, request, { name: '診断書.txt', bytes: content })
    await documents.openVersion(doctor, id, 1)
    /** Why it was refused. */
    const confirm = (files: Parameters<typeof documents.confirm>[3] = []) =>
      reasonOf(documents.confirm(doctor, id, 1, files))
    return { ...on, id, confirm }
  }

  it('where the law asks for one, nothing is confirmed without the signature of the licensed person over this very content', async () => {
    const { confirm, documents, doctor, id, actsOf, journal, facilityId } = await start()
    expect((await documents.read(doctor, id)).versions[0]?.needsSignature).toBe(true)
    expect(await confirm()).toBe('document-signature-needed')
    expect(await confirm([await signedBy('nurse', text)])).toBe('document-signature-unqualified')
    expect(await confirm([await signedBy('doctor', '別の診断書')])).toBe('document-signature-broken')
    // One that carries another content within itself signs that, and not this.
    expect(await confirm([await signedBy('doctor', '別の診断書', { attached: true })])).toBe(
      'document-signature-broken',
    )
    expect(await confirm([{ name: '診断書.p7s', bytes: Buffer.from('no signature') }])).toBe('document-signature-none')
    expect(await actsOf('document.confirmed')).toEqual([])
    const file = await signedBy('doctor', text)
    await documents.confirm(doctor, id, 1, [file])
    const { entries } = await journal.entries({ facilityId }, { act: 'document.confirmed' }, { limit: 1 })
    const told = { form: 'detached', sha256: hash('sha256', file.bytes), indication: 'TOTAL-PASSED' }
    expect(entries[0]?.detail).toMatchObject({ sha256: hash('sha256', Buffer.from(text)), signatures: [told] })
    const [version] = (await documents.read(doctor, id)).versions
    expect(version?.confirmedBy?.name).toBe('例題 次郎')
    expect(version?.signatures).toMatchObject([
      {
        ...{
          form: 'detached',
          indication: 'TOTAL-PASSED',
          qualification: 'confirmed',
          checkedAt: '2026-11-22T01:02:03.004Z',
        },
        signers: [{ roles: [{ text: 'Medical Doctor', licence: true }], level: 'B-T' }],
      },
    ])
    expect(version?.signatures[0]?.signers[0]?.provenAt).toBeDefined()
  })

  it('a copy asks for none, and so does a kind of which the law says nothing; one that does not hold is never taken', async () => {
    const { confirm, documents, doctor, id } = await start('consent')
    expect((await documents.read(doctor, id)).versions[0]?.needsSignature).toBe(false)
    expect(await confirm([await signedBy('doctor', '別の同意書')])).toBe('document-signature-broken')
    await documents.confirm(doctor, id, 1, [await signedBy('nurse', text)])
    expect((await documents.read(doctor, id)).versions[0]?.signatures).toMatchObject([{ indication: 'TOTAL-PASSED' }])
  })

  it('what the content itself carries counts without a file beside it', async () => {
    const { bytes } = await signedBy('doctor', text, { attached: true })
    const { documents, doctor, id } = await start('medical-certificate', bytes)
    await documents.confirm(doctor, id, 1)
    expect((await documents.read(doctor, id)).versions[0]?.signatures).toMatchObject([{ form: 'within' }])
  })

  it('is looked at anew whenever somebody asks, and what was found before stays', async () => {
    const { documents, doctor, id, storage, facilityId, actsOf, clock } = await start()
    expect(await reasonOf(documents.checkSignatures(doctor, id, 1))).toBe('document-signature-none')
    await documents.confirm(doctor, id, 1, [await signedBy('doctor', text)])
    // Decades later no certificate of the test PKI stands for its time stamp any more.
    clock.pass(30 * 365 * 24 * 60 * 60)
    await documents.checkSignatures(doctor, id, 1)
    const [version] = (await documents.read(doctor, id)).versions
    expect(version?.signatures).toMatchObject([{ indication: 'INDETERMINATE' }])
    const checks = await storage.read({ facilityId }, (db) =>
      db.selectFrom('document_signature_check').select('indication').orderBy('check_number').execute(),
    )
    expect(checks.map(({ indication }) => indication)).toEqual(['TOTAL-PASSED', 'INDETERMINATE'])
    expect(await actsOf('document.signatures-checked')).toEqual(['document.signatures-checked'])
  })

  it('what a look found is never changed, and no row names the signer', async () => {
    const { documents, doctor, id, storage, facilityId } = await start()
    await documents.confirm(doctor, id, 1, [await signedBy('doctor', text)])
    const change = storage.write({ facilityId }, ({ db }) =>
      db.updateTable('document_signature_check').set({ indication: 'TOTAL-FAILED' }).execute(),
    )
    await expect(change).rejects.toThrow('append-only')
    const rows = await storage.read({ facilityId }, (db) =>
      db.selectFrom('document_signature_check').selectAll().execute(),
    )
    expect(JSON.stringify(rows)).not.toContain('Doctor')
  })

  it('of two who confirm at once one does, and the signature is kept once', async () => {
    const { documents, doctor, other, id } = await start()
    await documents.openVersion(other, id, 1)
    const file = await signedBy('doctor', text)
    const both = await Promise.allSettled([doctor, other].map((who) => documents.confirm(who, id, 1, [file])))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await documents.read(doctor, id)).versions[0]?.signatures).toHaveLength(1)
  })
})
