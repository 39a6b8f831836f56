import { beforeAll, expect, it } from 'vitest'
import type { Caller } from '#access'
import { openPlatform, type Platform } from '#platform'
import { addDays, dayOf, Refusal } from '#shared'
import { eachEngine } from '../src/storage/testing.ts'
import { emptyPlace, firstRun, password } from './installation.ts'

// A word that stands in everything of the second facility, and nowhere else.
const SECRET = '隣の医院だけの言葉'

/** Two facilities in one installation: 見本 太郎 of the first does all he can to see or touch the second. */
eachEngine('two facilities in one installation', (open) => {
  let platform: Platform
  let taro: Caller
  let other: Awaited<ReturnType<typeof secondFacility>>

  beforeAll(async () => {
    platform = await openPlatform(await emptyPlace(open))
    taro = await firstAdministrator(platform)
    other = await secondFacility(platform)
    return () => platform.close()
  })

  it('what one lists, reads, exports, judges and verifies holds nothing of the other', async () => {
    const { registry, access, assessments, tasks, plan, reports, journal } = platform
    const seen = [
      await Promise.all(kinds.map((kind) => registry.listItems(taro, kind))),
      await registry.listNames(taro),
      await registry.readPractices(taro),
      await registry.exportFacility(taro),
      await registry.loadFacility(taro),
      await access.readAccounts(taro),
      await access.readOwnSessions(taro),
      await access.readMe(taro),
      await assessments.loadAssessment(taro),
      await assessments.readRequirementWords(taro, REQUIREMENT),
      await tasks.listTasks(taro),
      await tasks.listOwnTasks(taro),
      await plan.readPlan(taro, 'ja'),
      await reports.readDirectorPage(taro, 'ja'),
      await reports.readCharges(taro, { whose: 'all' }, 'ja'),
      await journal.read(taro, {}, { limit: 200 }),
      await journal.verify(taro),
    ]
    const text = JSON.stringify(seen)
    expect(text).toContain('みほん診療所')
    for (const word of [SECRET, other.caller.facilityId, other.caller.actor.id ?? SECRET, other.itemId]) {
      expect(text.includes(word), word).toBe(false)
    }
  })

  it('what one asks for by the other’s own numbers is not found', async () => {
    const { registry, access, assessments, tasks, plan, journal } = platform
    const { attestationId, exemptionId, itemId, taskId } = other
    const accountId = other.caller.actor.id ?? ''
    const item = { name: '取り替えた' }
    const asked: Readonly<Record<string, () => Promise<unknown>>> = {
      'an item': () => registry.readItem(taro, 'terminal', itemId),
      'a change of an item': () => registry.changeItem(taro, { kind: 'terminal', id: itemId, version: 1, item }),
      'the removal of an item': () => registry.removeItem(taro, { kind: 'terminal', id: itemId, version: 1 }),
      'an account': () => access.readAccount(taro, accountId),
      'a change of an account': () => access.changeAccount(taro, { accountId, version: 1, displayName: '取り替えた' }),
      'the end of an account': () => access.disableAccount(taro, { accountId, version: 1 }),
      'a new password for it': () =>
        access.resetAccount(taro, { accountId, identityCheckedBy: '見た', removeFactors: true }),
      'a proof': () => assessments.readProof(taro, { attestationId }),
      'the withdrawal of a word': () => assessments.withdrawAttestation(taro, { attestationId }),
      'the approval of a reason': () => assessments.approveExemption(taro, { exemptionId }),
      'the withdrawal of a reason': () => assessments.withdrawExemption(taro, { exemptionId }),
      'a task': () => tasks.readTask(taro, taskId),
      'the page of a task': () => plan.readTaskPage(taro, taskId, 'ja'),
      'the decision sheet of a task': () => plan.makeTaskSheet(taro, taskId, 'ja'),
      'a change of a task': () => tasks.changeTask(taro, taskId, { title: '取り替えた', version: 1 }),
      'the end of a task': () => tasks.moveTask(taro, taskId, { state: 'done', version: 1 }),
      'a note on a task': () => tasks.noteTask(taro, taskId, { words: '見た' }),
      'a decision on a task': () => tasks.decideTask(taro, taskId, { outcome: 'approved', version: 1 }),
    }
    for (const [name, ask] of Object.entries(asked)) {
      const refusal = await ask().then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(refusal, name).toBeInstanceOf(Refusal)
      expect((refusal as Refusal).code, name).toBe('not-found')
    }
    const found = await journal.read(taro, { actorId: accountId }, {})
    expect(found.entries).toEqual([])
  })

  it('a reference to the other’s item leads nowhere', async () => {
    const { registry } = platform
    const item = { name: '受付', ownerId: other.personId }
    await expect(registry.createItem(taro, { kind: 'terminal', item })).rejects.toMatchObject({ code: 'malformed' })
    const task = { title: '受付', ownerId: other.personId }
    await expect(platform.tasks.openTask(taro, task)).rejects.toMatchObject({ code: 'malformed' })
  })

  it('one’s import, sign-in and ended sessions leave the other as it was', async () => {
    const { registry, access } = platform
    const before = await stateOf(platform, other.caller)
    await registry.replaceFacility(taro, await registry.exportFacility(taro))
    await access.endSessionsOf(taro, other.caller.actor.id ?? '')
    await access.endSession(taro, other.caller.actor.session ?? '').catch(() => {})
    const elsewhere = { facilityId: taro.facilityId, loginName: 'hanako', password }
    await expect(access.signIn(elsewhere)).rejects.toMatchObject({ code: 'sign-in-failed' })
    expect(await stateOf(platform, other.caller)).toEqual(before)
    expect((await access.authenticate(other.cookie)).caller).toEqual(other.caller)
  })

  it('a session of one, sent under the name of the other, opens nothing', async () => {
    const [, token] = other.cookie.split('.')
    const forged = `${taro.facilityId}.${token}`
    await expect(platform.access.authenticate(forged)).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

const REQUIREMENT = '6.3.C-1'
const kinds = ['profile', 'person', 'system', 'terminal'] as const

async function firstAdministrator(platform: Platform): Promise<Caller> {
  const { administrator } = await firstRun(platform)
  // 施設長 and 利用者管理 together with the rest: whoever may do everything in one facility.
  return { ...administrator, roles: [...administrator.roles, 'safety-manager', 'auditor'] }
}

/** 隣の医院: a person, a terminal, a word with its proof, and a reason; each says SECRET. */
async function secondFacility(platform: Platform) {
  const { access, registry, assessments, tasks } = platform
  const { code } = await access.issueSetUpCode()
  const person = { displayName: `${SECRET} 花子`, loginName: 'hanako', password, language: 'ja' } as const
  const { cookie } = await access.setUp({ code, facilityName: `${SECRET}医院`, ...person, roles: ['director'] })
  const { caller } = await access.authenticate(cookie)
  const owner = await registry.createItem(caller, { kind: 'person', item: { name: SECRET } })
  const item = await registry.createItem(caller, { kind: 'terminal', item: { id: 'tonari-terminal', name: SECRET } })
  const content = new TextEncoder().encode(SECRET)
  const attested = await assessments.attest(
    caller,
    { requirementId: REQUIREMENT, statement: SECRET },
    { content, mediaType: 'text/plain', name: SECRET },
  )
  const reason = { requirementId: '6.3.C-2', reason: SECRET, reviewOn: addDays(dayOf(platform.clock.now()), 90) }
  const exempted = await assessments.proposeExemption(caller, reason)
  const taskId = await tasks.openTask(caller, { title: SECRET, ownerId: owner.id, cost: 1000 })
  return {
    ...{ caller, cookie, taskId, personId: owner.id, itemId: item.id },
    ...{ attestationId: attested.attestationId, exemptionId: exempted.exemptionId },
  }
}

/** What the second facility is, without what merely looking at it adds. */
async function stateOf({ registry, access, assessments, tasks }: Platform, caller: Caller) {
  return {
    facility: await registry.loadFacility(caller),
    accounts: await access.readAccounts(caller),
    sessions: (await access.readOwnSessions(caller)).map(({ sessionId }) => sessionId),
    words: await assessments.readRequirementWords(caller, REQUIREMENT),
    tasks: await tasks.listTasks(caller),
  }
}
