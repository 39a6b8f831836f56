import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PresentedAssessment } from '#assessment'
import { type Facility, NOBODY, writeFacilityYaml } from '#registry'
import { dayOf, systemClock } from '#shared'
import { type Door, firstRun, openDoor } from '../../server/testing.ts'
import { withFact } from '../../src/assessment/testing/change.ts'
import { compliantFacility, ON } from '../../src/assessment/testing/compliant-facility.ts'
import { pagesOf, testOnPaper } from '../../src/paper/testing/poppler.ts'
import { shiftTo } from '../../src/registry/sample/shift-days.ts'
import { folderForTests } from '../installation.ts'
import { omamori, omamoriHere } from '../running.ts'

const base = folderForTests()
const { sample: _, ...clinic } = compliantFacility
let files = 0

/** The facility as a file that somebody could have written. */
function fileOf(facility: Facility | string): string {
  files += 1
  const file = join(base, `facility-${files}.yaml`)
  writeFileSync(file, typeof facility === 'string' ? facility : writeFacilityYaml(facility))
  return file
}

interface Assessed {
  readonly code: number | null
  readonly shown: PresentedAssessment
}

async function assessed(facility: Facility | string, on = ON): Promise<Assessed> {
  const { code, stdout } = await omamoriHere('assess', '--facility', fileOf(facility), '--on', on, '--json')
  return { code, shown: JSON.parse(stdout) }
}

/** How many requirements of a kind stand in each state, counted in the list itself. */
function counted({ requirements }: PresentedAssessment, kind: 'C' | 'D') {
  const counts = { met: 0, 'not-met': 0, unknown: 0, 'not-applicable': 0 }
  for (const one of requirements) if (one.kind === kind) counts[one.state] += 1
  return counts
}

describe('`omamori assess --json`', () => {
  it('counts what stands in its list, C and D apart, and says of each item what it rests on', async () => {
    const { code, stdout } = await omamori('assess', '--facility', fileOf(clinic), '--on', ON, '--json')
    const shown: PresentedAssessment = JSON.parse(stdout)
    expect(shown.counts).toEqual({ C: counted(shown, 'C'), D: counted(shown, 'D') })
    expect(shown.counts.C.met).toBeGreaterThan(20)
    expect(shown.requirements.length).toBeGreaterThan(290)
    for (const one of shown.requirements) {
      expect(Object.keys(one)).toEqual(expect.arrayContaining(['id', 'state', 'findings', 'evidence']))
      if (one.state === 'met' && one.decidedBy === 'rule') expect(one.evidence, one.id).not.toEqual([])
    }
    expect(code).toBe(1)
  })

  it('finds nothing met in a facility of which only the name is known', async () => {
    const { code, shown } = await assessed(
      'format: omamori-facility@1\nasOf: 2026-11-22\nprofile:\n  name: みほん診療所\n',
    )
    expect([shown.counts.C.met, shown.counts.D.met, code]).toEqual([0, 0, 1])
    expect(shown.requirements.filter(({ evidence }) => evidence.length > 0)).toEqual([])
  })

  it('speaks English of the same states when it is asked to', async () => {
    const file = fileOf(clinic)
    const words = ['assess', '--facility', file, '--on', ON, '--json']
    const [ja, en] = [await omamoriHere(...words), await omamoriHere(...words, '--lang', 'en')]
    const statesIn = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as PresentedAssessment).requirements.map(({ id, state }) => `${id} ${state}`)
    expect(statesIn(en)).toEqual(statesIn(ja))
    expect((JSON.parse(en.stdout) as PresentedAssessment).notice).toMatch(/^[\x20-\x7e]+$/)
  })

  it('takes the day as the wall calendar says it', async () => {
    const file = fileOf(clinic)
    const { stdout } = await omamoriHere('assess', '--facility', file, '--on', 'R8.11.22', '--json')
    expect(JSON.parse(stdout).on).toBe('2026-11-22')
  })
})

interface Change {
  readonly name: string
  readonly path: readonly string[]
  readonly value: unknown
  /** The items that must turn, and the sums that turn with them. */
  readonly concerned: string
  readonly sums: readonly string[]
  readonly thing: string
}

const changes: readonly Change[] = [
  {
    name: 'a password of 8 characters, one factor, never changed',
    path: ['systems', 'emr', 'passwordPolicy', 'minLength'],
    value: 8,
    concerned: '6.5.C-14-4',
    sums: ['6.5.C-14'],
    thing: '「電子カルテ」',
  },
  {
    name: 'a terminal without malware protection',
    path: ['terminals', 't-01', 'malware', 'active'],
    value: false,
    concerned: '6.5.C-11',
    sums: [],
    thing: '「受付の端末」',
  },
  {
    name: 'a system for which nobody is responsible',
    path: ['systems', 'emr', 'ownerId'],
    value: NOBODY,
    concerned: '6.2.C-7',
    sums: [],
    thing: '「電子カルテ」',
  },
]

