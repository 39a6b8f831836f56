import { cosigner, formatNote, formatSignatureLine, parseNote } from '@omamori/ledger'
import { expect, it } from 'vitest'
import type { Storage } from '#storage'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { addCheckpoint } from './add-checkpoint.ts'
import { askNow } from './ask-now.ts'
import { signSubmission, takeCosigned, writeSubmission } from './by-file.ts'
import { withCosignatures } from './check-cosigned.ts'
import type { Send, Sent } from './client.ts'
import { dropWitness, nameWitness, setPolicy } from './name-witness.ts'
import { makeKeys, rememberingCosigners } from './own-keys.ts'
import { readWitnessing } from './read-witnessing.ts'
import { allCosigned } from './store.ts'
import { groundOn, manager } from './testing.ts'
import { watchLog } from './watch-log.ts'

/** みほん診療所 and the association that witnesses it, in one database; a call is a call, without the network between. */
async function bothOn(storage: Storage) {
  const ishikai = await groundOn(storage, 'ishikai')
  const findCosigners = rememberingCosigners(ishikai.ground)
  const asked: string[] = []
  let answers: (url: string, body: string) => Promise<Sent> = async (_, body) => {
    const answer = await addCheckpoint(ishikai.ground, findCosigners, ishikai.scope, body)
    return { kind: 'answered', ...answer }
  }
  const send: Send = async (url, body) => {
    asked.push(url)
    return answers(url, body)
  }
  const honest = answers
  const clinic = await groundOn(storage, 'mihon', send)
  const keys = (await makeKeys(ishikai.ground, ishikai.caller)).join('\n')
  const verifierKey = (await clinic.journal.offer(clinic.scope))?.verifierKey ?? ''
  const view = () => readWitnessing(clinic.ground, clinic.caller)
  return {
    clinic,
    ishikai,
    keys,
    verifierKey,
    asked,
    view,
    watch: () => watchLog(ishikai.ground, ishikai.caller, { label: 'みほん診療所', key: verifierKey }),
    name: (label = '例題市医師会', named = keys) =>
      nameWitness(clinic.ground, clinic.caller, { label, keys: named, url: 'https://ishikai.example/witness' }),
    ask: () => askNow(clinic.ground, clinic.caller),
    verify: async () => withCosignatures(clinic.ground, clinic.scope, await clinic.journal.verify(clinic.scope)),
    sign: (body: string) => signSubmission(ishikai.ground, findCosigners, ishikai.caller, body),
    answerWith: (next?: typeof answers) => {
      answers = next ?? honest
    },
    kept: () => storage.read(clinic.scope, allCosigned),
  }
}

const answering = (status: number, body: string) => async (): Promise<Sent> => ({ kind: 'answered', status, body })

