import { Refusal } from '#shared'

// https://man7.org/linux/man-pages/man3/errno.3.html
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const unusable: ReadonlySet<string> = new Set(['EIO', 'EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'EEXIST'])

/** What the person is told when a file cannot be written; any other error is left as it is. */
export function diskRefusalOf(error: unknown, file?: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!full.has(code) && !unusable.has(code)) return error
  const reason = full.has(code) ? 'disk-full' : 'disk-error'
  return new Refusal('read-only', { reason, file, detail: (error as Error).message }, { cause: error })
}
