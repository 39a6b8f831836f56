import { execFile } from 'node:child_process'
import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const program = fileURLToPath(new URL('./bundle-process.ts', import.meta.url))
const style = new URL('../../../../web/emergency/page.css', import.meta.url)

/** ページ — one file with its program and its style inside, and the SHA-256 of it, hex. Built in a process that ends, since a builder keeps its memory. */
export async function buildPage(): Promise<{ readonly html: string; readonly sha256: string }> {
  const { stdout: script } = await promisify(execFile)(process.execPath, [program], { maxBuffer: 16 * 1024 * 1024 })
  const html = pageOf(script.replaceAll(/<\/(?=script)/gi, '<\\/'), await readFile(style, 'utf8'))
  return { html, sha256: hash('sha256', html) }
}

/**
 * Nothing runs but the program that this text names, and the scripts of the folder; nothing goes out. `file:` beside `'self'`, because not
 * every browser knows a page of a folder as itself.
 */
function pageOf(script: string, css: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${named(script)} 'self' file:`,
    `style-src ${named(css)}`,
    ...['img-src blob:', 'frame-src blob:', 'object-src blob:', "base-uri 'none'", "form-action 'none'"],
  ].join('; ')
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>非常時閲覧用パッケージ</title>
<style>${css}</style>
</head>
<body>
<noscript>このページには JavaScript が要ります。ほかのブラウザーで開いてください。 / This page needs JavaScript.</noscript>
<div id="page"></div>
<script>${script}</script>
</body>
</html>
`
}

const named = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`
