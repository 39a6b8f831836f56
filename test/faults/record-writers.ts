import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newDisk } from './disk.ts'
import type { Mutant } from './mutants.ts'
import { type Operation, readRecord } from './record.ts'

const here = import.meta.dirname

export const needsCompiler = (): string | undefined =>
  process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0
    ? undefined
    : 'needs cc on Linux (apt-get install gcc libc6-dev)'

/** What two writers did to an empty disk: the first falls in the middle of its work, the second finds that and closes. */
export async function recordWriters(options: {
  readonly mutant: Mutant | undefined
  readonly entries: number
}): Promise<readonly Operation[]> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-record-'))
  try {
    return await recordIn(folder, options.mutant?.name ?? '', options.entries)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function recordIn(folder: string, mutant: string, entries: number): Promise<readonly Operation[]> {
  const [root, record, acknowledgements] = ['root', 'record', 'acknowledgements'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(root)
  const env = {
    ...process.env,
    LD_PRELOAD: buildShim(folder),
    FAULTS_ROOT: root,
    FAULTS_RECORD: record,
    FAULTS_ACKNOWLEDGEMENTS: acknowledgements,
  }
  for (const ending of ['fall', 'close'] as const) {
    const ended = await runWriter([join(root, 'data'), acknowledgements, String(entries), ending, mutant], env)
    if (ended !== (ending === 'fall' ? 'SIGKILL' : 0)) throw new Error(`the writer ended with ${ended}`)
  }
  const operations = readRecord(record)
  refuseUnseen(operations, root)
  return operations
}

function runWriter(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number | NodeJS.Signals | null> {
  const script = join(here, 'writer.ts')
  const writer = spawn(process.execPath, [script, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) => writer.once('exit', (code, signal) => resolve(signal ?? code)))
}

function buildShim(folder: string): string {
  const library = join(folder, 'shim.so')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(here, 'shim.c'), '-ldl', '-lpthread'])
  return library
}

/** What was played back in full must be what lies on the disk: a call that the record missed would make it worthless. */
function refuseUnseen(operations: readonly Operation[], root: string): void {
  const disk = newDisk()
  for (const operation of operations) disk.play(operation)
  const files = disk.files()
  const onDisk = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.endsWith('-shm') && statSync(join(root, name)).isFile(),
  )
  const unlike = onDisk.filter((name) => !files.get(name)?.equals(readFileSync(join(root, name))))
  if (unlike.length > 0 || onDisk.length !== files.size)
    throw new Error(`the record is not what happened: ${[...unlike, ...files.keys()].join(', ')}`)
}
