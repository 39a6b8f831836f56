import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Caller } from '#access'
import { openPlatform, type Platform, type PlatformOptions } from '#platform'
import type { Storage } from '#storage'
import type { Open } from '../src/storage/testing.ts'
import { temporaryFolder } from './running.ts'

/** Passes the password rule without a second factor. */
export const password = 'Kx7#vq2!mZp9t'

const folders: ReturnType<typeof temporaryFolder>[] = []
afterAll(() => {
  for (const folder of folders) folder.remove()
})

/** A folder that is removed after the tests of the file. */
export function folderForTests(): string {
  const folder = temporaryFolder()
  folders.push(folder)
  return folder.path
}

/** Where the rows of an empty storage lie, and a folder for the rest. Closes it, so that a platform may open the place. */
export async function emptyPlace(open: Open): Promise<PlatformOptions> {
  const storage: Storage = await open()
  const place = open.placeOf(storage)
  await storage.close()
  return 'data' in place ? place : { data: join(folderForTests(), 'data'), database: place.url }
}

/** The first run of みほん診療所: 見本 太郎 is its director and manages its accounts. */
export async function firstRun({
  access,
}: Platform): Promise<{ readonly administrator: Caller; readonly cookie: string }> {
  const { code } = await access.issueSetUpCode()
  const person = { displayName: '見本 太郎', loginName: 'taro', password, language: 'ja' } as const
  const { cookie } = await access.setUp({ code, facilityName: 'みほん診療所', ...person, roles: ['director'] })
  return { administrator: (await access.authenticate(cookie)).caller, cookie }
}

/** Opens the platform at a place, uses it, and closes it whatever happens. */
export async function atPlatform<T>(options: PlatformOptions, use: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openPlatform(options)
  try {
    return await use(platform)
  } finally {
    await platform.close()
  }
}
