import {
  addSignatureTimeStamp,
  Malformed,
  type Moment,
  type SigningKey,
  type StampTime,
  signCades,
  signEnveloped,
  signPdf,
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
  readonly bytes: Uint8Array
  readonly format: 'pdf' | 'xml' | 'cms'
  readonly level: 'B-B' | 'B-T'
  /** Why there is no time stamp although one was asked for. */
  readonly withoutStamp: string | null
}

/** Signs a file in its own format. An authority that does not answer costs the level and never the signature. */
export async function signFile(bytes: Uint8Array, order: SignOrder): Promise<SignedFile> {
  const format = signedFormatOf(bytes)
  const stamp = order.stamp
  try {
    if (stamp === null) return { format, bytes: await signedBy(bytes, order, null), level: 'B-B', withoutStamp: null }
    return { format, bytes: await signedBy(bytes, order, stamp), level: 'B-T', withoutStamp: null }
  } catch (error) {
    if (error instanceof Malformed)
      throw new Refusal('malformed', { reason: error.reason, ...error.facts }, { cause: error })
    if (!(error instanceof Refusal) || error.code !== 'unreachable') throw error
    const said = error.facts.said
    return {
      format,
      bytes: await signedBy(bytes, order, null),
      level: 'B-B',
      withoutStamp: Array.isArray(said) ? said.join('; ') : 'no-time-stamp',
    }
  }
}

async function signedBy(bytes: Uint8Array, { key, at }: SignOrder, stamp: StampTime | null): Promise<Uint8Array> {
  switch (signedFormatOf(bytes)) {
    case 'pdf':
      return signPdf(bytes, { key, at, ...(stamp === null ? {} : { stamp }) })
    case 'xml': {
      const signed = await signEnveloped(bytes, { key, at })
      return stamp === null ? signed : addSignatureTimeStamp({ bytes: signed }, stamp)
    }
    case 'cms':
      return signCades({ key, content: bytes, attached: false, signingTime: at, stamp })
  }
}
