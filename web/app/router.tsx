import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Entrance, WideEntrance } from './entrance.tsx'
import { Inside } from './inside.tsx'
import { queryClient } from './queries.ts'
import { sessionQuery, statusQuery } from './session.ts'
import { Shell } from './shell.tsx'
import { Lost, Missing, Trouble } from './trouble.tsx'

/** Search parameters are kept as they are written: a page reads what it knows and ignores the rest. */
export type Search = Readonly<Record<string, string | undefined>>
// No figure is made of what looks like one: section 6.10 is not section 6.1.
const parseSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))
function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const written = Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  return written.length > 0 ? `?${new URLSearchParams(written)}` : ''
}
const anySearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).map(([key, value]) => [key, value === undefined ? undefined : String(value)]),
  )

const root = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  validateSearch: anySearch,
  notFoundComponent: Lost,
})

// Before the door: whoever is signed in already goes on to 今日, and a new house is set up first.
const entrance = createRoute({ getParentRoute: () => root, id: 'entrance', component: Entrance })
const signIn = createRoute({
  getParentRoute: () => entrance,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../access/sign-in-page.tsx'), 'SignInPage'),
  beforeLoad: async ({ context }) => {
    const status = await context.queryClient.ensureQueryData(statusQuery)
    if (status.needsSetup) throw redirect({ to: '/setup' })
  },
})
const setup = createRoute({
  getParentRoute: () => entrance,
  path: '/setup',
  component: lazyRouteComponent(() => import('../access/setup-page.tsx'), 'SetupPage'),
})
const invitation = createRoute({
  getParentRoute: () => entrance,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../access/invitation-page.tsx'), 'InvitationPage'),
})

// What a supplier opens by its link: before the door too, and without a way further in.
const answer = createRoute({
  getParentRoute: () => entrance,
  path: '/answer',
  component: lazyRouteComponent(() => import('../supplier/answer-page.tsx'), 'AnswerPage'),
})

// What an inspector opens by a link: on a sheet as wide as the tables that are read there, and without a way further in.
const visit = createRoute({ getParentRoute: () => root, id: 'visit', component: WideEntrance })
const inspector = createRoute({
  getParentRoute: () => visit,
  path: '/inspector',
  component: lazyRouteComponent(() => import('../inspector/page.tsx'), 'InspectorPage'),
})

// Behind the door: every page below has a session.
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Inside,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    if (session.account.mustChangePassword && location.pathname !== '/settings') throw redirect({ to: '/settings' })
  },
})
const wizard = createRoute({
  getParentRoute: () => inside,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../wizard/page.tsx'), 'WizardPage'),
})
const shell = createRoute({ getParentRoute: () => inside, id: 'shell', component: Shell })

