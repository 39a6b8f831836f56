import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import packageFile from '../package.json' with { type: 'json' }
import { guardOrigin } from './guard.ts'
import type { AppOptions } from './options.ts'
import { answerProblems } from './problem.ts'
import { addRoutes } from './routes/index.ts'
import { serveScreens } from './screens.ts'

// A facility file may hold ITEMS_PER_KIND items of each kind; 5 MB of text is the reader's own limit.
const BODY_BYTES = 6 * 1024 * 1024
// A scanned proof of a few pages; larger ones are photographs that can be made smaller.
export const PROOF_BYTES = 20 * 1024 * 1024
// One person clicking as fast as a page loads stays far below; a script guessing codes does not.
const REQUESTS_A_MINUTE = 600

/** The HTTP door: guards first, then the routes under /api/v1, then the screens. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: options.logger,
    bodyLimit: BODY_BYTES,
    trustProxy: false,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app, options)
  guardOrigin(app, options.hosts)
  await app.register(helmet, helmetOptions(options.tls))
  await app.register(rateLimit, { max: REQUESTS_A_MINUTE, timeWindow: '1 minute' })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { files: 1, fileSize: PROOF_BYTES, fields: 20, fieldSize: 10_000, parts: 25 },
  })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Omamori', version: packageFile.version } },
    transform: jsonSchemaTransform,
  })
  await app.register(async (api) => addRoutes(api, options), { prefix: '/api/v1' })
  await serveScreens(app)
  return app
}

function helmetOptions(tls: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine writes its variables into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameSrc: ["'self'", 'blob:'],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: tls,
    referrerPolicy: { policy: 'no-referrer' as const },
  }
}
