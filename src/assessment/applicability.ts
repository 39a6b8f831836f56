import type { Facts } from '@omamori/guideline'
import type { Facility, Item, ItemKindName } from '#registry/contract'
import { addDays, type Day } from '#shared'
import type { Contradiction, FactReference } from './contract.ts'
import type { Records } from './records.ts'
import { type PasswordOption, passwordOptions } from './rules/password-options.ts'
import { usesPassword } from './rules/password-system.ts'
import { referenceTo } from './rules/rule.ts'
import { isRenewedForFiscal2027 } from './rules/two-factors-when-renewed.ts'
import { any, type Truth } from './truth.ts'

type Proof = (facility: Facility) => FactReference | undefined
type Members = 'suppliers' | 'systems' | 'servers' | 'terminals' | 'devices' | 'connections' | 'wireless'
type Member<M extends Members> = NonNullable<Facility[M]>[number]

const kindOf: Readonly<Record<Members, ItemKindName>> = {
  suppliers: 'supplier',
  systems: 'system',
  servers: 'server',
  terminals: 'terminal',
  devices: 'device',
  connections: 'connection',
  wireless: 'wireless',
}

function some<M extends Members>(member: M, field: string, is: (item: Member<M>) => boolean | undefined): Proof {
  return (facility) => {
    const item = (facility[member] as readonly Member<M>[] | undefined)?.find((candidate) => is(candidate))
    return item && referenceTo(kindOf[member], item, field)
  }
}

const someConnection = (kind: NonNullable<Item<'connection'>['kind']>) =>
  some('connections', 'kind', (line) => line.kind === kind)
const someIot = (field: string, is: (device: Item<'device'>) => boolean | undefined) =>
  some('devices', field, (device) => device.kind === 'iot' && is(device))
const somePasswordOption = (option: PasswordOption) =>
  some('systems', 'passwordPolicy.minLength', (system) => usesPassword(system) && passwordOptions(system)[option])

/** Whatever the registry proves, by fact. It proves that something is there; from what is absent it proves nothing. */
const proofs: Readonly<Record<string, Proof>> = {
  usesPasswords: some('systems', 'authentication.factors', usesPassword),
  choosesPasswordOptionA: somePasswordOption('a'),
  choosesPasswordOptionB: somePasswordOption('b'),
  choosesPasswordOptionC: somePasswordOption('c'),
  usesAuthenticationDevices: some('systems', 'authentication.factors', ({ authentication }) =>
    authentication?.factors?.includes('possession'),
  ),
  renewsSystemsForFiscal2027: some('systems', 'runsInFiscal2027', isRenewedForFiscal2027),
  usesWirelessLan: some('wireless', 'forMedicalSystems', ({ forMedicalSystems }) => forMedicalSystems !== false),
  usesIotDevices: someIot('kind', () => true),
  iotHandlesMedicalInformation: someIot('handlesMedicalInformation', (device) => device.handlesMedicalInformation),
  lendsIotDevices: someIot('lent.lends', ({ lent }) => lent?.lends),
  retiresIotDevices: someIot('state', ({ state }) => state === 'stopped' || state === 'retired'),
  takesOut: some('terminals', 'portable', ({ portable }) => portable),
  hasDatabaseServer: some('servers', 'databaseServer', ({ databaseServer }) => databaseServer),
  outsourcesPersonalInformation: some(
    'suppliers',
    'handlesPersonalInformation',
    ({ handlesPersonalInformation }) => handlesPersonalInformation,
  ),
  contractorsAccessSystems: some(
    'suppliers',
    'maintenance.accessesSystems',
    ({ maintenance }) => maintenance?.accessesSystems,
  ),
  contractorsSubcontract: some('suppliers', 'contract.subcontracts', ({ contract }) => contract?.subcontracts),
  usesMaintenanceContractor: some('suppliers', 'maintenance.maintains', ({ maintenance }) => maintenance?.maintains),
  storesExternallyByNetwork: some('suppliers', 'storage.stores', ({ storage }) => storage?.stores),
  storesWithProvider: some('suppliers', 'storage.stores', ({ storage }) => storage?.stores),
  hasExternalConnection: some('connections', 'kind', () => true),
  hasSiteToSiteVpn: someConnection('site-to-site-vpn'),
  usesClosedNetwork: someConnection('closed-network'),
  usesRemoteMaintenance: someConnection('remote-maintenance'),
  staffAccessFromOutside: someConnection('staff-remote'),
  patientsAccessFromOutside: someConnection('patient-access'),
  exchangesOverExternalNetworks: some('systems', 'hosting', ({ hosting }) => hosting === 'cloud'),
  usesCarriersOrOnlineServices: some('systems', 'hosting', ({ hosting }) => hosting === 'cloud'),
}

const passwordWays: Readonly<Record<string, PasswordOption>> = {
  choosesPasswordOptionA: 'a',
  choosesPasswordOptionB: 'b',
  choosesPasswordOptionC: 'c',
}

/** The facts by which an edition decides what applies, and the answers that the registry contradicts. */
export interface ApplicabilityFacts {
  readonly facts: Facts
  readonly contradictions: readonly Contradiction[]
}

/**
 * What is known of a facility for the question which requirements apply: what its people answered, unless that is too
 * old, and what its registry proves. Where the two differ, the registry counts and the difference is told.
 */
export function applicabilityFacts(facility: Facility, records: Records, on: Day): ApplicabilityFacts {
  const answers = answersOn(facility, records, on)
  const proven = Object.entries(proofs).flatMap(([fact, proof]) => {
    const about = proof(facility)
    return about ? [{ fact, about }] : []
  })
  const unchosen = Object.entries(passwordWays).filter(([, way]) => goneBySome(facility, way) === false)
  return {
    facts: {
      ...Object.fromEntries(unchosen.map(([fact]) => [fact, false])),
      ...answers,
      ...Object.fromEntries(proven.map(({ fact }) => [fact, true])),
    },
    contradictions: proven.filter(({ fact }) => answers[fact] === false && !(fact in passwordWays)),
  }
}

/** Which way the passwords go is no opinion, so no answer can be wrong about it: when every system is known and none goes it, it was not chosen. */
function goneBySome(facility: Facility, way: PasswordOption): Truth {
  const systems = facility.systems ?? []
  if (systems.length === 0 || systems.some((system) => usesPassword(system) === undefined)) return undefined
  return any(systems.filter(usesPassword).map((system) => passwordOptions(system)[way]))
}

function answersOn(facility: Facility, { validDays }: Records, on: Day): Readonly<Record<string, boolean>> {
  const answers = Object.entries(facility.practices ?? {})
  return Object.fromEntries(
    answers.filter(([fact]) => {
      const takenOn = facility.practicesConfirmedOn?.[fact] ?? facility.asOf
      return takenOn <= on && addDays(takenOn, validDays) >= on
    }),
  )
}
