import { expect, it } from 'vitest'
import type { Storage } from '#storage'
import { keysInMemory } from '../journal/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { withFact } from './testing/change.ts'
import { compliantFacility } from './testing/compliant-facility.ts'
import { callerAs, moreRoomsOn, roomsOn } from './testing/rooms-on.ts'

const shared = withFact(compliantFacility, ['systems', 'emr', 'authentication', 'sharedAccounts'], 2)

const manager = callerAs('safety-manager')

/** Two programs on one database: a server, and the command line beside it. */
async function twoOn(storage: Storage) {
  const keys = keysInMemory()
  const program = ({ registry, assessments }: Awaited<ReturnType<typeof roomsOn>>) => {
    const look = async (day?: string) => (await assessments.loadAssessment(manager, day)).requirements
    const stateOf = async (id: string) => (await look()).find((one) => one.id === id)?.state
    return { registry, assessments, look, stateOf }
  }
  return { server: program(await roomsOn(storage, { keys })), beside: program(moreRoomsOn(storage, { keys })) }
}

eachEngine('a judgement', (open) => {
  it('is made once while nothing happens, also for those who ask at once', async () => {
    const { server } = await twoOn(await open())
    const [first, second] = await Promise.all([server.look(), server.look()])
    expect(second).toBe(first)
    expect(await server.look()).toBe(first)
    expect(await server.look('2026-11-23')).not.toBe(first)
  })

  it('is made anew after any change, whoever changed it', async () => {
    const { server, beside } = await twoOn(await open())
    expect(await server.stateOf('6.5.C-1')).toBe('met')
    await beside.registry.replaceFacility(manager, shared)
    expect(await server.stateOf('6.5.C-1')).toBe('not-met')
    const before = await server.look()
    await beside.assessments.attest(manager, { requirementId: '6.2.C-1', statement: '部屋ごとに見て回りました。' })
    expect(await server.look()).not.toBe(before)
    expect(await server.stateOf('6.2.C-1')).toBe('met')
  })

  it('of a day is never given out for another facility', async () => {
    const { server } = await twoOn(await open())
    await server.look()
    const others = await server.assessments.loadAssessment(callerAs('safety-manager', 'other'))
    expect(others.requirements.filter(({ state }) => state === 'met')).toEqual([])
  })
})
