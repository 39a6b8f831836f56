import { beforeAll, describe, expect, it } from 'vitest'
import { givenRoles, type Role, roleNames } from '#access'
import { asked, type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
const cookies = new Map<Role, string>()
beforeAll(async () => {
  door = await openDoor()
  const taro = await firstRun(door.platform)
  for (const role of roleNames) cookies.set(role, await newcomer(door.platform, taro, role))
})

const readers: readonly Role[] = [
  'director',
  'safety-manager',
  'planning-manager',
  'operator',
  'auditor',
  'creation-manager',
]
const people = givenRoles.filter((role) => role !== 'supplier')
const workers: readonly Role[] = ['director', 'safety-manager', 'planning-manager', 'operator']

const keepers: readonly Role[] = ['director', 'creation-manager', 'staff']
const scanManagers: readonly Role[] = ['director', 'creation-manager']
const namers: readonly Role[] = ['safety-manager', 'administrator']
const seers: readonly Role[] = ['director', 'safety-manager', 'auditor', 'administrator']

const noRow = {
  sheet: 'facility',
  itemId: 'nowhere',
  round: 1,
  answer: 'yes',
  checkedOn: '2026-01-01',
  version: 0,
}

const november = 'fromOn=2026-11-01&untilOn=2026-11-22'
const ofNowhere = {
  ...{ target: 'system', systemIds: ['nowhere'], fromOn: '2026-10-01', untilOn: '2026-10-31' },
  ...{ reviewedOn: '2026-11-01', lookedAt: '時間外の参照', result: 'nothing-unusual' },
}

const someAnswers = {
  answeredBy: '例題 一郎',
  answeredOn: '2026-11-22',
  answers: [{ code: 'AAAAA', verdict: 'not-known' }],
}

const someServer = {
  port: 587,
  tls: 'starttls',
  sender: 'omamori@example.jp',
  recipients: ['mihon@example.jp'],
}

/** Some of each room's routes, the roles that get through, and what those are answered. */
const ofNoDocument = { documentIds: ['nowhere'], onDay: '2020-01-01', source: '転帰欄' }
const someKeeper = {
  ...{ event: 'closure', onDay: '2026-03-31', keeper: '例題 一郎', contact: '098-000-0001', untilOn: '2026-03-30' },
  source: '例題合意書',
}
const someRule = {
  ...{ about: 'kind', target: 'nothing', years: 3, startsWith: 'stored', source: '例題規程', checkedOn: '2020-01-01' },
}
const someProfile = {
  ...{ kind: 'nothing', resolution: 300, colour: 'grey', formats: ['pdf'], lossy: false, source: '例題規程' },
  period: { count: 1, unit: 'hours', closedOn: [] },
}
const said = '例題'
const someArrived = {
  ...{ file: 'a.pdf', scanCase: 'at-care', kind: 'consent', title: said, writtenOn: '2020-01-01', declaredPages: 1 },
  paperAt: '2020-01-01T00:00:00.000Z',
}
const someMedium = { label: said, sort: 'tape', holds: said, place: said, usedFrom: '2999-01-01' }
const somePlan = {
  ...{ title: said, noticedOn: '2026-11-02', startsOn: '2026-11-01' },
  topics: {
    ...{ rules: said, responsible: said, notice: said, structure: said },
    ...{ records: said, audit: said, disposal: said },
  },
}
const somePublished = { fingerprint: 'ab'.repeat(32), source: '例題認証局の公表資料', seenOn: '2026-11-20' }
const table: readonly (readonly [
  'GET' | 'POST' | 'PUT' | 'DELETE',
  string,
  object | undefined,
  readonly Role[],
  number,
])[] = [
  ['GET', '/session', undefined, roleNames, 200],
  ['GET', '/session/list', undefined, givenRoles, 200],
  ['GET', '/guideline', undefined, givenRoles, 200],
  ['GET', '/today', undefined, people, 200],
  ['GET', '/registry', undefined, [...readers, 'administrator'], 200],
  ['GET', '/registry/profile/profile', undefined, [...readers, 'administrator'], 200],
  ['POST', '/registry/terminal', { item: { name: '受付の端末' } }, workers, 201],
  ['PUT', '/registry/terminal/nowhere', { version: 1, item: { name: '受付の端末' } }, workers, 404],
  ['DELETE', '/registry/terminal/nowhere?version=1', undefined, workers, 404],
  ['PUT', '/practices', { answers: { usesWirelessLan: false } }, workers, 200],
  ['GET', '/registry/export', undefined, [...workers, 'auditor'], 200],
  ['POST', '/registry/import', { text: 'not a facility' }, workers, 400],
  ['GET', '/assessment', undefined, readers, 200],
  ['GET', '/requirements/6.3.C-1', undefined, readers, 200],
  ['POST', '/requirements/6.3.C-1/attestations', {}, [...workers, 'creation-manager'], 400],
  ['DELETE', '/attestations/nowhere', undefined, [...workers, 'creation-manager'], 404],
  ['POST', '/requirements/6.3.C-1/exemptions', { reason: '該当する機器がない', reviewOn: '2020-01-01' }, workers, 400],
  ['POST', '/exemptions/nowhere/approval', undefined, ['director'], 404],
  ['GET', '/checklists', undefined, readers, 200],
  ['GET', '/checklists/mhlw-checklist-r7', undefined, readers, 200],
  ['PUT', '/checklists/mhlw-checklist-r7/answers', noRow, workers, 404],
  [
    'DELETE',
    '/checklists/mhlw-checklist-r7/answers?sheet=facility&itemId=nowhere&round=1&version=1',
    undefined,
    workers,
    404,
  ],
  ['GET', '/snapshots', undefined, readers, 200],
  ['GET', '/snapshots/nowhere', undefined, readers, 404],
  ['GET', '/snapshots/comparison?before=nowhere&after=nowhere', undefined, readers, 404],
  ['GET', '/snapshots/nowhere/report.pdf', undefined, readers, 404],
  ['POST', '/snapshots', undefined, workers, 201],
  ['POST', '/snapshots/nowhere/approval', { digest: '0'.repeat(64) }, ['director'], 404],
  ['GET', '/registry/system/nowhere/history', undefined, [...readers, 'administrator'], 404],
  ['GET', '/registry/as-of?at=2026-11-22T00:00:00Z', undefined, [...readers, 'administrator'], 200],
  ['GET', '/suppliers', undefined, readers, 200],
  ['POST', '/question-sheets', { supplierId: 'nowhere', dueOn: '2999-01-01' }, workers, 404],
  ['GET', '/question-sheets/nowhere', undefined, readers, 404],
  ['GET', '/question-sheets/nowhere/paper.pdf', undefined, readers, 404],
  ['GET', '/question-sheets/nowhere/workbook.xlsx', undefined, readers, 404],
  ['DELETE', '/question-sheets/nowhere', undefined, workers, 404],
  ['PUT', '/question-sheets/nowhere/answers', someAnswers, workers, 404],
  ['POST', '/question-sheets/nowhere/answers/file', {}, workers, 400],
  ['POST', '/question-sheets/nowhere/proposals', { code: 'AAAAA', sameSupplierAndProduct: true }, workers, 404],
  ['POST', '/question-sheets/nowhere/reminders', { remindedOn: '2026-11-22', way: 'fax' }, workers, 404],
  ['POST', '/suppliers/nowhere/links', undefined, workers, 404],
  ['DELETE', '/supplier-links/nowhere', undefined, workers, 404],
  ['GET', '/director-page', undefined, readers, 200],
  ['GET', '/charges', undefined, givenRoles.filter((role) => role !== 'supplier'), 200],
  ['GET', '/charges?whose=all', undefined, ['director', 'safety-manager'], 200],
  ['GET', '/charges?personId=nowhere', undefined, ['director', 'safety-manager'], 404],
  ['GET', '/inspection-files', undefined, [...workers, 'auditor', 'inspector'], 200],
  ['GET', '/inspection-files/nowhere/paper.pdf', undefined, [...workers, 'auditor', 'inspector'], 404],
  ['GET', '/inspection-files/nowhere/folder.zip', undefined, [...workers, 'auditor'], 404],
  ['GET', '/inspectors', undefined, ['director', 'safety-manager'], 200],
  [
    'POST',
    '/inspectors',
    { name: '例題 四郎', organisation: '見本保健所', days: 1 },
    ['director', 'safety-manager'],
    201,
  ],
  ['DELETE', '/inspectors/nowhere', undefined, ['director', 'safety-manager'], 404],
  ['GET', '/journal', undefined, ['director', 'safety-manager', 'auditor'], 200],
  [
    'POST',
    '/journal/verification',
    undefined,
    ['director', 'safety-manager', 'operator', 'auditor', 'administrator'],
    200,
  ],
  ['GET', '/log-reviews', undefined, [...workers, 'auditor'], 200],
  ['GET', `/log-reviews/look?${november}`, undefined, ['director', 'safety-manager', 'auditor'], 200],
  ['POST', '/log-reviews', ofNowhere, ['director', 'safety-manager', 'operator', 'auditor'], 400],
  ['GET', '/log-reviews/paper.pdf', undefined, [...workers, 'auditor'], 200],
  ['GET', '/journal/list.csv?act=facility.created', undefined, ['director', 'safety-manager', 'auditor'], 200],
  ['GET', '/journal/list.pdf?act=facility.created', undefined, ['director', 'safety-manager', 'auditor'], 200],
  ['GET', '/trust', undefined, [...workers, 'auditor', 'administrator'], 200],
  ['POST', '/trust', {}, ['director', 'safety-manager', 'operator', 'administrator'], 400],
  ['POST', '/trust/nowhere/confirmation', somePublished, ['director', 'safety-manager'], 404],
  ['POST', '/trust/nowhere/withdrawal', { reason: '誤り' }, ['director', 'safety-manager'], 404],
  ['GET', '/signatures', undefined, people, 200],
  ['POST', '/signatures/verify', {}, people, 400],
  ['POST', '/signatures/report.pdf?order=jnsa', {}, people, 400],
  ['GET', '/cards', undefined, [...workers, 'auditor'], 200],
  ['GET', '/cards/list.csv', undefined, [...workers, 'auditor'], 200],
  ['POST', '/cards/certificate', {}, workers, 400],
  ['POST', '/cards', { kind: 'card', holderName: '例題 四郎' }, workers, 400],
  ['POST', '/cards/nowhere/state', { state: 'lost', onDay: '2020-01-01', reason: '紛失' }, workers, 404],
  ['GET', '/archive', undefined, keepers, 200],
  ['POST', '/archive/search', { page: 1 }, keepers, 200],
  ['POST', '/archive/documents', {}, keepers, 400],
  ['GET', '/archive/documents/nowhere', undefined, keepers, 404],
  ['POST', '/archive/documents/nowhere/versions', {}, keepers, 400],
  ['POST', '/archive/documents/nowhere/versions/1/approval', undefined, keepers, 404],
  ['POST', '/archive/documents/nowhere/versions/1/confirmation', undefined, keepers, 404],
  ['POST', '/archive/documents/nowhere/versions/1/withdrawal', { reason: '誤り' }, keepers, 404],
  ['POST', '/archive/documents/nowhere/versions/1/signatures/check', undefined, keepers, 404],
  ['GET', '/archive/documents/nowhere/versions/1/content', undefined, keepers, 404],
  ['GET', '/archive/documents/nowhere/versions/1/preview', undefined, keepers, 404],
  ['GET', '/archive/documents/nowhere/comparison?before=1&after=2', undefined, keepers, 404],
  ['GET', '/archive/documents/nowhere/comparison/pages?before=1&after=2', undefined, keepers, 404],
  ['GET', '/archive/scans', undefined, keepers, 200],
  ['POST', '/archive/scans', {}, keepers, 400],
  ['POST', '/archive/scans/arrived', someArrived, keepers, 404],
  ['POST', '/archive/scan-profiles', someProfile, scanManagers, 400],
  ['POST', '/archive/past-paper-plans', somePlan, scanManagers, 400],
  ['POST', '/archive/past-paper-plans/nowhere/end', { auditedOn: '2020-01-01', audit: '指摘なし' }, scanManagers, 404],
  ['POST', '/archive/scan-objections', { patient: '1', toldOn: '2999-01-01', note: '窓口' }, keepers, 400],
  ['POST', '/archive/scan-objections/nowhere/withdraw', undefined, scanManagers, 404],
  ['GET', '/archive/media', undefined, [...workers, 'auditor'], 200],
  ['POST', '/archive/media', someMedium, workers, 400],
  ['POST', '/archive/media/nowhere/steps', { step: 'copied', onDay: '2020-01-01', note: '例題' }, workers, 404],
  ['GET', '/retention/table', undefined, [...workers, 'auditor'], 200],
  ['GET', '/retention/table.pdf', undefined, [...workers, 'auditor'], 200],
  ['GET', '/retention/documents', undefined, [...workers, 'auditor'], 200],
  ['POST', '/retention/starts', { ...ofNoDocument, event: 'completion' }, workers, 404],
  ['POST', '/retention/holds', { documentIds: ['nowhere'], reason: '訴訟' }, workers, 404],
  ['POST', '/retention/holds/nowhere/lift', { reason: '終了' }, ['director', 'safety-manager'], 404],
  ['GET', '/destructions', undefined, [...workers, 'auditor'], 200],
  ['POST', '/destructions', { documentIds: ['nowhere'], reason: '整理' }, workers, 404],
  ['GET', '/destructions/nowhere', undefined, [...workers, 'auditor'], 404],
  ['GET', '/destructions/nowhere/paper.pdf', undefined, [...workers, 'auditor'], 404],
  ['POST', '/destructions/nowhere/approvals', {}, ['director', 'safety-manager', 'planning-manager'], 404],
  ['POST', '/destructions/nowhere/withdrawal', { reason: '誤り' }, workers, 404],
  ['POST', '/destructions/nowhere/carrying-out', { reason: '終わり' }, ['director', 'safety-manager'], 404],
  ['POST', '/retention/keepers', someKeeper, ['director', 'safety-manager'], 400],
  ['POST', '/retention/rules', someRule, ['director', 'safety-manager'], 400],
  ['GET', '/witnessing', undefined, seers, 200],
  ['POST', '/witnesses', { label: '例題市医師会', keys: '紙' }, namers, 400],
  ['DELETE', '/witnesses/nowhere', undefined, namers, 404],
  ['PUT', '/witnesses/policy', { needed: 1, warnAfterHours: 24 }, namers, 204],
  ['POST', '/witnesses/round', undefined, namers, 200],
  ['GET', '/witnesses/submission', undefined, namers, 200],
  ['POST', '/witnesses/cosigned', { text: '紙' }, namers, 400],
  ['POST', '/watched-logs/keys', undefined, namers, 200],
  ['POST', '/watched-logs', { label: 'となり', key: '紙' }, namers, 400],
  ['DELETE', '/watched-logs?origin=nowhere', undefined, namers, 404],
  ['POST', '/watched-logs/cosignature', { text: '紙' }, namers, 200],
  ['GET', '/watched-logs/evidence/nowhere', undefined, seers, 404],
  ['GET', '/timetable', undefined, [...seers, 'operator'], 200],
  ['POST', '/timetable/nothing/runs', undefined, namers, 404],
  ['GET', '/mail', undefined, seers, 200],
  ['PUT', '/mail/server', { ...someServer, host: 'mail server' }, namers, 400],
  ['DELETE', '/mail/server', undefined, namers, 400],
  ['POST', '/mail/test', undefined, namers, 400],
  ['POST', '/mail/nothing/again', undefined, namers, 404],
  ['GET', '/accounts', undefined, ['director', 'safety-manager', 'auditor', 'administrator'], 200],
  ['POST', '/accounts/nowhere/reset', { identityCheckedBy: '見た', removeFactors: false }, ['administrator'], 404],
  ['POST', '/accounts/nowhere/disable', { version: 1 }, ['administrator'], 404],
  ['DELETE', '/accounts/nowhere/sessions', undefined, ['safety-manager', 'administrator'], 204],
]

describe.each(table)('%s %s', (method, url, body, allowed, status) => {
  it('refuses whoever has no right to it, and answers the others', async () => {
    const answers = await Promise.all(
      roleNames.map(async (role, index) => {
        // Everybody at a desk of their own: requests are counted by where they come from.
        const sent = { cookie: cookies.get(role), body, remoteAddress: `192.0.2.${index + 1}` }
        return [role, (await door.ask(method, url, sent)).status]
      }),
    )
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(roleNames.map((role) => [role, allowed.includes(role) ? status : 403])),
    )
  })
})

