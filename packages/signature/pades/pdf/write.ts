import type { PdfObject, PdfString } from './value.ts'

/** A value as it is written; what was read and is written again means the same to every reader. */
export function written(value: PdfObject): Buffer {
  if (typeof value === 'object' && value?.kind === 'stream')
    return Buffer.concat([written(value.dictionary), ascii('\nstream\n'), value.data, ascii('\nendstream')])
  return Buffer.from(textOf(value), 'latin1')
}

export const writtenObject = (number: number, value: PdfObject, generation = 0): Buffer =>
  Buffer.concat([ascii(`${number} ${generation} obj\n`), written(value), ascii('\nendobj\n')])

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')

function textOf(value: PdfObject): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberOf(value)
  switch (value.kind) {
    case 'name':
      return `/${nameOf(value.name)}`
    case 'string':
      return stringOf(value)
    case 'reference':
      return `${value.number} ${value.generation} R`
    case 'array':
      return `[${value.items.map(textOf).join(' ')}]`
    case 'dictionary':
      return `<<${[...value.entries].map(([key, held]) => `/${nameOf(key)} ${textOf(held)}`).join(' ')}>>`
    case 'stream':
      throw new TypeError('a stream is an object of its own')
  }
}

/** PDF knows no exponents (§7.3.3). */
function numberOf(value: number): string {
  const short = String(value)
  return short.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : short
}

const nameOf = (name: string): string =>
  name.replaceAll(/[^!-~]|[#()<>[\]{}/%]/g, (letter) => `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`)

function stringOf({ octets, hex }: PdfString): string {
  const buffer = Buffer.from(octets)
  if (hex) return `<${buffer.toString('hex')}>`
  return `(${buffer
    .toString('latin1')
    .replaceAll(/[\\()]/g, '\\$&')
    .replaceAll('\r', '\\r')})`
}
