import type { Logger } from 'pino'
import type { Platform } from '#platform'
import { Refusal } from '#shared'
import { makeLogger } from './serve.ts'
import { openWitnessDoor, type WitnessDoorOptions } from './witness-door.ts'

/** One above the first port of the screens. */
export const WITNESS_PORT = 8421

export interface ServeWitnessOptions {
  readonly platform: Platform
  readonly host: string
  readonly port: number
}

/** Opens the witness's door for the facility of this installation, and says at which port. */
export async function serveWitness({ platform, host, port }: ServeWitnessOptions) {
  const [facility] = await platform.facilities()
  if (!facility) throw new Refusal('not-found', { reason: 'no-facility' })
  const { facilityId } = facility
  const report = reporting(makeLogger())
  return openWitnessDoor({ ...answersOf(platform, facilityId), host, port, report })
}

/** What the door answers for a facility. */
export function answersOf(
  { federation }: Pick<Platform, 'federation'>,
  facilityId: string,
): Pick<WitnessDoorOptions, 'addCheckpoint' | 'addSuccessor'> {
  return {
    addCheckpoint: (body) => federation.addCheckpoint(facilityId, body),
    addSuccessor: (body) => federation.addSuccessor(facilityId, body),
  }
}

/** Asks our own witnesses, runs what the timetable says and sends mail, all in the background; the answer stops it. */
export function workInBackground(platform: Platform): () => Promise<void> {
  const report = reporting(makeLogger())
  const all = [platform.federation.rounds(report), platform.background(report)]
  for (const one of all) one.start()
  return async () => void (await Promise.all(all.map((one) => one.stop())))
}

// What is refused for now (a full disk, a quarantine) is said elsewhere already.
function reporting(logger: Logger): (error: unknown) => void {
  return (error) => (error instanceof Refusal ? logger.info(error) : logger.error(error))
}
