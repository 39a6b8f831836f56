import { hash } from 'node:crypto'
import { Malformed } from '@omamori/signature'
import { describe, expect, it, test } from 'vitest'
import { previewApart } from '../apart/preview-apart.ts'
import { readDataSet } from '../dicom/read-data-set.ts'
import { dicomOf, encapsulated, sample } from '../testing.ts'
import type { FrameForm } from './dicom-frame.ts'
import { firstFrame } from './dicom-frame.ts'
import { unpackJpeg2000 } from './jpeg-2000.ts'
import { unpackLosslessJpeg } from './lossless-jpeg.ts'
import { makePreview } from './make-preview.ts'

const form: FrameForm = {
  ...{ width: 512, height: 512, samples: 1, bits: 16, signed: true, little: true },
  ...{ photometric: 'MONOCHROME2', planar: false },
}
const fragmentsOf = (name: string): Uint8Array => {
  const { pixels } = readDataSet(sample(name))
  if (!pixels || !('fragments' in pixels)) throw new Error('no fragments')
  return Buffer.concat(pixels.fragments)
}
const reasonOf = async (act: () => unknown) => {
  try {
    await act()
  } catch (error) {
    if (error instanceof Malformed) return error.reason
    throw error
  }
  return 'unpacked'
}
const packings = [
  // The digests are those of pydicom 3.0.2 with pylibjpeg-openjpeg 2.6.0 and pylibjpeg-libjpeg 2.5.0: pixel_array(raw=True).
  {
    ...{ name: '693_J2KR.dcm', unpack: unpackJpeg2000, form },
    digest: '6b3b6bb553a0b5692ee63737f4cb8d6bcfa960e7ae37e5d1bd9521b671b501b0',
  },
  {
    ...{ name: 'JPEG-LL.dcm', unpack: unpackLosslessJpeg, form: { ...form, width: 256, height: 1024 } },
    digest: 'a6e9d32143339d3f5748b5520aa4e6c6ffb3550b6f71fdf17bdb2ebb44bc2611',
  },
] as const

describe.each(packings)('$name', ({ name, unpack, form, digest }) => {
  const packed = fragmentsOf(name)

  it('is unpacked to the very values that another reader finds', async () => {
    const { octets, bits, signed } = await unpack(packed, form)
    expect([hash('sha256', octets), bits, signed]).toEqual([digest, 16, true])
  })

  it('is painted', async () => {
    const preview = await previewApart(sample(name), { name, page: 1, longestSide: 400 })
    expect(preview).toMatchObject({ kind: 'picture', pages: 1 })
  })

  it('of another size than the file says, cut off, or nothing at all, is refused', async () => {
    expect(await reasonOf(() => unpack(packed, { ...form, width: 511 }))).toBe('picture-size-differs')
    expect(await reasonOf(() => unpack(packed, { ...form, height: form.height * 2 }))).toBe('picture-size-differs')
    expect(await reasonOf(() => unpack(packed.subarray(0, packed.length / 2), form))).toBe('picture-cut-short')
    expect(await reasonOf(() => unpack(new Uint8Array(), form))).toMatch(/^picture-/)
    expect(await reasonOf(() => unpack(new Uint8Array(100), form))).toBe('picture-damaged')
  })
})

test('a codestream of JPEG 2000 of eighty million pixels, or of a million tiles, is not even begun', async () => {
  const sized = (width: number, height: number, tile: number) => {
    const copy = Buffer.from(fragmentsOf('693_J2KR.dcm'))
    for (const [at, value] of [
      [8, width],
      [12, height],
      [24, tile],
      [28, tile],
    ] as const)
      copy.writeUInt32BE(value, at)
    return () => unpackJpeg2000(copy, { ...form, width, height })
  }
  expect(await reasonOf(sized(9_000, 9_000, 9_000))).toBe('picture-too-large')
  expect(await reasonOf(sized(4_000, 4_000, 4))).toBe('picture-size-differs')
})

test('a codestream of JPEG 2000 whose middle is gone is refused; lossless JPEG cannot tell', async () => {
  const packed = fragmentsOf('693_J2KR.dcm')
  const without = Buffer.concat([packed.subarray(0, 4_000), packed.subarray(-4_000)])
  expect(await reasonOf(() => unpackJpeg2000(without, form))).toBe('picture-damaged')
})

test('a frame in several fragments is put together, and the next frame is left out', async () => {
  const packed = fragmentsOf('693_J2KR.dcm')
  const head = (frames: number) =>
    dicomOf('1.2.840.10008.1.2.4.90', [
      ...([['00280002', 'US', 1] as const, ['00280004', 'CS', 'MONOCHROME2'] as const] as const),
      ...([['00280008', 'IS', String(frames)] as const, ['00280010', 'US', 512] as const] as const),
      ...([['00280011', 'US', 512] as const, ['00280100', 'US', 16] as const] as const),
    ])
  const [one, two] = [packed.subarray(0, 60_000), packed.subarray(60_000)]
  const painted = async (frames: number, fragments: readonly Uint8Array[]) => {
    const frame = await firstFrame(readDataSet(Buffer.concat([head(frames), encapsulated(...fragments)])))
    return 'data' in frame ? hash('sha256', frame.data) : 'jpeg'
  }
  const expected = await painted(1, [packed])
  expect(await painted(1, [one, two])).toBe(expected)
  expect(await painted(2, [one, two, one, two])).toBe(expected)
  expect(await painted(2, [packed, packed])).toBe(expected)
})

test.each(packings)(
  'bytes of $name that somebody changed give a picture or a refusal, never a fault',
  async ({ name }) => {
    const file = sample(name)
    let state = 2026
    const random = (below: number) => {
      state = (state * 48_271) % 2_147_483_647
      return state % below
    }
    const kinds = new Set<string>()
    for (let round = 0; round < 60; round++) {
      const mutant = Buffer.from(file)
      // Half of them in the headers, where sizes and tables stand.
      const from = round % 2 === 0 ? Buffer.from(file).indexOf(Buffer.from('e07f1000', 'hex')) : 0
      for (let change = 0; change <= random(3); change++)
        mutant[from + random(round % 2 === 0 ? 400 : file.length)] = random(256)
      const preview = await makePreview(mutant, { name: 'x.dcm', page: 1, longestSide: 100 })
      kinds.add(preview.kind === 'none' ? preview.why.code : preview.kind)
    }
    expect(kinds.size).toBeGreaterThan(1)
  },
  120_000,
)
