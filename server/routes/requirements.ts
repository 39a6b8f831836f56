import { z } from 'zod'
import { demand } from '#access'
import { attestationView, exemptionView, proposeExemptionRequest } from '#assessment'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { describeRequirement, requirementView } from '../describe-requirement.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { readAttestation } from '../read-attestation.ts'
import { shownAssessment } from '../shown.ts'

const params = z.object({ requirementId: z.string().max(64) })
const attestationParams = z.object({ attestationId: z.string().max(64) })
const exemptionParams = z.object({ exemptionId: z.string().max(64) })
const nothing = { 204: z.null() }

/** One requirement with everything around it, and what people may say about it. */
export function requirementRoutes(api: Api, options: AppOptions): void {
  const { assessments, library } = options.platform

  api.get(
    '/requirements/:requirementId',
    { schema: { params, response: { 200: requirementView } } },
    async (request) => {
      const caller = await callerOf(request, options)
      const { requirementId } = request.params
      const words = await assessments.readRequirementWords(caller, requirementId)
      const history = await assessments.readRequirementHistory(caller, requirementId)
      const judged = await assessments.loadAssessment(caller)
      const edition = library.loadEdition()
      const shown = shownAssessment(judged, edition, languageOf(request))
      return describeRequirement(edition, requirementId, shown, { words, history })
    },
  )

  api.post(
    '/requirements/:requirementId/attestations',
    { schema: { params, response: { 201: attestationView } } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
      demand(caller, 'assessment.attest') // a proof is up to 20 MB
      const { attestation, proof } = await readAttestation(request, request.params.requirementId)
      return reply.status(201).send(await assessments.attest(caller, attestation, proof))
    },
  )

  api.delete(
    '/attestations/:attestationId',
    { schema: { params: attestationParams, response: nothing } },
    async (request, reply) => {
      await assessments.withdrawAttestation(await callerOf(request, options), request.params)
      return reply.status(204).send(null)
    },
  )

  api.get('/attestations/:attestationId/proof', { schema: { params: attestationParams } }, async (request, reply) => {
    const proof = await assessments.readProof(await callerOf(request, options), request.params)
    return reply
      .type('application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(proof.name ?? 'proof')}`)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(proof.content)
  })

  api.post(
    '/requirements/:requirementId/exemptions',
    {
      schema: { params, body: proposeExemptionRequest.omit({ requirementId: true }), response: { 201: exemptionView } },
    },
    async (request, reply) => {
      const wanted = { ...request.body, ...request.params }
      return reply.status(201).send(await assessments.proposeExemption(await callerOf(request, options), wanted))
    },
  )

  api.post(
    '/exemptions/:exemptionId/approval',
    { schema: { params: exemptionParams, response: nothing } },
    async (request, reply) => {
      await assessments.approveExemption(await callerOf(request, options), request.params)
      return reply.status(204).send(null)
    },
  )

  api.delete(
    '/exemptions/:exemptionId',
    { schema: { params: exemptionParams, response: nothing } },
    async (request, reply) => {
      await assessments.withdrawExemption(await callerOf(request, options), request.params)
      return reply.status(204).send(null)
    },
  )
}
