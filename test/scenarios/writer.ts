import { consoleCaller } from '#access'
import { openPlatform } from '#platform'

// A process of its own that changes the registry and signs in, several at once, and says on a line of its own what was
// acknowledged, so that a test can kill it and compare: `item <id> <version> <name>` and `session <cookie>`.

const [data = '', facilityId = '', password = '', database] = process.argv.slice(2)
const EDITORS = 4

const { registry, access } = await openPlatform({ data, database })
const caller = consoleCaller(facilityId)

/** Writes one terminal over and over, from whatever version the process before it left. */
async function editor(id: string): Promise<void> {
  const { items } = await registry.listItems(caller, 'terminal')
  let { version } =
    items.find((item) => item.id === id) ??
    (await registry.createItem(caller, { kind: 'terminal', item: { id, name: id } }))
  for (;;) {
    const name = `${id}-${version + 1}-${Math.random()}`
    const kept = await registry.changeItem(caller, { kind: 'terminal', id, version, item: { name } })
    version = kept.version
    process.stdout.write(`item ${id} ${version} ${name}\n`)
  }
}

async function visitor(): Promise<void> {
  for (;;) {
    const { cookie } = await access.signIn({ facilityId, loginName: 'taro', password })
    process.stdout.write(`session ${cookie}\n`)
  }
}

const editors = Array.from({ length: EDITORS }, (_, number) => editor(`terminal-${number + 1}`))
await Promise.all([...editors, visitor()]).catch(async () => {
  // Refused because the database went away: that was not acknowledged. The test ends this process.
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})
