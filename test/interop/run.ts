import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type FileAnswer, verifyFile } from '@omamori/signature'
import { contextAt } from '../../packages/signature/testing/context.ts'
import { testCertificate } from '../../packages/signature/testing/test-pki.ts'
import { askedAt, type InteropFile, lists, makeFiles } from './make-files.ts'
import { isRight, type Judge, pageOf, type Said } from './page.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const pki = (name: string): string => here(`../../packages/signature/testdata/test-pki/${name}`)

/** Makes the files, asks whoever is there, prints a line for each answer, and ends with 1 when one is not as it must be. */
export async function main(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { python: { type: 'string' }, dss: { type: 'boolean' }, write: { type: 'boolean' } },
  })
  const files = await makeFiles()
  const folder = mkdtempSync(join(tmpdir(), 'interop-'))
  try {
    layOut(folder, files)
    const judges = [
      { name: 'Omamori', said: ourAnswers(files) },
      ...(values.python === undefined ? [] : [pyhanko(values.python, folder)]),
      ...(values.dss === true ? [dss(folder)] : []),
    ]
    report(files, judges)
    const page = pageOf(files, judges, new Date().toISOString().slice(0, 10))
    if (values.write === true) writeFileSync(here('../../docs/interop.md'), page)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What every peer reads: anchors, certificates, lists, files, and beside/NAME/ for what a signature beside its file signs. */
function layOut(folder: string, files: readonly InteropFile[]): void {
  for (const name of ['anchors', 'certificates', 'lists', 'files', 'beside']) mkdirSync(join(folder, name))
  for (const name of ['root', 'stamp-root'])
    cpSync(pki(`certificates/${name}.pem`), join(folder, 'anchors', `${name}.pem`))
  cpSync(pki('certificates/signing-ca.pem'), join(folder, 'certificates/signing-ca.pem'))
  for (const [index, list] of lists.entries()) writeFileSync(join(folder, 'lists', `${index}.crl`), list)
  for (const { name, bytes, contents } of files) {
    writeFileSync(join(folder, 'files', name), bytes)
    if (contents.length > 0) mkdirSync(join(folder, 'beside', name))
    for (const content of contents) writeFileSync(join(folder, 'beside', name, content.name), content.bytes)
  }
}

function ourAnswers(files: readonly InteropFile[]): ReadonlyMap<string, Said> {
  const context = contextAt(askedAt, { crls: lists, certificates: [testCertificate('signing-ca')] })
  const answer = ({ name, bytes, contents }: InteropFile): FileAnswer =>
    verifyFile({ name, bytes, documentKind: null, content: contents[0]?.bytes ?? null }, context, {
      policies: [],
      sealPolicies: [],
    })
  return new Map(
    files.map((file) => {
      const { indication, subIndication, signatures } = answer(file)
      const level = signatures[0] === undefined ? '' : `${signatures[0].format} ${signatures[0].level}`
      return [file.name, { indication: indication ?? 'none', subIndication: subIndication ?? '', level }]
    }),
  )
}

function pyhanko(python: string, folder: string): Judge {
  const version = run(python, ['-c', 'import pyhanko.version as v; print(v.__version__)']).trim()
  return { name: `pyHanko ${version}`, said: answersIn(run(python, [here('pyhanko_judge.py'), folder, askedAt])) }
}

/** Maven brings DSS and its libraries into a folder beside the classes. */
function dss(folder: string): Judge {
  const built = join(folder, 'dss')
  cpSync(here('dss'), built, { recursive: true })
  run('mvn', ['-q', '-B', '-f', built, 'compile', 'dependency:copy-dependencies'])
  const libraries = readdirSync(join(built, 'target/dependency'))
  const version = libraries.map((name) => /^dss-validation-(.+)\.jar$/.exec(name)?.[1]).find((one) => one !== undefined)
  const classes = [join(built, 'target/classes'), join(built, 'target/dependency/*')].join(delimiter)
  return { name: `EU DSS ${version}`, said: answersIn(run('java', ['-cp', classes, 'Judge', folder, askedAt])) }
}

const run = (command: string, words: readonly string[]): string =>
  execFileSync(command, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] })

const answersIn = (text: string): ReadonlyMap<string, Said> =>
  new Map(
    text
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((cells) => cells.length === 4)
      .map(([name = '', indication = '', subIndication = '', level = '']) => [
        name,
        { indication, subIndication, level },
      ]),
  )

function report(files: readonly InteropFile[], judges: readonly Judge[]): void {
  for (const file of files)
    for (const { name, said } of judges) {
      const one = said.get(file.name)
      if (one === undefined) continue
      const verdict = isRight(file, one) ? 'ok' : 'NOT AS IT MUST BE'
      console.log([verdict, file.name, name, one.indication, one.subIndication, one.level].join('  '))
      if (!isRight(file, one)) process.exitCode = 1
    }
}
