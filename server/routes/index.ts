import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { demandSession } from '../open-routes.ts'
import type { AppOptions } from '../options.ts'
import { accountRoutes } from './accounts.ts'
import { answerRoutes } from './answers.ts'
import { assessmentRoutes } from './assessment.ts'
import { checklistRoutes } from './checklists.ts'
import { destructionRoutes } from './destructions.ts'
import { documentRoutes } from './documents.ts'
import { guidelineRoutes } from './guideline.ts'
import { incidentRoutes } from './incident.ts'
import { inspectionRoutes } from './inspections.ts'
import { inspectorRoutes } from './inspector.ts'
import { journalRoutes } from './journal.ts'
import { keyRoutes } from './keys.ts'
import { logReviewRoutes } from './log-reviews.ts'
import { mailRoutes } from './mail.ts'
import { mediaRoutes } from './media.ts'
import { ownRoutes } from './own.ts'
import { planRoutes } from './plan.ts'
import { registryRoutes } from './registry.ts'
import { reportRoutes } from './reports.ts'
import { requirementRoutes } from './requirements.ts'
import { retentionRoutes } from './retention.ts'
import { scanRoutes } from './scans.ts'
import { sessionRoutes } from './session.ts'
import { signatureCardRoutes } from './signature-cards.ts'
import { signatureTrustRoutes } from './signature-trust.ts'
import { signatureRoutes } from './signatures.ts'
import { snapshotRoutes } from './snapshots.ts'
import { statusRoutes } from './status.ts'
import { supplierRoutes } from './suppliers.ts'
import { timetableRoutes } from './timetable.ts'
import { todayRoutes } from './today.ts'
import { witnessRoutes } from './witnesses.ts'

const rooms = [
  statusRoutes,
  sessionRoutes,
  ownRoutes,
  accountRoutes,
  guidelineRoutes,
  registryRoutes,
  assessmentRoutes,
  requirementRoutes,
  checklistRoutes,
  snapshotRoutes,
  planRoutes,
  supplierRoutes,
  answerRoutes,
  reportRoutes,
  inspectionRoutes,
  inspectorRoutes,
  incidentRoutes,
  todayRoutes,
  journalRoutes,
  logReviewRoutes,
  signatureTrustRoutes,
  signatureRoutes,
  signatureCardRoutes,
  documentRoutes,
  scanRoutes,
  mediaRoutes,
  retentionRoutes,
  destructionRoutes,
  witnessRoutes,
  timetableRoutes,
  mailRoutes,
  keyRoutes,
]

/** Everything under /api/v1. */
export async function addRoutes(app: FastifyInstance, options: AppOptions): Promise<void> {
  demandSession(app, options)
  const api = app.withTypeProvider<ZodTypeProvider>()
  for (const addRoom of rooms) addRoom(api, options)
}
