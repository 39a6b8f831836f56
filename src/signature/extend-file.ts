import {
  addArchiveTimeStamp,
  addSignatureTimeStamp,
  addValidationData,
  addValidationMaterial,
  archiveCades,
  completeCades,
  Malformed,
  type OpenedSignature,
  openCades,
  openPdfSignatures,
  openXmlSignatures,
  type StampTime,
  stampCades,
  stampPdf,
  type ValidationMaterial,
} from '@omamori/signature'
import { Refusal } from '#shared'
import { type SignedFormat, signedFormatOf } from './file-format.ts'
import { type MaterialOrder, materialFor } from './material-for.ts'

export type ExtendedLevel = 'B-T' | 'B-LT' | 'B-LTA'

export interface ExtendOrder extends MaterialOrder {
  readonly level: ExtendedLevel
  /** Needed for B-T and B-LTA. */
  readonly stamp: StampTime | null
  /** What a signature that stands beside its file signs. */
  readonly content: Uint8Array | null
}

/** 署名の延長 — takes the newest signature of a file, or all of a CMS, up to a level, and renews it there: nobody's key is needed. */
export async function extendFile(bytes: Uint8Array, order: ExtendOrder): Promise<Uint8Array> {
  try {
    return await extended(bytes, order)
  } catch (error) {
    if (error instanceof Malformed)
      throw new Refusal('malformed', { reason: error.reason, ...error.facts }, { cause: error })
    throw error
  }
}

async function extended(bytes: Uint8Array, order: ExtendOrder): Promise<Uint8Array> {
  const hands = handsFor(signedFormatOf(bytes), order.content)
  const stamped =
    openedBy(hands, bytes).some(({ level }) => level === 'B-B') || order.level === 'B-T'
      ? await hands.stamp(bytes, needed(order.stamp))
      : bytes
  if (order.level === 'B-T') return stamped
  const complete = hands.complete(stamped, await materialFor(openedBy(hands, stamped), order))
  return order.level === 'B-LT' ? complete : hands.archive(complete, needed(order.stamp))
}

/** The same four acts for each format. */
interface Hands {
  /** Those that an extension reaches: all of a CMS, and of the others the newest, which covers what was there before. */
  open(bytes: Uint8Array): readonly OpenedSignature[]
  stamp(bytes: Uint8Array, stamp: StampTime): Promise<Uint8Array>
  complete(bytes: Uint8Array, material: ValidationMaterial): Uint8Array
  archive(bytes: Uint8Array, stamp: StampTime): Promise<Uint8Array>
}

function handsFor(format: SignedFormat, content: Uint8Array | null): Hands {
  switch (format) {
    case 'pdf':
      return {
        open: (bytes) => openPdfSignatures(bytes).slice(-1),
        stamp: (bytes, stamp) => stampPdf(bytes, 'SHA-256', stamp),
        complete: addValidationData,
        archive: (bytes, stamp) => stampPdf(bytes, 'SHA-256', stamp),
      }
    case 'xml':
      return {
        open: (bytes) => openXmlSignatures(bytes).slice(-1),
        stamp: (bytes, stamp) => addSignatureTimeStamp({ bytes }, stamp),
        complete: (bytes, material) => addValidationMaterial({ bytes }, material),
        archive: (bytes, stamp) => addArchiveTimeStamp({ bytes }, stamp),
      }
    case 'cms':
      return {
        open: (bytes) => openCades({ bytes, content }),
        stamp: stampCades,
        complete: completeCades,
        archive: (bytes, stamp) => archiveCades(bytes, content, stamp),
      }
  }
}

function openedBy(hands: Hands, bytes: Uint8Array): readonly OpenedSignature[] {
  const opened = hands.open(bytes)
  if (opened.length === 0) throw new Refusal('malformed', { reason: 'nothing-signed' })
  return opened
}

function needed(stamp: StampTime | null): StampTime {
  if (stamp === null) throw new Refusal('malformed', { needs: '--tsa' })
  return stamp
}
