import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { startServer, temporaryFolder } from '../test/running.ts'
import type { Figure } from './figure.ts'

const executablePath = process.env.OMAMORI_CHROMIUM ?? '/usr/bin/chromium'
const launch = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/** All JavaScript a browser really loads until the sign-in page stands still, gzip. Needs Debian's Chromium. */
export async function firstScreen(): Promise<Figure> {
  const folder = temporaryFolder()
  const server = await startServer('--sample', '--data', folder.path)
  const browser = await chromium.launch({ executablePath, args: launch })
  try {
    const page = await browser.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js'))
        sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
    })
    await page.goto(server.address, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    return {
      name: 'JavaScript of the first screen, gzip',
      unit: 'kB',
      limit: 250,
      against: 'the bar of the first issue',
      values: [bytes / 1000],
    }
  } finally {
    await browser.close()
    await server.stop()
    folder.remove()
  }
}
