import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCheckpoint, parseNote, parseTlogProof, parseVerifierKey } from '@omamori/ledger'
import { expect, it } from 'vitest'
import { signedFiles, verifyPackage } from '#archive'
import { signCades } from '../../packages/signature/cades/sign.ts'
import { stampAuthority } from '../../packages/signature/testing/stamp-authority.ts'
import { testKey } from '../../packages/signature/testing/test-pki.ts'
import { openBags } from '../../src/archive/bag/open-bags.ts'
import { verifyByTestTrust } from '../../src/archive/document/signature/testing.ts'
import { retentionOn } from '../../src/archive/retention/testing.ts'
import { refusalOf } from '../../src/shared/testing.ts'
import { pemOf } from '../../src/signature/testing.ts'
import { eachEngine } from '../../src/storage/testing.ts'
import { folderForTests } from '../installation.ts'

const [first, second] = [
  Buffer.from('処方箋（見本）\nワルファリン 2 錠\n'),
  Buffer.from('処方箋（見本）\nワルファリン 1 錠\n'),
]
const at = Date.parse('2026-11-20T00:00:00Z')

/** Signed beside the file by the doctor's card of the test PKI, which is shaped like HPKI. */
const signed = async (content: Uint8Array) => ({
  name: '処方箋.p7s',
  bytes: await signCades({
    ...{ key: testKey('doctor'), content, attached: false, signingTime: at, stamp: stampAuthority(at) },
  }),
})

/** What is printed; throws with what was complained of where it does not end well. */
const run = (program: string, ...words: readonly string[]) =>
  execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH } })

