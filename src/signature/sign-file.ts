import {
  addSignatureTimeStamp,
  Malformed,
  type MayStampTime,
  type Moment,
  pdfSignature,
  type SigningKey,
  type StampTime,
  signCades,
  signEnveloped,
} from '@omamori/signature'
import { Refusal } from '#shared'
import { signedFormatOf } from './file-format.ts'

export interface SignOrder {
  readonly key: SigningKey
  /** Claimed; only a time stamp proves it. */
  readonly at: Moment
  /** null: nobody is asked. */
  readonly stamp: StampTime | null
}

/** 署名したファイル — for `cms` the signature alone, to be kept beside the file. */
export interface SignedFile {
  /** One behind the other: a PDF is only added to, and is not held twice. */
  readonly parts: readonly Uint8Array[]
  readonly format: 'pdf' | 'xml' | 'cms'
  readonly level: 'B-B' | 'B-T'
  /** Why there is no time stamp although one was asked for. */
  readonly withoutStamp: string | null
}

/**
 * Signs a file in its own format, with one use of the key: a card or a service may ask the person each time. An authority that
 * does not answer costs the level and never the signature.
 */
export async function signFile(bytes: Uint8Array, { key, at, stamp }: SignOrder): Promise<SignedFile> {
  const format = signedFormatOf(bytes)
  let withoutStamp: string | null = null
  const mayStamp: MayStampTime = async (imprint) => {
    try {
      return (await stamp?.(imprint)) ?? null
    } catch (error) {
      withoutStamp = reasonOf(error)
      return null
    }
  }
  try {
    const parts = await signedAs[format](bytes, { key, at }, stamp === null ? null : mayStamp)
    return { format, parts, level: stamp === null || withoutStamp !== null ? 'B-B' : 'B-T', withoutStamp }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new Refusal('malformed', { reason: error.reason, ...error.facts }, { cause: error })
  }
}

type Signer = Pick<SignOrder, 'key' | 'at'>
type Sign = (bytes: Uint8Array, signer: Signer, stamp: MayStampTime | null) => Promise<readonly Uint8Array[]>

const signedAs: Readonly<Record<SignedFile['format'], Sign>> = {
  pdf: async (bytes, signer, stamp) => [
    bytes,
    await pdfSignature(bytes, { ...signer, ...(stamp === null ? {} : { stamp }) }),
  ],
  cms: async (content, { key, at }, stamp) => [
    await signCades({ key, content, attached: false, signingTime: at, stamp }),
  ],
  xml: async (bytes, signer, stamp) => {
    const signed = await signEnveloped(bytes, signer)
    return [stamp === null ? signed : await stampedOr(signed, stamp)]
  },
}

/** Here the stamp comes after: what it is over is known only from the signed document. */
async function stampedOr(signed: Uint8Array, stamp: MayStampTime): Promise<Uint8Array> {
  const none = Symbol()
  try {
    return await addSignatureTimeStamp({ bytes: signed }, async (imprint) => {
      const token = await stamp(imprint)
      if (token === null) throw none
      return token
    })
  } catch (error) {
    if (error === none) return signed
    throw error
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Refusal) || error.code !== 'unreachable') throw error
  const { said } = error.facts
  return Array.isArray(said) ? said.join('; ') : 'no-time-stamp'
}
