import { join } from 'node:path'
import { openPlatform, type Platform } from '#platform'
import { sampleHospital } from '#registry'
import { dayOf } from '#shared'
import { writeEdition } from '../packages/guideline/testing.ts'
import { enlarged } from './enlarged.ts'

const REQUIREMENTS = 1000
const SYSTEMS = 50
/** One assessment a year, kept. */
const YEARS = ['2022', '2023', '2024', '2025', '2026'] as const

export const account = { loginName: 'taro', password: 'Kx7#vq2!mZp9t' } as const

export interface Place {
  readonly data: string
  readonly database?: string
}

/**
 * An installation as it stands after five years: an edition of a thousand requirements laid beside it as data, fifty
 * systems, and a snapshot of every year. The items of the real edition are judged by its rules; those that are added to
 * them repeat its shape, and a person has given a word for each.
 */
export async function makeLargeInstallation(place: Place): Promise<void> {
  const added = enlargeEdition(join(place.data, 'guideline'))
  for (const [index, year] of YEARS.entries()) {
    const clock = { now: () => `${year}-11-20T01:00:00.000Z` }
    const platform = await openPlatform({ ...place, clock })
    try {
      await spend(platform, index === 0, added)
    } finally {
      await platform.close()
    }
  }
}

/** A year: on the first day everything is entered; every year the words are given anew and the assessment is kept. */
async function spend(platform: Platform, isFirst: boolean, added: readonly string[]): Promise<void> {
  const { access, assessments, clock, registry } = platform
  const person = {
    ...account,
    displayName: '見本 太郎',
    language: 'ja',
    roles: ['director', 'safety-manager'],
  } as const
  if (isFirst) {
    const { code } = await access.issueSetUpCode()
    await access.setUp({ code, facilityName: '医療法人見本会 みほん病院', ...person, roles: [...person.roles] })
  }
  const { cookie } = await access.signIn(account)
  const { caller } = await access.authenticate(cookie)
  await registry.replaceFacility(caller, enlarged(sampleHospital(dayOf(clock.now())), { systems: SYSTEMS }))
  const words = isFirst ? added : added.slice(0, added.length / 5)
  await Promise.all(
    words.map((requirementId) =>
      assessments.attest(caller, { requirementId, statement: '台帳と現物を確かめました。' }),
    ),
  )
  await assessments.takeSnapshot(caller)
}

/** The edition with as many items as asked for; the added ones follow the items of section 6.2 in number and shape. */
function enlargeEdition(folder: string): readonly string[] {
  const ids: string[] = []
  writeEdition(folder, 'mhlw-5.2', 'chapter-06-02.yaml', (items, whole) => {
    const like = whole.filter(({ parent, combine }) => parent === undefined && combine === undefined)
    const more = Array.from({ length: REQUIREMENTS - whole.length }, (_, index) => {
      const id = `6.2.C-${1001 + index}`
      ids.push(id)
      return { ...like[index % like.length], id, section: '6.2', checkable: 'attest' }
    })
    return [...items, ...more]
  })
  return ids
}
