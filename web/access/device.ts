// Told apart by the first name that fits; Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
const browsers = [
  ['Edge', /Edg/],
  ['Opera', /OPR/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrom|CriOS/],
  ['Safari', /Safari/],
] as const

const machines = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X|Macintosh/],
  ['Linux', /Linux|CrOS/],
] as const

/** `Windows・Edge` from what a browser says of itself; what is not understood is shown as it was said. */
export function deviceName(said: string): string {
  const nameIn = (list: typeof browsers | typeof machines) => list.find(([, pattern]) => pattern.test(said))?.[0]
  const names = [nameIn(machines), nameIn(browsers)].filter((name) => name !== undefined)
  return names.length > 0 ? names.join('・') : said
}
