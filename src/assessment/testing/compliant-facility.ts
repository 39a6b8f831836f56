import type { Facility } from '#registry/contract'

/** The day on which the tests look at the facility below. */
export const ON = '2026-11-22'

const seen = '2026-11-01'
const time = { synchronised: true, source: 'ntp.example.jp', checkedOn: seen, offsetMs: 20 }
const malware = { active: true, product: 'みほん対策', patternUpdatedOn: '2026-11-21', scansIntake: true }
const firewall = { stateful: true, rulesReviewedOn: seen }
const access = {
  rolesDefined: true,
  reviewedOn: seen,
  activeLeaverAccounts: 0,
  leaversDisabledWithinDays: 1,
  byInformationClass: true,
}
const log = {
  recordsUser: true,
  recordsLoginTime: true,
  recordsDuration: true,
  recordsPatient: true,
  reviewedOn: seen,
  protection: 'append-only',
} as const
const passwordPolicy = {
  mixedCharacters: true,
  maxAgeDays: 'never',
  deniesGuessable: true,
  history: 5,
  storage: 'one-way',
  administratorsCanRead: false,
  resetRecorded: true,
  failureDelaySeconds: 5,
  lockoutAfter: 5,
  lockoutMinutes: 30,
} as const
const disclosure = { kind: 'sds', version: '1.0', receivedOn: seen } as const
const authentication = {
  identifiesUsers: true,
  sharedAccounts: 0,
  factors: ['knowledge', 'possession'],
  roomFactor: 'none',
  spareProcedure: true,
  usersChangeInitialPassword: true,
} as const
const system = { ownerId: 'p-01', supplierId: 's-01', access, log, time, disclosure, runsInFiscal2027: true } as const
const terminal = {
  units: 1,
  ownerId: 'p-01',
  portable: false,
  screenLock: { minutes: 5, asksPassword: true },
  malware,
  time,
} as const
const device = { ownerId: 'p-01', supplierId: 's-01', kind: 'iot', handlesMedicalInformation: true } as const

/**
 * A clinic with every fact of 6.2 and 6.5 set well on `ON`. The electronic record uses one factor and 13 characters
 * and was there before edition 5.2; the receipt computer uses two factors, and a password of the room opens nothing.
 */
export const compliantFacility: Facility = {
  format: 'omamori-facility@1',
  asOf: '2026-11-10',
  sample: true,
  profile: { name: 'みほん診療所', kind: 'clinic', beds: 19, staff: 20 },
  practices: {
    usesPasswords: true,
    resetsPasswords: true,
    usesAuthenticationDevices: true,
    leavesTerminalsUnattended: true,
    usesRealDataForTests: false,
    usesUnmanagedMediaOrExternalData: true,
    usesMailOrFileExchange: true,
    usesWirelessLan: true,
    hasManyAccessPoints: true,
    allowsRadioDevices: false,
    usesIotDevices: true,
    lendsIotDevices: true,
    hasDatabaseServer: true,
  },
  limits: {
    informationReviewDays: 365,
    accountReviewDays: 180,
    logReviewDays: 30,
    leaverDays: 3,
    clockToleranceMs: 1000,
    clockCheckDays: 90,
    patternAgeDays: 7,
    firewallReviewDays: 180,
    firmwareCheckDays: 90,
    diagramReviewDays: 365,
    riskReviewDays: 365,
    deviceReportDays: 30,
    screenLockMinutes: 10,
  },
  persons: [{ id: 'p-01', name: '例題 一郎', posts: ['safety-manager'], state: 'active' }],
  suppliers: [{ id: 's-01', name: 'みほん保守', phone: '098-000-0001' }],
  information: [
    { id: 'charts', name: '診療録', importance: 'high' },
    { id: 'claims', name: 'レセプト', importance: 'middle' },
  ],
  inventory: { complete: true, reviewedOn: seen, readableBySafetyManager: true },
  systems: [
    {
      ...system,
      id: 'emr',
      name: '電子カルテ',
      kind: 'emr',
      informationIds: ['charts'],
      introducedOn: '2020-04-01',
      authentication: { ...authentication, factors: ['knowledge'], roomFactor: 'possession' },
      passwordPolicy: { ...passwordPolicy, minLength: 13 },
    },
    {
      ...system,
      id: 'receipt',
      name: 'レセコン',
      kind: 'receipt',
      informationIds: ['claims'],
      introducedOn: '2024-04-01',
      authentication,
      passwordPolicy: { ...passwordPolicy, minLength: 8 },
    },
    {
      ...system,
      id: 'pacs',
      name: '画像',
      kind: 'pacs',
      informationIds: ['charts'],
      introducedOn: '2019-04-01',
      authentication: { ...authentication, factors: ['knowledge'], roomFactor: 'possession' },
      passwordPolicy: { ...passwordPolicy, minLength: 14 },
    },
  ],
  servers: [
    {
      id: 'server',
      name: 'サーバー',
      ownerId: 'p-01',
      supplierId: 's-01',
      databaseServer: true,
      firewall,
      malware,
      time,
    },
  ],
  terminals: [
    { ...terminal, id: 't-01', name: '受付の端末' },
    { ...terminal, id: 't-02', name: '診察室の端末' },
  ],
  devices: [
    { ...device, id: 'router', name: 'ルーター', kind: 'router', state: 'in-use', connected: true },
    {
      ...device,
      id: 'pump',
      name: '輸液ポンプ',
      state: 'in-use',
      connected: true,
      manufacturerInformationOn: seen,
      riskAnalysedOn: seen,
      ruleReference: '第5章',
      lent: { lends: true, consentKept: true, contactGiven: true },
      firmware: { version: '2.1', current: true, checkedOn: seen },
      reportsTo: 'サーバー',
      lastReportOn: '2026-11-20',
    },
    {
      ...device,
      id: 'old-pump',
      name: '古いポンプ',
      handlesMedicalInformation: false,
      state: 'retired',
      connected: false,
      lent: { lends: false },
    },
  ],
  connections: [
    { id: 'line', name: 'インターネット回線', kind: 'internet', encryption: 'ipsec', firewall },
    { id: 'care', name: '保守回線', kind: 'remote-maintenance', encryption: 'ipsec', firewall },
  ],
  wireless: [
    {
      id: 'wifi',
      name: '院内',
      accessPoints: 3,
      forMedicalSystems: true,
      refusesAny: true,
      macFilter: true,
      macListMatchesRegistry: true,
      encryption: 'wpa3',
      enterprise: true,
    },
    { id: 'guest', name: '来客用', forMedicalSystems: false, encryption: 'none' },
  ],
  mail: { executables: 'forbidden', senderSanitisationChecked: true },
  risks: [
    {
      id: 'r-01',
      name: '不正アクセス',
      informationIds: ['charts', 'claims'],
      threats: ['stored-data', 'input-drafts', 'portable-terminals', 'portable-media', 'screens', 'the-system'],
      analysedOn: seen,
      level: 'middle',
      controls: '6.5',
      state: 'done',
    },
    { id: 'r-02', name: '紙の紛失', threats: ['paper'], notApplicable: true, analysedOn: seen },
  ],
  documents: [
    { id: 'diagram', name: '全体構成図', kind: 'network-diagram', revisedOn: seen, version: '3', coversAll: true },
    { id: 'owners', name: '責任者一覧', kind: 'responsible-list', revisedOn: seen, version: '2' },
    { id: 'analysis', name: 'リスク分析', kind: 'risk-analysis', revisedOn: seen, version: '1' },
  ],
}
