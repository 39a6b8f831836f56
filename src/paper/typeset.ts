import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** The folder with the templates of all rooms. Typst refuses any path that leaves it. */
const rooms = fileURLToPath(new URL('..', import.meta.url))

const fontFolders = [
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
].map((font) => dirname(fileURLToPath(font)))

/**
 * Sets the sheets (JSON) with a room's template, named by its file. Texts arrive as one value of `sys.inputs` and are
 * decoded by the template as data, so nothing in them is read as markup, and no path and no package is taken from them.
 */
export async function typeset(template: string, sheets: string): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: rooms, fontArgs: [{ fontPaths: fontFolders }] })
  return compiler.pdf({ mainFilePath: template, inputs: { report: sheets } })
}

// Started by compile.ts as a process of its own: sheets come in, the PDF goes out, and all the memory is given back.
const [, , template] = process.argv
if (import.meta.main && template !== undefined) {
  process.stdout.write(await typeset(template, await text(process.stdin)))
}