it('the session of an inspector opens nothing of the house but the files that were made to be shown', async () => {
  const cookie = cookies.get('inspector')
  const { paths } = (await door.ask('GET', '/openapi.json')).body as { paths: Record<string, Record<string, unknown>> }
  const app = await door.again()
  const opened: string[] = []
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of Object.keys(operations)) {
      const url = path.replace('{kind}', 'terminal').replaceAll(/\{\w+\}/g, 'x')
      const body = method === 'get' ? undefined : {}
      // To leave is everybody's, and would end the looking around.
      if (method === 'delete' && path.endsWith('/session')) continue
      const { status } = await asked(app, method.toUpperCase() as 'GET', url, { cookie, body })
      if (status < 300) opened.push(`${method.toUpperCase()} ${path.replace('/api/v1', '')}`)
    }
  }
  expect(opened.toSorted()).toEqual(['GET /health', 'GET /inspection-files', 'GET /session', 'GET /status'])
})

it('a refusal for want of a right says which right, changes nothing and stands in the journal', async () => {
  const cookie = cookies.get('staff')
  const { body } = await door.ask('POST', '/registry/terminal', { cookie, body: { item: { name: '勝手な端末' } } })
  expect(body).toMatchObject({ code: 'not-permitted', status: 403, facts: { action: 'registry.change' } })
  const me = (await door.ask('GET', '/session', { cookie })).body.account.accountId
  const auditor = cookies.get('auditor')
  const { entries } = (await door.ask('GET', `/journal?actorId=${me}&limit=1`, { cookie: auditor })).body
  expect(entries).toMatchObject([
    { outcome: 'refused', actor: { kind: 'account', id: me }, detail: { action: 'registry.change' } },
  ])
  const { items } = (await door.ask('GET', '/registry', { cookie: cookies.get('director') })).body
  expect(items.filter((item: { item: { name: string } }) => item.item.name === '勝手な端末')).toEqual([])
})
