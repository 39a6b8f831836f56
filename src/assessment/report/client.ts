import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReportSheets } from './report-sheets.ts'

const require = createRequire(import.meta.url)
const templates = fileURLToPath(new URL('./template', import.meta.url))
const fonts = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'].map((file) =>
  dirname(require.resolve(`@expo-google-fonts/noto-sans-jp/${file}`)),
)

export async function compile(sheets: ReportSheets): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fonts }] })
  return compiler.pdf({ mainFilePath: `${templates}/main.typ`, inputs: { report: JSON.stringify(sheets) } })
}
