import { Refusal } from './refusal.ts'

/** The refusal with which something was declined; whatever else happens, even success, fails the test. */
export async function refusalOf(act: Promise<unknown>): Promise<Refusal> {
  const refusal = await act.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(refusal instanceof Refusal)) throw new Error('it was not refused', { cause: refusal })
  return refusal
}
