import type { ItemKindName } from '#registry/contract'

/** The fields that tell most about an item at a glance, beside name, responsible person, supplier and day. */
export const tellingFields: Readonly<Record<ItemKindName, readonly string[]>> = {
  profile: [],
  limits: [],
  site: ['kind', 'address', 'phone', 'contactId'],
  person: ['posts', 'department', 'phone', 'state'],
  supplier: ['services', 'contact', 'phone', 'contractUntil'],
  system: ['kind', 'hosting', 'patches.supportEndsOn'],
  server: ['systemIds', 'place', 'patches.supportEndsOn'],
  terminal: ['units', 'place', 'malware.patternUpdatedOn'],
  device: ['kind', 'place', 'firmware.current'],
  network: ['zone', 'purpose'],
  connection: ['kind', 'counterpart', 'encryption'],
  wireless: ['networkId', 'accessPoints', 'encryption'],
  mail: [],
  information: ['importance', 'form', 'place', 'retention'],
  inventory: [],
  risk: ['informationIds', 'level', 'state', 'analysedOn'],
  document: ['kind', 'revisedOn', 'version', 'approvedById'],
}