const today = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../today/page.tsx'), 'TodayPage'),
})
const registry = createRoute({
  getParentRoute: () => shell,
  path: '/registry',
  component: lazyRouteComponent(() => import('../registry/page.tsx'), 'RegistryPage'),
})
const registryKind = createRoute({
  getParentRoute: () => shell,
  path: '/registry/$kind',
  component: lazyRouteComponent(() => import('../registry/page.tsx'), 'RegistryPage'),
})
const registryItem = createRoute({
  getParentRoute: () => shell,
  path: '/registry/$kind/$id',
  component: lazyRouteComponent(() => import('../registry/page.tsx'), 'RegistryPage'),
})
const assessment = createRoute({
  getParentRoute: () => shell,
  path: '/assessment',
  component: lazyRouteComponent(() => import('../assessment/list-page.tsx'), 'AssessmentPage'),
})
const requirement = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/$requirementId',
  component: lazyRouteComponent(() => import('../assessment/requirement-page.tsx'), 'RequirementPage'),
})
const snapshots = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/snapshots',
  component: lazyRouteComponent(() => import('../assessment/snapshots-page.tsx'), 'SnapshotsPage'),
})
const inspection = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/inspection',
  component: lazyRouteComponent(() => import('./inspection-place.tsx'), 'InspectionPlace'),
})
// The address by which the server names a requirement.
const requirementByName = createRoute({
  getParentRoute: () => shell,
  path: '/requirements/$requirementId',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/assessment/$requirementId', params, search, replace: true })
  },
})
const report = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/report',
  component: lazyRouteComponent(() => import('../assessment/report-page.tsx'), 'ReportPage'),
})
const checklist = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/checklist',
  component: lazyRouteComponent(() => import('../assessment/checklist-page.tsx'), 'ChecklistPage'),
})
const plan = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/plan',
  component: lazyRouteComponent(() => import('../assessment/plan-page.tsx'), 'PlanPage'),
})
const task = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/plan/$taskId',
  component: lazyRouteComponent(() => import('../assessment/task-page.tsx'), 'TaskPage'),
})
const director = createRoute({
  getParentRoute: () => shell,
  path: '/assessment/director',
  component: lazyRouteComponent(() => import('../assessment/director-page.tsx'), 'DirectorPage'),
})
const suppliers = createRoute({
  getParentRoute: () => shell,
  path: '/suppliers',
  component: lazyRouteComponent(() => import('../supplier/page.tsx'), 'SuppliersPage'),
})
const questionSheet = createRoute({
  getParentRoute: () => shell,
  path: '/suppliers/$sheetId',
  component: lazyRouteComponent(() => import('../supplier/sheet-page.tsx'), 'QuestionSheetPage'),
})
const journal = createRoute({
  getParentRoute: () => shell,
  path: '/journal',
  component: lazyRouteComponent(() => import('../journal/page.tsx'), 'JournalPage'),
})
const users = createRoute({
  getParentRoute: () => shell,
  path: '/users',
  component: lazyRouteComponent(() => import('../access/users/page.tsx'), 'UsersPage'),
})
const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../access/settings-page.tsx'), 'SettingsPage'),
})
const keys = createRoute({
  getParentRoute: () => shell,
  path: '/keys',
  component: lazyRouteComponent(() => import('../access/keys-page.tsx'), 'KeysPage'),
})
const witnesses = createRoute({
  getParentRoute: () => shell,
  path: '/witnesses',
  component: lazyRouteComponent(() => import('../witness/page.tsx'), 'WitnessPage'),
})
const logReview = createRoute({
  getParentRoute: () => shell,
  path: '/log-review',
  component: lazyRouteComponent(() => import('../log-review/page.tsx'), 'LogReviewPage'),
})
const signatures = createRoute({
  getParentRoute: () => shell,
  path: '/signatures',
  component: lazyRouteComponent(() => import('../signature/verify/page.tsx'), 'VerifyPage'),
})
const signatureTrust = createRoute({
  getParentRoute: () => shell,
  path: '/signatures/trust',
  component: lazyRouteComponent(() => import('../signature/trust/page.tsx'), 'TrustPage'),
})
const signatureCards = createRoute({
  getParentRoute: () => shell,
  path: '/signatures/cards',
  component: lazyRouteComponent(() => import('../signature/cards/page.tsx'), 'CardsPage'),
})
const archive = createRoute({
  getParentRoute: () => shell,
  path: '/archive/documents',
  component: lazyRouteComponent(() => import('../archive/document/page.tsx'), 'DocumentsPage'),
})
const archivedDocument = createRoute({
  getParentRoute: () => shell,
  path: '/archive/documents/$documentId',
  component: lazyRouteComponent(() => import('../archive/document/document-page.tsx'), 'DocumentPage'),
})
const documentComparison = createRoute({
  getParentRoute: () => shell,
  path: '/archive/documents/$documentId/comparison',
  component: lazyRouteComponent(() => import('../archive/comparison/page.tsx'), 'ComparisonPage'),
})
const scanDesk = createRoute({
  getParentRoute: () => shell,
  path: '/archive/scan',
  component: lazyRouteComponent(() => import('../archive/scan/page.tsx'), 'ScanDeskPage'),
})
const media = createRoute({
  getParentRoute: () => shell,
  path: '/archive/media',
  component: lazyRouteComponent(() => import('../archive/medium/page.tsx'), 'MediaPage'),
})
const retention = createRoute({
  getParentRoute: () => shell,
  path: '/archive/retention',
  component: lazyRouteComponent(() => import('../archive/retention/page.tsx'), 'RetentionPage'),
})
const destruction = createRoute({
  getParentRoute: () => shell,
  path: '/archive/destruction',
  component: lazyRouteComponent(() => import('../archive/destruction/page.tsx'), 'DestructionPage'),
})
const timetable = createRoute({
  getParentRoute: () => shell,
  path: '/timetable',
  component: lazyRouteComponent(() => import('../timetable/page.tsx'), 'TimetablePage'),
})
const others = createRoute({
  getParentRoute: () => shell,
  path: '/others',
  component: lazyRouteComponent(() => import('./others-page.tsx'), 'OthersPage'),
})

const routeTree = root.addChildren([
  entrance.addChildren([signIn, setup, invitation, answer]),
  visit.addChildren([inspector]),
  inside.addChildren([
    wizard,
    shell.addChildren([
      today,
      registry,
      registryKind,
      registryItem,
      assessment,
      requirement,
      requirementByName,
      snapshots,
      inspection,
      report,
      checklist,
      plan,
      task,
      director,
      suppliers,
      questionSheet,
      journal,
      users,
      settings,
      keys,
      witnesses,
      signatures,
      signatureTrust,
      signatureCards,
      archive,
      archivedDocument,
      documentComparison,
      scanDesk,
      media,
      retention,
      destruction,
      timetable,
      logReview,
      others,
    ]),
  ]),
])

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  context: { queryClient },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: Trouble,
  defaultNotFoundComponent: Missing,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
