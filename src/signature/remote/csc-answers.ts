import { z } from 'zod'

// What a service answers by CSC API v2.0.0.2, as far as we ask for it. Anything else in it is passed over.

/** Names go to the screen and into requests: printable, and no longer than anybody needs. */
const name = z.string().regex(/^[\x21-\x7e]{1,256}$/)
const base64 = z.base64().max(20_000)

/** §11.1 */
export const infoAnswer = z.object({
  specs: z.string().startsWith('2.'),
  methods: z.array(z.string().max(100)).max(100),
})

/** §11.4 */
export const listAnswer = z.object({ credentialIDs: z.array(name).max(100) })

/** §11.5 */
export const credentialAnswer = z.object({
  key: z.object({ status: z.enum(['enabled', 'disabled']), algo: z.array(name).max(50) }),
  cert: z.object({
    status: z.enum(['valid', 'expired', 'revoked', 'suspended']).optional(),
    certificates: z.array(base64).min(1).max(10),
  }),
  auth: z.object({
    mode: name,
    expression: z.string().max(200).optional(),
    // The id names an environment variable, so that nothing but letters and digits may stand in it.
    objects: z
      .array(z.object({ type: name, id: z.string().regex(/^[A-Za-z0-9]{1,32}$/) }))
      .max(5)
      .optional(),
  }),
  SCAL: z.enum(['1', '2']).default('1'),
  multisign: z.number().int().positive(),
})
export type Credential = z.infer<typeof credentialAnswer>

/** §11.6 */
export const authoriseAnswer = z.object({
  SAD: z.string().min(1).max(20_000),
  expiresIn: z.number().nonnegative().max(31_536_000).default(3600),
})

/** §11.10 */
export const signAnswer = z.object({ signatures: z.array(base64).max(1000) })

/** §10.1 */
export const refusalAnswer = z.object({ error: z.string(), error_description: z.string().optional() })
