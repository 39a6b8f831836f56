import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** The one folder the templates may read from. Typst refuses any path that leaves it. */
const templates = fileURLToPath(new URL('./template', import.meta.url))

const fontFolders = [
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
].map((font) => dirname(fileURLToPath(font)))

/** A paper that the templates know: the report of the assessment, the yearly checklist. */
export type Paper = 'main' | 'checklist'

/**
 * Sets the sheets (JSON) with the templates beside this file. Texts arrive as one value of `sys.inputs` and are decoded
 * by the template as data, so nothing in them is read as markup, and no path and no package is ever taken from them.
 */
export async function typeset(paper: Paper, sheets: string): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fontFolders }] })
  return compiler.pdf({ mainFilePath: `${templates}/${paper}.typ`, inputs: { report: sheets } })
}

// Started by client.ts as a process of its own: sheets come in, the PDF goes out, and all the memory is given back.
if (import.meta.main) {
  const paper: Paper = process.argv[2] === 'checklist' ? 'checklist' : 'main'
  process.stdout.write(await typeset(paper, await text(process.stdin)))
}
