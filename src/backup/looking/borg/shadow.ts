import { copyFile, mkdir, readdir, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'

// What Borg writes anew even while it checks: how far it counted, and where the repository lies.
const written = new Set(['config', 'nonce', 'README'])

/**
 * A folder of ours that Borg takes for the repository: the small files that it writes while checking are copies, and
 * everything else leads to the real place. So a check leaves the place as it is, and a medium that is read only will do.
 */
export async function shadowOf(repository: string, scratch: string): Promise<string> {
  const shadow = join(scratch, 'repository')
  const names = await readdir(repository)
  await mkdir(shadow)
  for (const name of names) {
    if (name.startsWith('lock.')) continue
    const from = resolve(repository, name)
    if (written.has(name)) await copyFile(from, join(shadow, name))
    else await symlink(from, join(shadow, name))
  }
  return shadow
}