eachEngine('a log and its witness', (open) => {
  it('is witnessed, and goes on to be witnessed as it grows', async () => {
    const { clinic, watch, name, ask, view, verify, kept, asked } = await bothOn(await open())
    await watch()
    await name()
    expect(await ask()).toMatchObject([{ answer: 'cosigned' }])
    const { log, witnessed, alarm } = await view()
    expect(witnessed).toMatchObject({ size: log?.durableSize, by: ['例題市医師会'] })
    expect(alarm).toBeUndefined()
    await clinic.work('second')
    expect((await view()).witnessed?.size).toBe(witnessed?.size)
    expect(await ask()).toMatchObject([{ answer: 'cosigned' }])
    const later = await view()
    expect(later.witnessed?.size).toBe(later.log?.durableSize)
    // Of one day the last is enough.
    expect((await kept()).map(({ size }) => size)).toEqual([later.witnessed?.size])
    const report = await verify()
    expect(report.findings).toEqual([])
    expect(report.logs).toMatchObject([{ witnessed: { by: ['例題市医師会'], size: later.witnessed?.size } }])
    expect(asked.length).toBe(2)
  })

  it('a witness that does not know us, is away, slow or busy is waited for, and nothing is shown as witnessed', async () => {
    const { name, ask, view, answerWith, clinic } = await bothOn(await open())
    await name()
    const cases = [
      [undefined, 'unknown-log'],
      [async () => ({ kind: 'unreachable' }), 'unreachable'],
      [async () => ({ kind: 'slow' }), 'slow'],
      [answering(503, 'not now\n'), 'busy'],
      [answering(429, 'too often\n'), 'busy'],
      [answering(302, ''), 'refused'],
      [async () => ({ kind: 'too-long' }), 'unreadable'],
      [answering(200, '<html>'), 'unreadable'],
      [answering(409, 'many\n'), 'unreadable'],
    ] as const
    for (const [answer, expected] of cases) {
      answerWith(answer as Parameters<typeof answerWith>[0])
      expect(await ask()).toMatchObject([{ answer: expected }])
      const { witnessed, witnesses } = await view()
      expect([witnessed, witnesses[0]?.answer]).toEqual([undefined, expected])
    }
    expect((await view()).alarm).toBeUndefined()
    clinic.clock.set('2026-11-23T01:02:03.004Z')
    expect((await view()).alarm).toEqual({ code: 'waiting', hours: 24 })
  })

  it('cosignatures of an unknown key, of another checkpoint and made up ones are not believed', async () => {
    const { name, ask, view, answerWith, clinic } = await bothOn(await open())
    await name()
    const stranger = cosigner('omamori-witness/stranger', Buffer.alloc(32, 9), 'cosignature-ed25519')
    const { text } = parseNote((await clinic.journal.offer(clinic.scope))?.note ?? '')
    for (const line of [
      formatSignatureLine(stranger.cosign(text, 1)),
      formatSignatureLine({ ...stranger.cosign(text, 1), name: 'omamori-witness/ishikai' }),
      '— omamori-witness/ishikai AAAAAAAA\n',
    ]) {
      answerWith(answering(200, line))
      expect(await ask()).toMatchObject([{ answer: 'unreadable' }])
    }
    expect((await view()).witnessed).toBeUndefined()
  })

  it('what a witness says against us stays until it cosigns again, is written down once, and stops nobody', async () => {
    const { name, watch, ask, view, answerWith, clinic } = await bothOn(await open())
    await name()
    await watch()
    for (const [answer, expected] of [
      [answering(409, '9000\n'), 'ahead'],
      [answering(422, ''), 'not-continued'],
    ] as const) {
      answerWith(answer)
      await ask()
      await ask()
      expect((await view()).alarm).toEqual({ code: 'contradicted', label: '例題市医師会', answer: expected })
    }
    answerWith(async () => ({ kind: 'unreachable' }))
    await ask()
    expect((await view()).alarm).toMatchObject({ code: 'contradicted' })
    await clinic.work('goes-on')
    answerWith()
    await ask()
    expect((await view()).alarm).toBeUndefined()
    expect((await clinic.actsOf()).filter((act) => act === 'witness.contradicted')).toHaveLength(2)
  })

  it('a witness that knows another size is asked again from there', async () => {
    const storage = await open()
    const { name, watch, ask, view, clinic, asked } = await bothOn(storage)
    await name()
    await watch()
    await ask()
    // The clinic lost what it kept of the cosignatures; the witness did not.
    await storage.write(clinic.scope, ({ db }) => db.deleteFrom('cosigned_checkpoint').execute())
    await clinic.work('later')
    expect(await ask()).toMatchObject([{ answer: 'cosigned' }])
    expect(asked).toHaveLength(3)
    const { log, witnessed } = await view()
    expect(witnessed?.size).toBe(log?.durableSize)
  })

  it('is witnessed by file, where there is no network', async () => {
    const { clinic, name, watch, view, sign } = await bothOn(await open())
    await name()
    await watch()
    const file = await writeSubmission(clinic.ground, clinic.caller, {})
    const signed = await sign(file)
    expect(signed.status).toBe(200)
    const foreign = formatNote({ ...parseNote(signed.body), signatures: parseNote(signed.body).signatures.slice(0, 1) })
    expect((await refusalOf(takeCosigned(clinic.ground, clinic.caller, foreign))).code).toBe('malformed')
    expect((await refusalOf(takeCosigned(clinic.ground, clinic.caller, '紙'))).code).toBe('malformed')
    expect(await takeCosigned(clinic.ground, clinic.caller, signed.body)).toEqual(['例題市医師会'])
    expect((await view()).witnessed).toMatchObject({ by: ['例題市医師会'] })
    const again = await sign(await writeSubmission(clinic.ground, clinic.caller, { from: 0 }))
    expect(again).toMatchObject({ status: 409, type: 'text/x.tlog.size' })
  })

  it('asks for as many witnesses as the policy says, and counts one with two keys once', async () => {
    const { clinic, name, watch, ask, view } = await bothOn(await open())
    await name()
    await watch()
    await setPolicy(clinic.ground, clinic.caller, { needed: 2, warnAfterHours: 48 })
    await ask()
    expect(await view()).toMatchObject({ needed: 2, warnAfterHours: 48, witnesses: [{ answer: 'cosigned' }] })
    expect((await view()).witnessed).toBeUndefined()
    await setPolicy(clinic.ground, clinic.caller, { needed: 1, warnAfterHours: 48 })
    expect((await view()).witnessed).toMatchObject({ by: ['例題市医師会'] })
  })

  it('what does not make a witness is refused', async () => {
    const { clinic, name, keys, verifierKey, watch } = await bothOn(await open())
    await watch()
    const own = await makeKeys(clinic.ground, clinic.caller)
    const codes = []
    for (const text of ['', '紙', verifierKey, own.join(' '), `${keys} ${own[0]}`]) {
      codes.push((await refusalOf(name('x', text))).code)
    }
    expect(codes).toEqual(Array.from({ length: 5 }, () => 'malformed'))
    const named = await name()
    expect((await refusalOf(name())).code).toBe('already-exists')
    for (const url of [
      'ftp://ishikai.example',
      'https://a:b@ishikai.example',
      'https://ishikai.example?x',
      'ishikai',
    ]) {
      const refused = await refusalOf(nameWitness(clinic.ground, clinic.caller, { label: 'x', keys, url }))
      expect(refused.code, url).toBe('malformed')
    }
    const auditor = { ...manager('mihon'), roles: ['auditor' as const] }
    expect((await refusalOf(dropWitness(clinic.ground, auditor, named))).code).toBe('not-permitted')
    await dropWitness(clinic.ground, clinic.caller, named)
    expect((await refusalOf(dropWitness(clinic.ground, clinic.caller, named))).code).toBe('not-found')
    await name()
    expect((await clinic.actsOf()).toSorted()).toEqual(
      ['witness.dropped', 'witness.key-made', 'witness.named', 'witness.named'].toSorted(),
    )
  })

  it('verification names a cosignature that was touched, and a history that is not the cosigned one', async () => {
    const storage = await open()
    const { clinic, name, watch, ask, verify, view } = await bothOn(storage)
    await name()
    await watch()
    await ask()
    await clinic.work('later')
    const touch = (change: (note: string) => string) =>
      storage.write(clinic.scope, async ({ db }) => {
        const [row] = await db.selectFrom('cosigned_checkpoint').selectAll().execute()
        await db
          .updateTable('cosigned_checkpoint')
          .set({ note: change(row?.note ?? '') })
          .execute()
        return row?.note ?? ''
      })
    const good = await touch((note) => note.replace(/.{12}\n$/, 'AAAAAAAAAAA=\n'))
    expect((await verify()).findings).toMatchObject([{ code: 'cosignature-bad' }])
    expect((await view()).witnessed).toBeUndefined()
    await touch(() => good)
    expect((await verify()).findings).toEqual([])
  })
})
