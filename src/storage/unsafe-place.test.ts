import { mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStorage } from './open-storage.ts'
import { unsafePlaceOf } from './unsafe-place.ts'

const mountedAs = (type: string, point = '/srv/data') =>
  [
    '27 1 254:0 / / rw,relatime - ext4 /dev/vda rw',
    `40 27 0:50 / ${point} rw,relatime shared:12 - ${type} server:/export rw,vers=4.2`,
  ].join('\n')

describe('a data directory on a disk that others reach', () => {
  it.each([
    'nfs',
    'nfs4',
    'cifs',
    'smb3',
    '9p',
    'virtiofs',
    'vboxsf',
    'ceph',
    'ocfs2',
    'fuse',
    'fuse.sshfs',
    'fuse.rclone',
  ])('is refused on %s', (type) => {
    expect(unsafePlaceOf('/srv/data/omamori', mountedAs(type))).toEqual({ reason: 'place-on-network', found: type })
  })

  it.each(['ext4', 'xfs', 'btrfs', 'zfs', 'tmpfs', 'overlay', 'fuseblk', 'fuse.gocryptfs'])('is let on %s', (type) => {
    expect(unsafePlaceOf('/srv/data/omamori', mountedAs(type))).toBeUndefined()
  })

  it('is told from a neighbour whose name begins alike', () => {
    expect(unsafePlaceOf('/srv/data2/omamori', mountedAs('nfs4'))).toBeUndefined()
    expect(unsafePlaceOf('/srv/data', mountedAs('nfs4'))).toMatchObject({ found: 'nfs4' })
  })

  it('is found behind a mount point with a blank in its name', () => {
    expect(unsafePlaceOf('/srv/my data/omamori', mountedAs('cifs', '/srv/my\\040data'))).toMatchObject({
      found: 'cifs',
    })
  })

  it('is judged by the mount that lies on top', () => {
    const mounts = `${mountedAs('nfs4')}\n41 40 254:1 / /srv/data/omamori rw - ext4 /dev/vdb rw`
    expect(unsafePlaceOf('/srv/data/omamori', mounts)).toBeUndefined()
    expect(unsafePlaceOf('/srv/data/other', mounts)).toMatchObject({ found: 'nfs4' })
    const covered = `${mountedAs('ext4')}\n42 40 0:51 / /srv/data rw - nfs server:/export rw`
    expect(unsafePlaceOf('/srv/data/omamori', covered)).toMatchObject({ found: 'nfs' })
  })

  it.each(['\\\\nas\\share\\omamori', '\\\\?\\UNC\\nas\\share\\omamori'])(
    'is refused as the Windows share %s',
    (path) => {
      expect(unsafePlaceOf(path, '')).toEqual({ reason: 'place-on-network', found: 'unc' })
    },
  )

  it.each(['C:\\omamori', '\\\\?\\C:\\omamori', '/Users/mihon/omamori'])('is let at %s', (path) => {
    expect(unsafePlaceOf(path, '')).toBeUndefined()
  })
})

describe('a data directory in a folder that a program copies away', () => {
  it.each([
    ['C:\\Users\\mihon\\OneDrive\\omamori', 'OneDrive'],
    ['C:\\Users\\mihon\\OneDrive - みほん診療所\\omamori', 'OneDrive - みほん診療所'],
    ['G:\\マイドライブ\\omamori', 'マイドライブ'],
    ['/home/mihon/Dropbox/omamori', 'Dropbox'],
    ['/Users/mihon/Library/Mobile Documents/omamori', 'Mobile Documents'],
    ['/Users/mihon/Library/CloudStorage/Box-Box/omamori', 'CloudStorage'],
  ])('is refused: %s', (path, found) => {
    expect(unsafePlaceOf(path, '')).toEqual({ reason: 'place-synchronised', found })
  })

  it('is refused before anything is made there, also through a link', async () => {
    const home = mkdtempSync(join(tmpdir(), 'omamori-place-'))
    mkdirSync(join(home, 'Dropbox'))
    symlinkSync(join(home, 'Dropbox'), join(home, 'linked'))
    for (const data of [join(home, 'Dropbox', 'omamori'), join(home, 'linked', 'omamori')]) {
      await expect(openStorage({ data })).rejects.toMatchObject({
        code: 'unsupported',
        facts: { needs: 'local-disk', reason: 'place-synchronised', found: 'Dropbox', directory: data },
      })
    }
    expect(readdirSync(join(home, 'Dropbox'))).toEqual([])
  })
})
