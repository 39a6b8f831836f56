import type { Long } from './measure-long.ts'

export interface Ran {
  readonly where: string
  readonly what: string
  readonly held: boolean
}

interface Facts {
  readonly version: string
  readonly ran: readonly Ran[]
  readonly long: Long
  readonly on: string
  readonly node: string
}

/** docs/interop-s3.md: what held on a server that is not ours, and what did not. */
export function pageOf({ version, ran, long, on, node }: Facts): string {
  const held = ran.filter((one) => one.held).length
  return [
    '# Interoperation: places of files on S3',
    '',
    `\`npm run interop:s3 -- --versitygw PROGRAM --write\`, ${on}, Node ${node}: versitygw ${version} (posix, with a versioning folder and`,
    'accounts in a folder), which is not ours and shares nothing with the fake server of the fast tests. The first three tables are the',
    'suite that the folder on the disk passes too. Object Lock is claimed from this run only, and of this server only: of any other,',
    'what `omamori archive bucket` proves on it.',
    '',
    `${held} of ${ran.length} held.`,
    '',
    ...[...new Set(ran.map(({ where }) => where))].flatMap((where) => [
      `## ${where}`,
      '',
      '| what | |',
      '| --- | --- |',
      ...ran
        .filter((one) => one.where === where)
        .map((one) => `| ${one.what} | ${one.held ? 'holds' : 'does NOT hold'} |`),
      '',
    ]),
    '## A long file',
    '',
    `${long.gib} GiB, kept under a lock in ${long.keptSeconds.toFixed(1)} s and read back in ${long.readSeconds.toFixed(1)} s: ${long.isWhole ? 'whole' : 'NOT whole'}; the process grew`,
    `by ${long.grewMib.toFixed(0)} MiB at its most (the limit is 64).`,
    '',
  ].join('\n')
}
