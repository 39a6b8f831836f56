import type { InteropFile } from './make-files.ts'

/** What a validator said of a file, in its own words. */
export interface Said {
  readonly indication: string
  readonly subIndication: string
  readonly level: string
}

/** A validator and what it said, by the name of the file; a file that it does not read is missing. */
export interface Judge {
  readonly name: string
  readonly said: ReadonlyMap<string, Said>
}

/** Every validator spells "it holds" in its own way; everything else is a refusal or a doubt. */
export const holds = ({ indication }: Said): boolean => /^(TOTAL[-_]PASSED|PASSED)$/.test(indication)

/** Whether the validator said what it must: an honest file holds, a forged one does not. */
export const isRight = (file: InteropFile, said: Said): boolean => holds(said) !== file.isForged

const cell = (file: InteropFile, said: Said | undefined): string => {
  if (said === undefined) return '–'
  const words = holds(said) ? 'holds' : `${said.indication} ${said.subIndication}`.slice(0, 90)
  return `${isRight(file, said) ? '' : '**not as it must be** '}${words}${said.level === '' ? '' : `, ${said.level}`}`
}

export function pageOf(files: readonly InteropFile[], judges: readonly Judge[], day: string): string {
  const row = (cells: readonly string[]) => `| ${cells.map((one) => one.replaceAll('|', '/')).join(' | ')} |`
  return `# Interoperation

\`npm run interop -- --python PYTHON --dss --write\`, ${day}: what Omamori signs with the test PKI at every level, as others judge it. Forged
files differ from the honest one in one signed octet; \`–\`: a validator does not read the format (pyHanko: XML). What openssl, pdfsig
and xmlsec1 accept is part of \`npm test\`. The lists of revoked certificates have no scope here: EU DSS reads none that speaks of
certification authorities alone, as HPKI's root publishes them.

${[row(['file', ...judges.map(({ name }) => name)]), row(['file', ...judges].map(() => '---'))].join('\n')}
${files.map((file) => row([file.name, ...judges.map(({ said }) => cell(file, said.get(file.name)))])).join('\n')}
`
}
