import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The map of the house: which room may look into which. A room not named may not be imported at all; `#x/contract`
 * is the part of a room that the web may see. If your change needs a new arrow, change this table in the same commit
 * and say why.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/guideline': [],
  'packages/ledger': [],
  'packages/signature': [],
  'src/shared': [],
  'src/storage': ['#shared'],
  'src/keys': ['#shared', '#storage'],
  'src/journal': ['#shared', '#storage', '#keys', '@omamori/ledger'],
  'src/access': ['#shared', '#storage', '#keys', '#journal'],
  'src/task': ['#shared', '#storage', '#journal', '#access'],
  'src/paper': ['#shared'],
  // Two Omamori that trust each other: it shows the journal's checkpoints to others, and cosigns theirs.
  'src/federation': ['#shared', '#storage', '#keys', '#journal', '#access', '@omamori/ledger'],
  // What runs at what hour, and mail that goes out: both know nothing of what they run and tell; platform.ts hands it in.
  'src/timetable': ['#shared', '#storage', '#journal', '#access'],
  'src/outbox': ['#shared', '#storage', '#keys', '#journal', '#access'],
  'src/registry': ['#shared', '#storage', '#keys', '#journal', '#access', '@omamori/guideline'],
  // A review of a log is a fact with a day and a person: it moves the registry's day and may open a task, in one change.
  'src/log-review': ['#shared', '#storage', '#journal', '#access', '#paper', '#task', '#registry'],
  // The assessment hears what suppliers said, and what they said speaks of the registry's facts; the registry itself knows
  // nothing of questions, so that what it says is never an answer in disguise.
  // Whoever asks a supplier waits for the answer, and waiting is a task.
  'src/supplier': ['#shared', '#storage', '#journal', '#access', '#task', '#paper', '#registry'],
  'src/assessment': [
    '#shared',
    '#storage',
    '#keys',
    '#journal',
    '#access',
    '#paper',
    '#task',
    '#registry',
    '#supplier',
    '#log-review',
    '@omamori/guideline',
  ],
  // Whose certificates are believed, and with which cards the staff signs; who is there, platform.ts tells it.
  'src/signature': ['#shared', '#storage', '#journal', '#access', '#paper', '#task', '@omamori/signature'],
  // What a document is in law, and who may sign it, agrees with the matrix of the signatures. The passphrase of the packages
  // that are made every night is sealed by the keys.
  'src/archive': ['#shared', '#storage', '#keys', '#journal', '#access', '#paper', '@omamori/signature'],
  // Reads its plan with the registry's reader of YAML, so that a plan is refused with lines and in the same words.
  'src/backup': ['#shared', '#registry'],
  'src/incident': ['#shared', '#paper', '#registry'],
  'src/platform': [
    '#shared',
    '#storage',
    '#keys',
    '#journal',
    '#access',
    '#task',
    '#federation',
    '#timetable',
    '#outbox',
    '#registry',
    '#supplier',
    '#log-review',
    '#signature',
    '#archive',
    '#assessment',
    '@omamori/guideline',
  ],
  server: [
    '#shared',
    '#platform',
    '#access',
    '#journal',
    '#task',
    '#federation',
    '#timetable',
    '#outbox',
    '#registry',
    '#supplier',
    '#log-review',
    '#signature',
    '#archive',
    '#assessment',
    '#incident',
    '@omamori/guideline',
  ],
  cli: [
    '#shared',
    '#platform',
    '#access',
    '#journal',
    '#task',
    '#federation',
    '#timetable',
    '#outbox',
    '#registry',
    '#supplier',
    '#log-review',
    '#assessment',
    '#incident',
    '#backup',
    '@omamori/guideline',
    '#signature',
    '#archive',
    '@omamori/signature',
    'server',
  ],
  web: ['#shared'],
  test: ['*'],
  bench: ['*'],
}

/** Rooms whose code the web bundles, so it may not touch the machine: no `node:` import below these. */
const pure = [
  'src/shared/',
  'src/registry/facility/',
  'src/supplier/words/',
  'src/assessment/words/',
  'src/signature/words/',
]

export interface Source {
  readonly file: string
  readonly text: string
}

/** Every source file that the map speaks of; tests may look wherever they like. */
export function sources(): readonly Source[] {
  const files = globSync('{packages,src,server,cli,web,bench}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })
  return files
    .filter((file) => !/\.test\.tsx?$|\/testing(\/|[-.][^/]*$)/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
}

/** 部屋 — the room a file stands in: `src/registry`, `packages/ledger`, `server`. */
export function roomOf(file: string): string {
  const [first, second = ''] = file.split('/')
  if (first === 'src' || first === 'packages') return `${first}/${second.replace(/\.ts$/, '')}`
  return first ?? file
}

function importsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)['"]([^'"]+)['"]/g)
  return [...found].map((match) => match[1] ?? '')
}

/** Every import that the map does not allow, in words. */
export function forbiddenImports(files: readonly Source[]): readonly string[] {
  return files.flatMap(({ file, text }) =>
    importsOf(text)
      .map((target) => refuse(file, target))
      .filter((reason) => reason !== undefined),
  )
}

function refuse(file: string, target: string): string | undefined {
  const room = roomOf(file)
  const allowed = arrows[room]
  if (!allowed) return `${file}: the room ${room} is not on the map`
  if (allowed.includes('*')) return undefined
  if (target.startsWith('node:')) {
    return pure.some((folder) => file.startsWith(folder))
      ? `${file}: ${target} in code that the web bundles`
      : undefined
  }
  if (target.startsWith('.')) return refuseNeighbour(file, target, room, allowed)
  if (!target.startsWith('#') && !target.startsWith('@omamori/')) return undefined
  if (room === 'web')
    return target === '#shared' || target.endsWith('/contract') ? undefined : `${file}: the web may not see ${target}`
  return allowed.includes(target.replace(/\/contract$/, '')) ? undefined : `${file}: no arrow from ${room} to ${target}`
}

function refuseNeighbour(file: string, target: string, room: string, allowed: readonly string[]): string | undefined {
  const path = relative(root, join(root, dirname(file), target))
  const other = roomOf(path)
  // The frame itself: package.json and the tools that any Node can run.
  if (other === room || path === 'package.json' || other === 'tools') return undefined
  return allowed.includes(other) ? undefined : `${file}: ${target} enters ${other} by the window, not by its face`
}
