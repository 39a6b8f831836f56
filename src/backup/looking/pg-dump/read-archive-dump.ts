import type { Generation } from '../../observation.ts'
import type { LookContext } from '../look.ts'
import { lastWords, runEngine, streamEngine } from '../run-engine.ts'
import { Hindered } from '../watch.ts'

export interface DumpRead extends Pick<Generation, 'integrity' | 'damage' | 'takenAt'> {}

// A dump holds the time of day on the wall where it was made, and no zone: facilities stand in Japan. One made under
// another zone's clock west of it, such as a container's UTC, seems older than it is, and never younger.
const WALL = { zone: 'Asia/Tokyo', offset: '+09:00' }

/** A dump in pg_dump's own formats, unpacked by `pg_restore` into nothing: every block of it is read. */
export async function readArchiveDump(file: string, { environment, watch }: LookContext): Promise<DumpRead> {
  const list = await runEngine(
    { program: 'pg_restore', words: ['--list', file], variables: { TZ: WALL.zone } },
    environment,
    watch,
  )
  if (list.code !== 0) return damaged(list.stderr)
  const read = await streamEngine(
    { program: 'pg_restore', words: ['--file=-', file] },
    environment,
    watch,
    async (stdout) => {
      for await (const _ of stdout) watch.step(0)
    },
  )
  const [, day, time] = /Archive created at (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/.exec(list.stdout) ?? []
  const takenAt = day === undefined ? {} : { takenAt: new Date(`${day}T${time}${WALL.offset}`).toISOString() }
  return read.code === 0 ? { integrity: 'intact', ...takenAt } : { ...damaged(read.stderr), ...takenAt }
}

function damaged(stderr: string): DumpRead {
  if (/unsupported version/i.test(stderr)) {
    throw new Hindered('engine-version', { found: lastWords(stderr), needs: 'pg_restore' })
  }
  return { integrity: 'damaged', damage: [lastWords(stderr)] }
}
