import { describe, expect, it } from 'vitest'
import { signCheckpoint } from './checkpoint.ts'
import { noteSigner } from './note.ts'
import { parseVerifierKey } from './note-key.ts'
import { parseSuccession, type Succession, signSuccession, weighSuccession } from './succession.ts'

const signerOf = (name: string, byte: number) => noteSigner(name, Buffer.alloc(32, byte))
const old = signerOf('omamori/1111/2026', 1)
const next = signerOf('omamori/1111/2027', 2)
const root = Buffer.alloc(32, 9)
const succession: Succession = { ended: { origin: old.name, size: 70_000, root }, next: next.verifierKey }
const note = signSuccession(succession, old)

const watched = (over: object = {}) => ({
  key: parseVerifierKey(old.verifierKey),
  last: { size: 70_000, root },
  ...over,
})
const weigh = (text: string, found: ReturnType<typeof watched> | undefined = watched()) =>
  weighSuccession(text, (origin) => (origin === old.name ? found : undefined))

describe('the succession of a log', () => {
  it('has one form, which reads as what was signed', () => {
    const [text] = note.split('\n\n')
    expect(text).toBe(
      `omamori-log-succession/v1\nomamori/1111/2026\n70000\n${root.toString('base64')}\n${next.verifierKey}`,
    )
    expect(parseSuccession(note)).toEqual(succession)
  })

  it('is taken from an end that was cosigned, again and again for the same successor', () => {
    expect(weigh(note)).toEqual({ status: 200, succession })
    expect(weigh(note, { ...watched(), next: next.verifierKey } as never)).toEqual({ status: 200, succession })
  })

  it('waits until that very end was cosigned', () => {
    expect(weigh(note, watched({ last: { size: 69_000, root } }))).toEqual({
      status: 409,
      origin: old.name,
      size: 69_000,
    })
    expect(weigh(note, watched({ last: { size: 70_000, root: Buffer.alloc(32, 8) } }))).toMatchObject({ status: 409 })
    expect(weigh(note, watched({ last: undefined }))).toEqual({ status: 409, origin: old.name, size: 0 })
  })

  it('of a log that nobody watches is not known', () => {
    expect(weighSuccession(note, () => undefined)).toEqual({ status: 404, origin: old.name })
  })

  it('that another key signed, or that was changed, counts for nothing', () => {
    const other = signerOf(old.name, 3)
    expect(weigh(signSuccession(succession, other))).toMatchObject({ status: 403 })
    expect(weigh(note.replace('70000', '70001'))).toMatchObject({ status: 403 })
    // The successor cannot name itself.
    expect(weigh(signSuccession(succession, next))).toMatchObject({ status: 403 })
  })

  it('names one successor once', () => {
    const third = signerOf('omamori/1111/2028', 4)
    expect(weigh(note, watched({ next: third.verifierKey }))).toMatchObject({ status: 403 })
  })

  it('stays with its owner: the key of one facility opens no log of another', () => {
    for (const name of ['omamori/2222/2027', 'omamori/1111/2027/2', 'omamori/11112027', 'other/1111/2027']) {
      const foreign = signSuccession({ ...succession, next: signerOf(name, 5).verifierKey }, old)
      expect(weigh(foreign), name).toMatchObject({ status: 403 })
    }
  })

  it.each([
    ['a checkpoint', signCheckpoint(succession.ended, old)],
    ['nothing', ''],
    ['a line too many', note.replace(`\n${next.verifierKey}`, `\n${next.verifierKey}\nmore`)],
    ['another version', note.replace('/v1', '/v2')],
    ['a key that is none', note.replace('+', '-')],
    ['a size with a sign', note.replace('70000', '+70000')],
    ['megabytes', `${'x'.repeat(5_000_000)}\n\n— a b\n`],
  ])('is not read out of %s', (_, text) => {
    expect(weigh(text)).toMatchObject({ status: 400 })
  })

  it('cannot be made to itself, nor from an empty log, nor with a witness’s key', () => {
    expect(() => signSuccession({ ...succession, next: old.verifierKey }, old)).toThrow()
    expect(() => signSuccession({ ...succession, ended: { ...succession.ended, size: 0 } }, old)).toThrow()
  })
})
