import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { refusalOf } from '../../../shared/testing.ts'
import { eachEngine } from '../../../storage/testing.ts'
import { sample } from '../../content/testing.ts'
import { profile, scanOf, scansOn } from '../testing.ts'

const base = mkdtempSync(join(tmpdir(), 'omamori-intake-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

eachEngine('the folder of the scanner', (open) => {
  const start = async () => {
    const room = await scansOn(await open())
    const { scans, creationManager, facilityId } = room
    await scans.recordProfile(creationManager, profile())
    const folder = mkdtempSync(join(base, 'scan-'))
    await scans.nameIntake(consoleCaller(facilityId), folder)
    /** As a copier wrote it a minute ago. */
    const arrives = (name: string, bytes: Uint8Array = sample('scan-g4.tif'), secondsAgo = 60) => {
      writeFileSync(join(folder, name), bytes)
      const at = Date.now() / 1000 - secondsAgo
      utimesSync(join(folder, name), at, at)
    }
    return { ...room, folder, arrives }
  }
  const reasonOf = async (act: Promise<unknown>) => {
    const { code, facts } = await refusalOf(act)
    return facts.reason ?? code
  }

  it('what a copier wrote stands on the desk and goes from the folder when it is taken in, and not before', async () => {
    const { scans, documents, clerk, folder, arrives } = await start()
    arrives('0002.tif')
    arrives('0001.pdf', sample('scan.pdf'), 120)
    const names = async () => (await scans.readDesk(clerk)).intake?.files.map(({ name }) => name)
    expect(await names()).toEqual(['0001.pdf', '0002.tif'])
    const refused = await scans.takeFromFolder(clerk, { ...scanOf({ declaredPages: 9 }), file: '0002.tif' })
    expect(refused).toMatchObject({ findings: [{ code: 'pages-differ' }] })
    expect(await names()).toEqual(['0001.pdf', '0002.tif'])
    const { documentId = '', stays } = await scans.takeFromFolder(clerk, { ...scanOf(), file: '0002.tif' })
    expect([stays, existsSync(join(folder, '0002.tif')), await names()]).toEqual([false, false, ['0001.pdf']])
    expect(await documents.read(clerk, documentId)).toMatchObject({ versions: [{ contentType: 'tiff' }] })
  })

  it('nothing else is shown or read: files being written, links, folders, hidden ones, other forms, other places', async () => {
    const { scans, clerk, folder, arrives, data } = await start()
    arrives('now.tif', sample('scan-g4.tif'), 1)
    arrives('.hidden.tif')
    arrives('macro.exe')
    mkdirSync(join(folder, 'folder.tif'))
    writeFileSync(join(data, 'secret.tif'), sample('scan-g4.tif'))
    symlinkSync(join(data, 'secret.tif'), join(folder, 'link.tif'))
    expect((await scans.readDesk(clerk)).intake).toEqual({ there: true, files: [] })
    for (const file of ['now.tif', '.hidden.tif', 'macro.exe', 'folder.tif', 'link.tif', '../x.tif', 'nowhere.tif'])
      expect(await reasonOf(scans.takeFromFolder(clerk, { ...scanOf(), file }))).toBe('scan-file-gone')
  })

  it('a folder that is away is told; one that keeps its files is told, and nothing is taken in twice', async () => {
    const { scans, clerk, doctor, manager, folder, arrives, facilityId } = await start()
    expect(await reasonOf(scans.nameIntake(consoleCaller(facilityId), join(base, 'nowhere')))).toBe('scan-folder-away')
    expect(await reasonOf(scans.nameIntake(doctor, folder))).toBe('not-permitted')
    expect(await reasonOf(scans.takeFromFolder(manager, { ...scanOf(), file: 'a.tif' }))).toBe('not-permitted')
    arrives('0001.tif')
    chmodSync(folder, 0o500)
    // Whoever is root removes it all the same.
    const { stays } = await scans.takeFromFolder(clerk, { ...scanOf(), file: '0001.tif' })
    expect(stays).toBe(process.getuid?.() !== 0)
    chmodSync(folder, 0o700)
    arrives('0001.tif')
    expect(await reasonOf(scans.takeFromFolder(clerk, { ...scanOf(), file: '0001.tif' }))).toBe('scan-same-file')
    rmSync(folder, { recursive: true })
    expect((await scans.readDesk(clerk)).intake).toEqual({ there: false, files: [] })
  })
})
