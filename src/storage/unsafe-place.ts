import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { Refusal } from '#shared'

/** 置けない場所 — a folder where SQLite's locks and flushes do not hold, or where another program writes too. */
export type UnsafePlace =
  | { readonly reason: 'place-on-network'; readonly found: string }
  | { readonly reason: 'place-synchronised'; readonly found: string }

const MOUNTS = '/proc/self/mountinfo'

/**
 * Refuses a data directory on a network file system, on a folder that a host shares with its guest, or in a folder that
 * a program copies to a cloud: there a lock may not lock and a flush may not flush (https://sqlite.org/wal.html#overview,
 * https://sqlite.org/howtocorrupt.html). Nothing is made before this was asked.
 */
export function refuseUnsafePlace(directory: string): void {
  const mounts = existsSync(MOUNTS) ? readFileSync(MOUNTS, 'utf8') : ''
  const place = unsafePlaceOf(realPathOf(directory), mounts)
  if (place) throw new Refusal('unsupported', { needs: 'local-disk', directory, ...place })
}

/** `path` is a real path, without links; `mounts` is Linux's table of mounts, empty on other systems. */
export function unsafePlaceOf(path: string, mounts: string): UnsafePlace | undefined {
  if (/^\\\\(\?\\UNC\\|[^?.])/i.test(path)) return { reason: 'place-on-network', found: 'unc' }
  const type = fileSystemOf(path, mounts)
  if (type !== undefined && isShared(type)) return { reason: 'place-on-network', found: type }
  const found = path.split(/[\\/]/).find((step) => synchronised.test(step))
  return found === undefined ? undefined : { reason: 'place-synchronised', found }
}

/** The path as the system means it: a link into a share is the share, and so is a drive letter that stands for one. */
function realPathOf(directory: string): string {
  const path = resolve(directory)
  let there = path
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
  return join(realpathSync.native(there), relative(there, path))
}

// proc(5): id, parent, device, root, mount point, options, optional fields, a dash, the type.
const MOUNT_LINE = /^\d+ \d+ \S+ \S+ (\S+) .*? - (\S+) /

/** The type of the file system that the path lies on; of mounts over one another the last one counts. */
function fileSystemOf(path: string, mounts: string): string | undefined {
  const over = mounts
    .split('\n')
    .flatMap((line) => {
      const [, point, type] = MOUNT_LINE.exec(line) ?? []
      return point !== undefined && type !== undefined ? [{ point: unescaped(point), type }] : []
    })
    .filter(({ point }) => path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`))
  return over.reduce<(typeof over)[number] | undefined>(
    (best, each) => (best === undefined || each.point.length >= best.point.length ? each : best),
    undefined,
  )?.type
}

const unescaped = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

const shared = new Set(
  'nfs nfs4 cifs smb smb2 smb3 smbfs afs ncpfs coda ceph lustre gpfs beegfs orangefs pvfs2 gfs2 ocfs2 9p virtiofs vboxsf vmhgfs prl_fs davfs'.split(
    ' ',
  ),
)
// Layers over a local disk. What else a program puts behind FUSE may be anywhere.
const localFuse = new Set(['fuse.gocryptfs', 'fuse.encfs', 'fuse.cryfs', 'fuse.securefs', 'fuse.mergerfs'])

const isShared = (type: string) =>
  shared.has(type) || ((type === 'fuse' || type.startsWith('fuse.')) && !localFuse.has(type))

// The names that these programs give their folders, on Windows, macOS and Linux.
const synchronised =
  /^(onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|my drive|マイドライブ|icloud ?drive|mobile documents|cloudstorage|box sync|nextcloud|owncloud|pcloud ?drive)$/i
