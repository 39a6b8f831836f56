import { documentKinds, type FileAnswer, type FileQuestion, type PolicyName } from '@omamori/signature'
import { type Caller, demand, may } from '#access'
import { type Clock, Refusal } from '#shared'
import { namedDocumentKinds } from '../document-kinds.ts'
import type { FacilityScope } from '../ground.ts'
import type { Trust } from '../read-trust.ts'
import { makeReport, type ReportLetterhead } from '../report/make-report.ts'
import { verifyApart } from './verify-apart.ts'
import type { VerificationGround } from './wire.ts'

export interface VerificationGrounds {
  readonly keptTrust: (scope: FacilityScope) => Promise<Trust>
  readonly facility: (scope: FacilityScope) => Promise<{ readonly name: string; readonly sample: boolean }>
  readonly clock: Clock
}

export interface VerifyRequest {
  /** null: now. */
  readonly at: string | null
  readonly policy: PolicyName
  readonly documentKind: string | null
}

/** 署名の検証 — by what the facility trusts. Nothing that is handed in is kept, neither file nor answer. */
export function openVerification(ground: VerificationGrounds) {
  const verify = async (
    caller: Caller,
    files: readonly Omit<FileQuestion, 'documentKind'>[],
    { at, policy, documentKind }: VerifyRequest,
  ): Promise<readonly FileAnswer[]> => {
    demand(caller, 'signature.verify')
    if (documentKind !== null && !documentKinds.some(({ kind }) => kind === documentKind))
      throw new Refusal('malformed', { reason: 'unknown-document-kind', id: documentKind })
    const trust = await ground.keptTrust(caller)
    const questions = files.map((file) => ({ ...file, documentKind }))
    return verifyApart(questions, { trust, policy, at: Date.parse(at ?? ground.clock.now()) })
  }
  return {
    verify,
    async readGround(caller: Caller): Promise<VerificationGround> {
      demand(caller, 'signature.verify')
      const { anchors, stampAnchors } = await ground.keptTrust(caller)
      return {
        anchors: { signers: anchors.length, stamps: stampAnchors.length },
        documentKinds: namedDocumentKinds.map((kind) => ({ ...kind, needs: kind.needs.map((oneOf) => [...oneOf]) })),
        mayReadTrust: may(caller, 'trust.read'),
      }
    },
    /** Verified anew: an answer that came back from outside proves nothing. */
    async report(
      caller: Caller,
      files: Parameters<typeof verify>[1],
      request: VerifyRequest,
      { order, language }: Pick<ReportLetterhead, 'order' | 'language'>,
    ): Promise<Uint8Array> {
      const answers = await verify(caller, files, request)
      const { name, sample } = await ground.facility(caller)
      return makeReport(answers, { facility: name, sample, order, language })
    },
  }
}

export type Verification = ReturnType<typeof openVerification>
