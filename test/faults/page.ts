import { cpus, totalmem } from 'node:os'
import type { Fault } from './catalogue.ts'
import { added, type Figure, isClean, nothing } from './figure.ts'

const columns = ['fault', 'rounds', 'seeds', 'found', 'lost', 'corrupt', 'two roots for one size', '']

/** docs/faults.md, from the batches in a log. */
export function pageOf(catalogue: readonly Fault[], batches: readonly Figure[], day: string): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rows = catalogue.flatMap((fault) => {
    const own = batches.filter((batch) => batch.fault === fault.name)
    return own.length > 0 ? [line(rowOf(fault, own))] : []
  })
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`
  return `# Faults

\`npm run faults -- --log FILE\`, figures up to ${day}: ${machine}, Node ${process.version}. What each fault is, how it is made and
what is left out stands in [test/faults/README.md](../test/faults/README.md). Whoever wants a figure again, or more rounds, takes
\`npm run faults -- NAME --rounds N --seed S --log FILE\`: each batch has a seed of its own, from S on, and FILE keeps what was done, so the
same words go on where they were stopped. \`--page\` writes this page from FILE.

The name before the colon is the fault, the one after it a variety. Of bit flips, *found* are those that were noticed, of
everything else the acknowledged entries that were there afterwards, looked for after every round. A mutant is the product
with one promise broken: it must be caught.

${line(columns)}
${line(columns.map(() => '---'))}
${rows.join('\n')}

A PostgreSQL server that is killed in the middle is in \`test/scenarios/kill.test.ts\` (\`OMAMORI_KILL_ROUNDS=200\` for more). Power cuts
under PostgreSQL are not done here.

## What it found

| found by | trouble | now |
|---|---|---|
| power cut | the folders of the encrypted files were never flushed: a file that was acknowledged could be gone with its folder | flushed, once in the life of a process |
| power cut | a cut while the database was first laid out left a rollback journal that no reader may undo: every later start was refused | undone at the next start |
| bit flips | a wrong byte in an index of the journal hid entries from those who looked for them, and no verification said so (30 flips of 200) | whoever verifies follows the indexes |
| bit flips | the state of a log with a wrong byte was signed over: a root that no entry bears out (4 flips of 200) | the state is sealed, and a log without its seal takes no more entries |
| power cut | two journals that were open on one SQLite file could write to one place of the log (148 corrupt images of 500, before it was landed) | what is remembered of a log is compared with what lies there, in the same transaction |
| an index damaged under a running server | a tile that could not be found any more ended signing in an unnamed fault | refused as damage, and nothing is signed over the gap |
`
}

function rowOf(fault: Fault, batches: readonly Figure[]): readonly string[] {
  const figure = batches.reduce(added, nothing(fault.name, 0))
  const seeds = batches.map(({ seed }) => seed).sort((a, b) => a - b)
  const verdict = fault.isMutant
    ? isClean(figure)
      ? '**not caught**'
      : 'a mutant, caught'
    : isClean(figure)
      ? ''
      : '**failed**'
  const count = (value: number) => value.toLocaleString('en')
  return [
    fault.name,
    count(figure.rounds),
    `${seeds[0]}–${seeds.at(-1)}`,
    ...[figure.found, figure.lost, figure.corrupt, figure.twoRoots].map(count),
    verdict,
  ]
}
