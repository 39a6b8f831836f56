import { loadEdition, markWords, questionsAbout, requirement, termsIn } from '@omamori/guideline'
import { z } from 'zod'
import {
  attestationView,
  exemptionView,
  present,
  presentedRequirementSchema,
  proposeExemptionRequest,
  requirementWordsView,
} from '#assessment'
import { Refusal } from '#shared'
import type { Api } from '../api.ts'
import type { AppOptions } from '../app.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import { readAttestation } from '../read-attestation.ts'
import { termView } from './guideline.ts'

const params = z.object({ requirementId: z.string().max(64) })
const attestationParams = z.object({ attestationId: z.string().max(64) })
const exemptionParams = z.object({ exemptionId: z.string().max(64) })
const nothing = { 204: z.null() }

const qaView = z.object({ number: z.string(), topic: z.string(), gist: z.string(), confidence: z.string() })
const requirementView = z.object({
  requirement: z.object({
    id: z.string(),
    section: z.string(),
    sectionTitle: z.string(),
    kind: z.enum(['C', 'D']),
    printedNumber: z.object({ text: z.string(), confidence: z.string() }),
    title: z.string(),
    summary: z.string(),
    marks: z.array(z.string()),
    roles: z.array(z.string()),
    evidenceKinds: z.array(z.string()),
    changedIn52: z.boolean(),
    checkable: z.string(),
    parent: z.object({ id: z.string(), title: z.string() }).optional(),
    officialPage: z.string(),
    pages: z.record(z.string(), z.array(z.int())),
  }),
  judged: presentedRequirementSchema,
  parts: z.array(presentedRequirementSchema),
  gap: z.object({ sentence: z.string(), action: z.string() }).optional(),
  qa: z.array(qaView),
  terms: z.array(termView),
  words: requirementWordsView,
})

/** One requirement with everything around it, and what people may say about it. */
export function requirementRoutes(api: Api, options: AppOptions): void {
  const { assessments } = options.platform

  api.get(
    '/requirements/:requirementId',
    { schema: { params, response: { 200: requirementView } } },
    async (request) => {
      const caller = await callerOf(request, options)
      const { requirementId } = request.params
      const words = await assessments.readRequirementWords(caller, requirementId)
      const judged = await assessments.loadAssessment(caller)
      return describe(requirementId, present(judged, loadEdition(), languageOf(request)), words)
    },
  )

  api.post(
    '/requirements/:requirementId/attestations',
    { schema: { params, response: { 201: attestationView } } },
    async (request, reply) => {
      const caller = await callerOf(request, options)
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

function describe(
  id: string,
  shown: ReturnType<typeof present>,
  words: z.infer<typeof requirementWordsView>,
): z.infer<typeof requirementView> {
  const edition = loadEdition()
  const item = requirement(edition, id)
  const judged = shown.requirements.find((one) => one.id === id)
  if (!item || !judged) throw new Refusal('not-found', { id })
  const { language } = shown
  const parent = item.parent === undefined ? undefined : requirement(edition, item.parent)
  const section = edition.chapters.flatMap(({ sections }) => sections).find((one) => one.id === item.section)
  const gap = shown.gaps.find(({ requirementId }) => requirementId === id)
  const roleNames = new Map(edition.roles.map((role) => [role.id, role.name[language]]))
  const evidenceNames = new Map(edition.evidenceKinds.map((kind) => [kind.key, kind.name[language]]))
  return {
    requirement: {
      id,
      section: item.section,
      sectionTitle: section?.title[language] ?? item.section,
      kind: item.kind,
      printedNumber: item.printedNumber,
      title: item.title[language],
      summary: item.summary[language],
      marks: markWords(edition, item).map((mark) => mark[language]),
      roles: item.roles.map((role) => roleNames.get(role) ?? role),
      evidenceKinds: item.evidenceKinds.map((kind) => evidenceNames.get(kind) ?? kind),
      changedIn52: item.changedIn52,
      checkable: item.checkable,
      parent: parent && { id: parent.id, title: parent.title[language] },
      officialPage: edition.officialPage,
      pages: Object.fromEntries(Object.entries(item.source.places ?? {}).map(([key, pages]) => [key, [...pages]])),
    },
    judged,
    parts: shown.requirements.filter(({ parent }) => parent === id),
    gap: gap && { sentence: gap.sentence, action: gap.action.sentence },
    qa: [...new Set([...questionsAbout(edition, id)])].map(({ number, topic, gist, confidence }) => ({
      number,
      topic: topic[language],
      gist: gist[language],
      confidence,
    })),
    terms: termsIn(edition, `${item.title.ja}\n${item.summary.ja}`).map((term) => termView.parse(term)),
    words,
  }
}