eachEngine('a document from its entry to its destruction', (open) => {
  it('is confirmed with an HPKI signature, corrected, compared, exported, proved elsewhere by openssl and one program, and destroyed', async () => {
    const room = await retentionOn(await open())
    const { documents, retention, as, second: another, journal, storage, clock, blobs, facility, read } = room
    const director = as('director')

    // Entered, seen, confirmed with the signature that the law asks for.
    const request = { kind: 'prescription', standing: 'original', title: '処方箋', patient: 'P-0017' } as const
    const id = await documents.register(
      director,
      { ...request, writtenOn: '2026-11-20' },
      { name: '処方箋.txt', bytes: first },
    )
    await documents.openVersion(director, id, 1)
    expect((await refusalOf(documents.confirm(director, id, 1))).facts.reason).toBe('document-signature-needed')
    await documents.confirm(director, id, 1, [await signed(first)])

    // Corrected with a reason, confirmed anew, and both versions side by side.
    const reason = '用量の書き誤り'
    expect(await documents.correct(director, id, { reason }, { name: '処方箋.txt', bytes: second })).toBe(2)
    await documents.openVersion(director, id, 2)
    await documents.confirm(director, id, 2, [await signed(second)])
    expect(await documents.compare(director, id, { before: 1, after: 2 })).toMatchObject({
      text: { kind: 'compared', differing: 1 },
    })

    // Exported.
    const cosigned = async () => []
    const bags = openBags({ storage, journal, blobs, clock, facility, cosigned, newId: randomUUID })
    const folder = join(folderForTests(), '処方箋 2026')
    const made = await bags.pack(director, { folder, choice: { kind: 'documents', documents: [id] } })
    expect(made).toMatchObject({ documents: 1, leftOut: 0, verifierKeys: [expect.stringContaining('/2026+')] })
    const key = made.verifierKeys[0] ?? ''
    const place = join(folder, 'data', 'documents', id)

    // Proved by the program that lies in the package, with nothing but node, and by the key that was kept elsewhere.
    const alone = run(process.execPath, join(folder, 'verify-package.mjs'), '--key', key)
    expect(alone).toContain('documents  1; versions 2; receipts 4; signatures 2')
    expect(alone).toMatch(/WHOLE 異常なし\n$/)
    expect(await verifyPackage(folder, [key])).toMatchObject({ findings: [], trusted: true, signatures: 2 })

    // Proved by openssl: the signature over the content, …
    const chain = join(folderForTests(), 'chain.pem')
    writeFileSync(chain, Buffer.concat([pemOf('root'), pemOf('signing-ca')]))
    const cms = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-CAfile',
      chain,
      '-purpose',
      'any',
      '-out',
      '/dev/null',
    ]
    const when = ['-attime', String(at / 1000)]
    for (const [content, signature] of [
      ['v1.txt', 'v1.signature-1.p7s'],
      ['v2.txt', 'v2.signature-1.p7s'],
    ] as const)
      run('openssl', ...cms, ...when, '-in', join(place, signature), '-content', join(place, content))
    const crossed = ['-in', join(place, 'v1.signature-1.p7s'), '-content', join(place, 'v2.txt')]
    expect(() => run('openssl', ...cms, ...when, ...crossed)).toThrow('CMS Verification failure')

    // … the journal's signature over its checkpoint, and the particulars that the entry speaks of.
    const receipt = parseTlogProof(readFileSync(join(place, 'journal-0002.proof'), 'utf8'))
    const note = parseNote(receipt.checkpoint)
    expect(parseCheckpoint(note.text).size).toBeGreaterThan(receipt.index)
    const files = folderForTests()
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), parseVerifierKey(key).publicKey])
    const signature = Buffer.from(receipt.checkpoint.trimEnd().split(' ').at(-1) ?? '', 'base64').subarray(-64)
    for (const [name, bytes] of [
      ['key.der', der],
      ['note.sig', signature],
      ['note.txt', Buffer.from(note.text)],
    ] as const)
      writeFileSync(join(files, name), bytes)
    const verified = run(
      ...(['openssl', 'pkeyutl', '-verify', '-rawin', '-pubin', '-keyform', 'DER'] as const),
      ...['-inkey', join(files, 'key.der'), '-in', join(files, 'note.txt'), '-sigfile', join(files, 'note.sig')],
    )
    expect(verified).toContain('Signature Verified Successfully')
    const entry = JSON.parse(
      Buffer.from(receipt.extra ?? [])
        .subarray(1)
        .toString(),
    )
    expect(entry).toMatchObject({ act: 'document.confirmed', subject: { kind: 'document', id } })
    const salt = readFileSync(join(place, 'journal-0002.salt'), 'utf8').trim()
    const hmac = run(
      ...(['openssl', 'dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${salt}`] as const),
      join(place, 'journal-0002.detail'),
    )
    expect(hmac).toContain(entry.detail.commitment)

    // … and who signed, with which licence, by ours.
    const verify = verifyByTestTrust(() => clock.now())
    const answers = []
    for await (const { name, bytes, content, kind } of signedFiles(folder))
      answers.push(await verify(director, { name, bytes, content }, kind))
    expect(answers.map(({ indication }) => indication)).toEqual(['TOTAL-PASSED', 'TOTAL-PASSED'])

    // Destroyed after its period by two persons; what was exported still stands on its own.
    const start = { event: 'completion', onDay: '2026-11-21', source: '診療録の転帰欄' } as const
    await retention.recordStart(director, { documentIds: [id], ...start })
    clock.pass(4 * 366 * 24 * 60 * 60)
    const approver = await another({ loginName: 'hanako', displayName: '例題 花子' }, 'safety-manager')
    const destructionId = await retention.propose(director, { documentIds: [id], reason: '保存期間の終わり' })
    await retention.approve(director, destructionId, {})
    await retention.approve(approver, destructionId, {})
    await retention.carryOut(approver, destructionId, { reason: '保存期間の終わり' })
    expect((await refusalOf(read(id))).facts.reason).toBe('document-destroyed')
    const later = { folder: join(folderForTests(), 'later'), choice: { kind: 'all' } } as const
    expect((await refusalOf(bags.pack(director, later))).facts.reason).toBe('export-nothing-chosen')
    expect(readFileSync(join(place, 'v2.txt'))).toEqual(second)
    expect((await verifyPackage(folder, [key])).findings).toEqual([])
    expect((await journal.verify({ facilityId: room.facilityId })).logs.length).toBeGreaterThan(0)
  })
})
