import { openPlatform } from '#platform'
import { answersOf } from '../../server/serve-witness.ts'
import { openWitnessDoor } from '../../server/witness-door.ts'

// A witness that dies when its new state is durable and before its answer has left: `node witness-killed.ts DATA`.
const [data = ''] = process.argv.slice(2)
const platform = await openPlatform({ data })
const [{ facilityId = '' } = {}] = await platform.facilities()
const door = await openWitnessDoor({
  ...answersOf(platform, facilityId),
  addCheckpoint: async (body) => {
    const answer = await platform.federation.addCheckpoint(facilityId, body)
    process.kill(process.pid, 'SIGKILL')
    return answer
  },
  host: '127.0.0.1',
  port: 0,
  report: () => {},
})
process.stdout.write(`${door.port}\n`)
