import type { Say } from '../app/i18n.ts'

export type Word = Parameters<Say<'wizard'>>[0]

/**
 * One thing a facility has or does. What it says about the edition's questions of applicability stands beside it:
 * `facts` follow the answer, `implies` only a yes, `closes` only a no (nobody without scanners scans films).
 */
export interface Choice {
  readonly key: string
  readonly word: Word
  readonly facts?: readonly string[]
  readonly implies?: readonly string[]
  readonly closes?: readonly string[]
  /** Shown only when this other choice was taken. */
  readonly under?: string
}

/** A fact that is true when any of several choices is taken. */
export interface AnyOf {
  readonly fact: string
  readonly of: readonly string[]
  readonly closes?: readonly string[]
}

export interface Question {
  readonly id: QuestionId
  readonly title: Word
  readonly why: Word
  readonly choices: readonly Choice[]
  readonly anyOf?: readonly AnyOf[]
}

export type QuestionId =
  | 'facility'
  | 'systems'
  | 'people'
  | 'outside'
  | 'devices'
  | 'exchange'
  | 'takeOut'
  | 'records'
  | 'scanning'
  | 'suppliers'

const outsideLines = ['internet', 'closed', 'remote', 'vpn', 'staff', 'patients']

/** はじめの質問 — ten, in the order in which a person of the house can answer them without getting up. */
export const questions: readonly Question[] = [
  { id: 'facility', title: 'facility.title', why: 'facility.why', choices: [] },
  {
    id: 'systems',
    title: 'systems.title',
    why: 'systems.why',
    choices: [
      {
        key: 'emr',
        word: 'systems.emr',
        implies: ['createsRecordsOnGeneralTerminals', 'hasTerminalsForPersonalInformation'],
      },
      { key: 'receipt', word: 'systems.receipt', implies: ['hasTerminalsForPersonalInformation'] },
      { key: 'pacs', word: 'systems.pacs', implies: ['createsRecordsOnSpecificDevices'] },
      { key: 'laboratory', word: 'systems.laboratory', implies: ['createsRecordsOnSpecificDevices'] },
      { key: 'eligibility', word: 'systems.eligibility' },
      { key: 'pharmacy', word: 'systems.pharmacy' },
      { key: 'reservation', word: 'systems.reservation' },
    ],
  },
  {
    id: 'people',
    title: 'people.title',
    why: 'people.why',
    choices: [{ key: 'clerks', word: 'people.clerks', facts: ['employsStaffWithoutStatutoryDuty'] }],
  },
  {
    id: 'outside',
    title: 'outside.title',
    why: 'outside.why',
    choices: [
      { key: 'internet', word: 'outside.internet' },
      { key: 'closed', word: 'outside.closed', facts: ['usesClosedNetwork'] },
      {
        key: 'remote',
        word: 'outside.remote',
        facts: ['usesRemoteMaintenance'],
        closes: ['sendsFilesInRemoteMaintenance'],
      },
      { key: 'vpn', word: 'outside.vpn', facts: ['hasSiteToSiteVpn'] },
      { key: 'staff', word: 'outside.staff', facts: ['staffAccessFromOutside'] },
      { key: 'patients', word: 'outside.patients', facts: ['patientsAccessFromOutside'] },
      { key: 'exchange', word: 'outside.exchange', facts: ['exchangesOverExternalNetworks'] },
    ],
    anyOf: [
      { fact: 'hasExternalConnection', of: outsideLines },
      { fact: 'usesCarriersOrOnlineServices', of: outsideLines },
    ],
  },
  {
    id: 'devices',
    title: 'devices.title',
    why: 'devices.why',
    choices: [
      { key: 'wifi', word: 'devices.wifi', facts: ['usesWirelessLan'], closes: ['hasManyAccessPoints'] },
      { key: 'radio', word: 'devices.radio', facts: ['allowsRadioDevices'] },
      {
        key: 'iot',
        word: 'devices.iot',
        facts: ['usesIotDevices'],
        closes: ['iotHandlesMedicalInformation', 'retiresIotDevices', 'lendsIotDevices'],
      },
      { key: 'lends', word: 'devices.lends', facts: ['lendsIotDevices'], under: 'iot' },
      { key: 'servers', word: 'devices.servers', facts: ['hasDatabaseServer'] },
      { key: 'unattended', word: 'devices.unattended', facts: ['leavesTerminalsUnattended'] },
    ],
  },
  {
    id: 'exchange',
    title: 'exchange.title',
    why: 'exchange.why',
    choices: [
      { key: 'mail', word: 'exchange.mail', facts: ['usesMailOrFileExchange'] },
      { key: 'media', word: 'exchange.media', facts: ['usesUnmanagedMediaOrExternalData'] },
      { key: 'tests', word: 'exchange.tests', facts: ['usesRealDataForTests'] },
      { key: 'resets', word: 'exchange.resets', facts: ['resetsPasswords'] },
    ],
  },
  {
    id: 'takeOut',
    title: 'takeOut.title',
    why: 'takeOut.why',
    choices: [
      {
        key: 'takes',
        word: 'takeOut.takes',
        facts: ['takesOut'],
        closes: ['takenOutDevicesConnect', 'takesOutMobileDevices'],
      },
      { key: 'mobile', word: 'takeOut.mobile', facts: ['takesOutMobileDevices'], under: 'takes' },
      { key: 'connects', word: 'takeOut.connects', facts: ['takenOutDevicesConnect'], under: 'takes' },
      { key: 'byod', word: 'takeOut.byod', facts: ['allowsByod'] },
      { key: 'disposes', word: 'takeOut.disposes', facts: ['disposesDevices'], closes: ['outsourcesDisposal'] },
      { key: 'disposal', word: 'takeOut.disposal', facts: ['outsourcesDisposal'], under: 'disposes' },
    ],
  },
  {
    id: 'records',
    title: 'records.title',
    why: 'records.why',
    choices: [
      {
        key: 'legal',
        word: 'records.legal',
        facts: ['storesLegalRecordsElectronically'],
        closes: ['autoConfirmsRecords', 'usesProxyEntry'],
      },
      { key: 'proxy', word: 'records.proxy', facts: ['usesProxyEntry'], under: 'legal' },
      { key: 'cloud', word: 'records.cloud', facts: ['storesWithProvider'] },
      { key: 'another', word: 'records.another', facts: ['storesAtAnotherInstitution'] },
      { key: 'media', word: 'records.media', facts: ['storesOnPortableMedia'] },
      { key: 'paper', word: 'records.paper', facts: ['storesPaperExternally'] },
      {
        key: 'signature',
        word: 'records.signature',
        facts: ['usesESignature'],
        closes: ['replacesSealWithESignature', 'makesLicensedDocuments'],
      },
    ],
    anyOf: [
      {
        fact: 'storesExternallyByNetwork',
        of: ['cloud', 'another'],
        closes: [
          'analysesEntrustedRecords',
          'usesAnonymisedEntrustedData',
          'urgentCareWithoutExplanation',
          'patientsUnableToUnderstand',
        ],
      },
    ],
  },
  {
    id: 'scanning',
    title: 'scanning.title',
    why: 'scanning.why',
    choices: [
      {
        key: 'scans',
        word: 'scanning.scans',
        facts: ['scansPaper'],
        closes: [
          'scansBecomeRecord',
          'scansFilms',
          'scansAtTimeOfCare',
          'scansPastPaper',
          'scansPastPaperInHouse',
          'scansPastPaperByProvider',
          'scansDispensedPrescriptions',
          'scansForConvenience',
        ],
      },
      { key: 'become', word: 'scanning.become', facts: ['scansBecomeRecord'], under: 'scans' },
      { key: 'convenience', word: 'scanning.convenience', facts: ['scansForConvenience'], under: 'scans' },
      { key: 'care', word: 'scanning.care', facts: ['scansAtTimeOfCare'], under: 'scans' },
      {
        key: 'past',
        word: 'scanning.past',
        facts: ['scansPastPaper'],
        closes: ['scansPastPaperInHouse', 'scansPastPaperByProvider'],
        under: 'scans',
      },
      { key: 'films', word: 'scanning.films', facts: ['scansFilms'], under: 'scans' },
    ],
  },
  {
    id: 'suppliers',
    title: 'suppliers.title',
    why: 'suppliers.why',
    choices: [
      {
        key: 'maintains',
        word: 'suppliers.maintains',
        facts: ['usesMaintenanceContractor'],
        closes: [
          'maintenanceUsesPersonalData',
          'maintenanceAccessesServers',
          'hasMaintenanceAccounts',
          'maintenanceTakesDataOut',
          'maintenanceOnSite',
          'maintenanceSubcontracted',
        ],
      },
      { key: 'onSite', word: 'suppliers.onSite', facts: ['maintenanceOnSite'], under: 'maintains' },
      { key: 'servers', word: 'suppliers.servers', facts: ['maintenanceAccessesServers'], under: 'maintains' },
      { key: 'takesOut', word: 'suppliers.takesOut', facts: ['maintenanceTakesDataOut'], under: 'maintains' },
      {
        key: 'outsources',
        word: 'suppliers.outsources',
        facts: ['outsourcesOperations', 'outsourcesPersonalInformation'],
      },
      { key: 'cleaners', word: 'suppliers.cleaners', facts: ['contractorsWorkOnSite'] },
    ],
  },
]
