/** Failures are answered after this long, well above the work of a hash and two writes, whatever the reason was. */
const FAILURE_MS = 150

/** Answers at once when the work succeeds, and never before the common moment when it fails. */
export async function failingEvenly<T>(
  pause: (milliseconds: number) => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  const moment = pause(FAILURE_MS)
  try {
    return await work()
  } catch (error) {
    await moment
    throw error
  }
}
