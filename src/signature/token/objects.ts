import type { PKCS11 } from 'pkcs11js'
import { codeOf, passed } from './trouble.ts'

// Numbers of PKCS#11 2.40, which pkcs11js would give us too, but only once it is built.
const serialSession = 4
const attribute = { class: 0, value: 0x11, id: 0x102, alwaysAuthenticate: 0x202 } as const
const objectClass = { certificate: 1, privateKey: 3 } as const
export const initialised = 0x400
/** The gravest first: a token may raise several. */
export const pinStates = [
  [0x40000, 'locked'],
  [0x20000, 'one-left'],
  [0x10000, 'few-left'],
] as const

/** A card of one person carries two certificates with their chains. */
const mostObjects = 64

/** A session that is closed whatever happens. */
export function withSession<T>(module: PKCS11, slot: Buffer, use: (session: Buffer) => T): T {
  const session = module.C_OpenSession(slot, serialSession)
  const close = () => passed(() => module.C_CloseSession(session))
  try {
    const result = use(session)
    if (result instanceof Promise) return result.finally(close) as T
    close()
    return result
  } catch (error) {
    close()
    throw error
  }
}

export const certificateObjects = (module: PKCS11, session: Buffer): readonly Buffer[] =>
  find(module, session, [{ type: attribute.class, value: objectClass.certificate }])

/** Private keys: all that a login lets us see, or those under one CKA_ID. */
export const keyObjects = (module: PKCS11, session: Buffer, id: Buffer | null): readonly Buffer[] =>
  find(module, session, [
    { type: attribute.class, value: objectClass.privateKey },
    ...(id === null ? [] : [{ type: attribute.id, value: id }]),
  ])

function find(module: PKCS11, session: Buffer, wanted: { type: number; value: number | Buffer }[]): readonly Buffer[] {
  module.C_FindObjectsInit(session, wanted)
  try {
    return module.C_FindObjects(session, mostObjects)
  } finally {
    passed(() => module.C_FindObjectsFinal(session))
  }
}

/** What an object says of itself; empty where the token does not know it or keeps it to itself. */
export function attributeOf(
  module: PKCS11,
  session: Buffer,
  object: Buffer,
  name: Exclude<keyof typeof attribute, 'class'>,
): Buffer {
  try {
    const [told] = module.C_GetAttributeValue(session, object, [{ type: attribute[name] }])
    return Buffer.isBuffer(told?.value) ? told.value : Buffer.alloc(0)
  } catch (error) {
    if (unknownAttribute.has(codeOf(error) ?? 0)) return Buffer.alloc(0)
    throw error
  }
}

/** CKR_ATTRIBUTE_SENSITIVE, CKR_ATTRIBUTE_TYPE_INVALID. */
const unknownAttribute: ReadonlySet<number> = new Set([0x11, 0x12])
