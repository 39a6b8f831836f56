import {
  Malformed,
  type Moment,
  readPkcs12,
  type SigningKey,
  SigningKeyError,
  type SigningKeyErrorCode,
} from '@omamori/signature'
import { Refusal, type RefusalCode } from '#shared'
import { type CscOrder, openCsc } from './remote/csc-signer.ts'
import { type Authorisation, remoteKey } from './remote/remote-signer.ts'
import { withTokenKey } from './token/token-key.ts'

/** 署名鍵のありか — a PKCS#12 file, a card behind its module, or a service that keeps it. */
export type KeySource = FileSource | TokenSource | RemoteSource

interface FileSource {
  readonly kind: 'file'
  readonly file: string
  readonly bytes: Uint8Array
  readonly fingerprint: string | null
  readonly secret: () => Promise<string>
}

interface TokenSource {
  readonly kind: 'token'
  readonly module: string
  /** A card's label or serial number. */
  readonly slot: string | null
  readonly fingerprint: string | null
  readonly lastTry: boolean
  readonly secret: () => Promise<string>
}

interface RemoteSource extends CscOrder {
  readonly kind: 'remote'
  /** Hears of each authorisation before its signature is used. */
  readonly keep: (authorisation: Authorisation) => void
}

/** Lends a key wherever it is. What is wrong with it is refused in one way: nothing was signed then. */
export async function withSigningKey<T>(
  source: KeySource,
  at: Moment,
  use: (key: SigningKey) => Promise<T>,
): Promise<T> {
  try {
    switch (source.kind) {
      case 'file':
        return await use(readPkcs12(source.bytes, await source.secret(), { at, fingerprint: source.fingerprint }))
      case 'token':
        return await withTokenKey({ ...source, at, pin: source.secret }, use)
      case 'remote':
        return await use(remoteKey(await openCsc(source), source.keep))
    }
  } catch (error) {
    const file = source.kind === 'file' ? { file: source.file } : {}
    if (error instanceof Malformed) throw new Refusal('malformed', { ...file, reason: error.reason }, { cause: error })
    throw keyRefusal(error, file)
  }
}

/** A trouble with a key as a refusal; anything else as it is. */
export function keyRefusal(error: unknown, facts: Readonly<Record<string, unknown>> = {}): unknown {
  if (!(error instanceof SigningKeyError)) return error
  const code = refusalCodes[error.code] ?? 'malformed'
  return new Refusal(code, { ...facts, ...error.facts, reason: error.code }, { cause: error })
}

const refusalCodes: Readonly<Partial<Record<SigningKeyErrorCode, RefusalCode>>> = {
  'token-library-missing': 'unsupported',
  'token-module-missing': 'unsupported',
  'unsupported-mechanism': 'unsupported',
  'no-token': 'unreachable',
  'token-removed': 'unreachable',
  'token-failed': 'unreachable',
  'signer-unreachable': 'unreachable',
  'signer-answer': 'unreachable',
  'signer-refused': 'unreachable',
  'perhaps-signed': 'unreachable',
}
