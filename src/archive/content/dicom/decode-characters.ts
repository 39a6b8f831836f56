// DICOM PS3.3 C.12.1.1.2 and PS3.5 §6.1: which characters the octets of a name or a text stand for.

/** Encodings that hold for a whole value, without escapes. */
const whole: Readonly<Record<string, string>> = {
  'ISO_IR 192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gbk',
}

/** The upper half of one-octet sets, by the number that ISO_IR and ISO 2022 IR share. */
const upper: Readonly<Record<string, string>> = {
  ...{ '100': 'iso-8859-1', '101': 'iso-8859-2', '109': 'iso-8859-3', '110': 'iso-8859-4', '144': 'iso-8859-5' },
  ...{ '127': 'iso-8859-6', '126': 'iso-8859-7', '138': 'iso-8859-8', '148': 'windows-1254', '166': 'windows-874' },
  ...{ '13': 'shift_jis' },
}

interface Half {
  readonly encoding: string
  readonly width: 1 | 2
  readonly before?: readonly number[]
}

/** What an escape puts into the lower half (G0) or the upper half (G1). */
const escapes: Readonly<Record<string, { readonly side: 0 | 1 } & Half>> = {
  '(B': { side: 0, encoding: 'utf-8', width: 1 },
  '(J': { side: 0, encoding: 'utf-8', width: 1 },
  ')I': { side: 1, encoding: 'shift_jis', width: 1 },
  $B: { side: 0, encoding: 'euc-jp', width: 2 },
  '$@': { side: 0, encoding: 'euc-jp', width: 2 },
  '$(D': { side: 0, encoding: 'euc-jp', width: 2, before: [0x8f] },
  '$)C': { side: 1, encoding: 'euc-kr', width: 2 },
  '$)A': { side: 1, encoding: 'gbk', width: 2 },
  ...Object.fromEntries(
    Object.entries({
      A: '100',
      B: '101',
      C: '109',
      D: '110',
      L: '144',
      G: '127',
      F: '126',
      H: '138',
      M: '148',
      T: '166',
    }).map(([final, number]) => [
      `-${final}`,
      { side: 1 as const, encoding: upper[number] ?? 'iso-8859-1', width: 1 as const },
    ]),
  ),
}

/** 文字集合の復号 — `sets` as (0008,0005) names them, first the one in force where a value begins. */
export function decodeCharacters(value: Uint8Array, sets: readonly string[]): string {
  const [first = ''] = sets
  const encoding = whole[first]
  if (encoding !== undefined) return new TextDecoder(encoding).decode(value)
  const number = /(\d+)$/.exec(first)?.[1] ?? ''
  const start: Half = { encoding: upper[number] ?? 'iso-8859-1', width: 1 }
  return decodeByEscapes(value, start)
}

const ascii: Half = { encoding: 'utf-8', width: 1 }

function decodeByEscapes(value: Uint8Array, start: Half): string {
  let text = ''
  let halves: readonly [Half, Half] = [ascii, start]
  for (let at = 0; at < value.length; ) {
    const octet = value[at] ?? 0
    if (octet === 0x1b) {
      const sequence = escapeAt(value, at + 1)
      const found = escapes[sequence]
      if (found) halves = found.side === 0 ? [found, halves[1]] : [halves[0], found]
      else text += '\ufffd'
      at += 1 + (found ? sequence.length : 0)
    } else if (octet < 0x21) {
      // A line end or a tab begins anew with what the value began with.
      if (octet !== 0x20) halves = [ascii, start]
      text += String.fromCharCode(octet)
      at += 1
    } else {
      const half = halves[octet < 0x80 ? 0 : 1]
      text += characterOf(value.subarray(at, at + half.width), half)
      at += half.width
    }
  }
  return text
}

function escapeAt(value: Uint8Array, at: number): string {
  const letters = Buffer.from(value.subarray(at, at + 3)).toString('latin1')
  return /^(\$[()][A-D]|\$[@B]|[()-][A-Z])/.exec(letters)?.[0] ?? ''
}

function characterOf(octets: Uint8Array, { encoding, width, before = [] }: Half): string {
  const raised = width === 1 ? octets : octets.map((octet) => octet | 0x80)
  return decoderOf(encoding).decode(Uint8Array.of(...before, ...raised))
}

type Decoder = InstanceType<typeof TextDecoder>
const decoders = new Map<string, Decoder>()

function decoderOf(encoding: string): Decoder {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding)
  decoders.set(encoding, decoder)
  return decoder
}
