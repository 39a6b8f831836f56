import { SigningKeyError } from '@omamori/signature'
import type { PKCS11 } from 'pkcs11js'
import { codeOf, passed, said, tokenTrouble } from './trouble.ts'

/** A module is loaded once and stays: vendors' modules are known to crash when they are unloaded. */
const loaded = new Map<string, PKCS11>()
let last: Promise<unknown> = Promise.resolve()

/**
 * Opens a PKCS#11 module for as long as `use` runs. A module knows one login for the whole process, so that two who use it at
 * once would sign with each other's: they wait for each other here. Never call it from inside `use`.
 */
export function withTokenModule<T>(path: string, use: (module: PKCS11) => Promise<T>): Promise<T> {
  const run = last.then(() => used(path, use))
  last = run.catch(() => undefined)
  return run
}

async function used<T>(path: string, use: (module: PKCS11) => Promise<T>): Promise<T> {
  const module = loaded.get(path) ?? (await load(path))
  loaded.set(path, module)
  initialise(module, path)
  try {
    return await use(module)
  } catch (error) {
    throw tokenTrouble(error, module, null)
  } finally {
    passed(() => module.C_Finalize())
  }
}

async function load(path: string): Promise<PKCS11> {
  const { PKCS11 } = await library()
  const module = new PKCS11()
  try {
    module.load(path)
    return module
  } catch (error) {
    throw new SigningKeyError('token-module-missing', { file: path, said: said(error) }, { cause: error })
  }
}

/** Installed unbuilt, and built by whoever has a card: nobody else needs a native module. */
async function library(): Promise<typeof import('pkcs11js')> {
  try {
    const { default: pkcs11js } = await import('pkcs11js')
    return pkcs11js as typeof import('pkcs11js')
  } catch (error) {
    throw new SigningKeyError('token-library-missing', { said: said(error) }, { cause: error })
  }
}

const alreadyInitialised = 0x191

function initialise(module: PKCS11, path: string): void {
  try {
    module.C_Initialize()
  } catch (error) {
    if (codeOf(error) !== alreadyInitialised)
      throw new SigningKeyError('token-module-missing', { file: path, said: said(error) }, { cause: error })
  }
}