describe('one changed fact', () => {
  let before: PresentedAssessment
  beforeAll(async () => {
    before = (await assessed(clinic)).shown
  })

  /** The items whose state is another one now. */
  const turned = (after: PresentedAssessment) =>
    after.requirements.filter(({ state }, index) => state !== before.requirements[index]?.state)

  it.each(changes)('$name: exactly the items concerned are not met, and a sentence names the thing', async (change) => {
    const { shown } = await assessed(withFact(clinic, change.path, change.value))
    const now = turned(shown)
    expect(now.map(({ id }) => id).toSorted()).toEqual([change.concerned, ...change.sums].toSorted())
    expect(now.map(({ state }) => state)).toEqual(now.map(() => 'not-met'))
    const [item] = now.filter(({ id }) => id === change.concerned)
    const bad = item?.findings.filter(({ state }) => state === 'not-met') ?? []
    expect(bad.map(({ sentence }) => sentence)).toEqual([expect.stringContaining(change.thing)])
    expect(bad[0]?.about).toMatchObject({ id: change.path[1] })
    const gap = shown.gaps.find(({ requirementId }) => requirementId === change.concerned)
    expect(gap).toMatchObject({ state: 'not-met', sentence: expect.stringContaining(change.thing) })
    expect(gap?.action.sentence).toMatch(/。$/)
  })

  it.each(changes)('not $name but nothing at all: the items concerned are unknown', async (change) => {
    const { shown } = await assessed(withFact(clinic, change.path, undefined))
    expect(turned(shown).map(({ id, state }) => [id, state])).toEqual([[change.concerned, 'unknown']])
    const [item] = turned(shown)
    expect(item?.findings.some(({ state, sentence }) => state === 'unknown' && sentence.includes(change.thing))).toBe(
      true,
    )
  })
})

describe('the same figures', () => {
  const today = dayOf(systemClock.now())
  const facility = withFact(shiftTo(clinic, today), ['terminals', 't-01', 'malware', 'active'], false)
  let door: Door
  let cookie: string
  let page: PresentedAssessment
  beforeAll(async () => {
    door = await openDoor()
    cookie = await firstRun(door.platform)
    const imported = await door.ask('POST', '/registry/import', { cookie, body: { text: writeFacilityYaml(facility) } })
    expect(imported.status).toBe(200)
    page = (await door.ask('GET', '/assessment', { cookie })).body
  })

  it('stand in the page and on the command line, item by item', async () => {
    const { shown } = await assessed(facility, page.on)
    expect(page.counts).toEqual(shown.counts)
    const states = ({ requirements }: PresentedAssessment) => requirements.map(({ id, state }) => `${id} ${state}`)
    expect(states(page)).toEqual(states(shown))
    expect(page.gaps.map(({ sentence }) => sentence)).toEqual(shown.gaps.map(({ sentence }) => sentence))
    expect(page.counts.C['not-met']).toBe(1)
  })

  testOnPaper('stand on the paper, from the command line and from the page', async () => {
    const file = join(base, 'report.pdf')
    const words = ['--facility', fileOf(facility), '--on', page.on, '--pdf', file]
    expect(await omamoriHere('assess', ...words)).toMatchObject({ code: 1 })
    const answer = await door.app.inject({
      url: '/api/v1/assessment/report.pdf',
      headers: { host: 'localhost', cookie: `omamori_session=${cookie}` },
    })
    for (const paper of [readFileSync(file), answer.rawPayload]) {
      const text = pagesOf(paper).join('\n').replaceAll(/\s+/g, '')
      for (const kind of ['C', 'D'] as const) {
        const { met, 'not-met': notMet, unknown, 'not-applicable': out } = page.counts[kind]
        const total = met + notMet + unknown
        const wanted =
          kind === 'C'
            ? [`最低限${total}項目中${met}が適合`, `ほかに－対象外${out}`]
            : [`推奨${total}項目`, `●適合${met}▲不適合${notMet}？未確認${unknown}ほかに－対象外${out}`]
        for (const words of wanted) expect(text).toContain(words)
      }
      expect(text).toContain('「受付の端末」で、不正ソフトウェア対策が動いていません。')
      expect(text).toContain('自己点検であり、国や第三者の認証ではありません。')
    }
  })
})
