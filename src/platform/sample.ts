import { randomUUID } from 'node:crypto'
import { consoleCaller } from '#access'
import { type SampleName, samples } from '#registry'
import { addDays, dayOf, Refusal } from '#shared'
import { fillSample } from '#signature'
import type { Platform } from '../platform.ts'

/** 見本 — a sample facility in this installation, made on the first call, and the account through which it is seen. */
export async function openSample(platform: Platform, sample: SampleName = 'clinic') {
  const { access, clock, registry, storage } = platform
  const facility = samples[sample](dayOf(clock.now()))
  const { name } = facility.profile
  const [known] = await platform.facilities()
  if (known) {
    const holds = known.sample ? await nameAtFirst(platform, known.facilityId) : known.name
    if (!known.sample || (holds ?? name) !== name) {
      throw new Refusal('already-exists', { reason: 'another-facility', holds, wanted: name })
    }
    const accounts = await access.readAccounts(consoleCaller(known.facilityId))
    // Whoever came by a link stands in the list too, and before people.
    const account = accounts.find(({ roles }) => roles.includes('administrator'))
    if (!account) throw new Refusal('corrupt', { reason: 'sample-without-account' })
    return { facilityId: known.facilityId, accountId: account.accountId, name: known.name }
  }
  const caller = consoleCaller(randomUUID())
  const made = await storage.write(caller, async (change) => {
    await access.createFacility(change, { name, sample: true, actor: caller.actor })
    await registry.fillFacility(change, caller, facility)
    const accountId = await access.createSampleAccount(change, { ...sampleDirector, actor: caller.actor })
    return { facilityId: caller.facilityId, accountId, name }
  })
  const director = { ...caller, actor: { kind: 'account', id: made.accountId } } as const
  await fillSample(platform, director, addDays(dayOf(clock.now()), SAMPLE_CARD_DAYS))
  return made
}

/** What a facility was called when it was made: names change, this entry does not. Unknown where it cannot be read. */
async function nameAtFirst({ journal }: Platform, facilityId: string): Promise<string | undefined> {
  const { entries } = await journal.read(consoleCaller(facilityId), { act: 'facility.created' }, { limit: 1 })
  const detail = entries[0]?.detail as { readonly name?: string } | undefined
  return detail?.name
}

/** Ten days before renewing begins: what is to be done in the sample begins with its gaps alone. */
const SAMPLE_CARD_DAYS = 100

const sampleDirector = {
  loginName: 'mihon',
  displayName: '見本 太郎',
  roles: ['director', 'safety-manager', 'administrator'],
  language: 'ja',
} as const
