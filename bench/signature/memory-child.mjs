// Prints how many bytes more this process held at its worst, while it signed or verified a PDF, than before it read the file.
import { appendFileSync, readFileSync } from 'node:fs'

const { openPdfSignatures, pdfSignature, signPdf, validateSignature } = await import('@omamori/signature')
const { context, doctor } = await import('./ground.ts')
const { pdfOf, smallForm } = await import('../../packages/signature/pades/testing-pdf.ts')

const [work, file] = process.argv.slice(2)
const kernelSays = (name) =>
  1024 * Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1])

function verify(bytes) {
  const [opened] = openPdfSignatures(bytes)
  if (validateSignature(opened, context()).conclusion.indication !== 'TOTAL-PASSED') throw new Error('it should hold')
}

// Once with a small file, so that the program itself is in memory before.
verify(await signPdf(pdfOf(smallForm), doctor))
const before = kernelSays('VmRSS')
const bytes = readFileSync(file)
if (work === 'sign') appendFileSync(file, await pdfSignature(bytes, doctor))
else verify(bytes)
console.log(kernelSays('VmHWM') - before)
