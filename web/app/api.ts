import type { RefusalCode } from '#shared'

/** What can go wrong between the page and the server: a refusal, a fault of the server, or no answer at all. */
export type ProblemCode = RefusalCode | 'fault' | 'unreachable'

/** 断り — a problem document (RFC 9457) as an error: `title` says what happened, `detail` what is safe and what to do. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly title: string | undefined
  readonly detail: string | undefined
  readonly facts: Readonly<Record<string, unknown>>
  readonly number: string | undefined

  constructor(status: number, document: ProblemDocument) {
    super(document.detail ?? document.title ?? `status ${status}`)
    this.name = 'ProblemError'
    this.status = status
    this.code = document.code ?? (status === 0 ? 'unreachable' : 'fault')
    this.title = document.title
    this.detail = document.detail
    this.facts = document.facts ?? {}
    this.number = document.number
  }
}

interface ProblemDocument {
  readonly title?: string
  readonly code?: ProblemCode
  readonly detail?: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly number?: string
}

export const isProblem = (error: unknown, code: ProblemCode): error is ProblemError =>
  error instanceof ProblemError && error.code === code

/** What is stored now, when somebody else was quicker: the server hands it back with a conflict. */
export function currentOf<T>(error: unknown): T | undefined {
  return isProblem(error, 'conflict') ? (error.facts.current as T | undefined) : undefined
}

export const apiUrl = (path: string) => `/api/v1${path}`

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

async function send<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await ask(method, path, body)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function ask(method: Method, path: string, body?: unknown): Promise<Response> {
  const response = await fetch(apiUrl(path), {
    method,
    credentials: 'same-origin',
    headers: headersFor(method, body),
    body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
  }).catch(() => undefined)
  if (!response) throw new ProblemError(0, { code: 'unreachable' })
  if (!response.ok) throw await problemOf(response)
  return response
}

/** `X-Omamori` is what no form of a foreign page can send: together with the strict cookie it stops forged requests. */
function headersFor(method: Method, body: unknown): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang || 'ja',
    ...(method === 'GET' ? {} : { 'X-Omamori': '1' }),
    ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
  }
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const parsed: unknown = await response.json().catch(() => undefined)
  const isDocument = typeof parsed === 'object' && parsed !== null
  return new ProblemError(response.status, isDocument ? (parsed as ProblemDocument) : {})
}

/** Reads an answer that comes in lines of JSON while the server works; a line may also be the problem that ended it. */
async function lines<T extends object>(path: string, hear: (line: T) => void): Promise<void> {
  const response = await ask('POST', path)
  const decoder = new TextDecoder()
  let rest = ''
  for (const reader = response.body?.getReader(); reader; ) {
    const { done, value } = await reader.read()
    rest += decoder.decode(value, { stream: !done })
    const complete = rest.split('\n')
    rest = complete.pop() ?? ''
    for (const text of complete) hear(lineOf<T>(text))
    if (done) return
  }
}

function lineOf<T extends object>(text: string): T {
  const line = JSON.parse(text) as T | { readonly problem: ProblemDocument & { readonly status: number } }
  if ('problem' in line) throw new ProblemError(line.problem.status, line.problem)
  return line
}

/** Sends a form and says how much of it is out; with `fetch` nobody could. */
function upload<T>(path: string, form: FormData, sent: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiUrl(path))
    for (const [name, value] of Object.entries(headersFor('POST', form))) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => sent(loaded / total)
    request.upload.onload = () => sent(1)
    request.onerror = () => reject(new ProblemError(0, { code: 'unreachable' }))
    request.onload = () => {
      const { status, response } = request
      if (status === 200) resolve(response as T)
      else reject(new ProblemError(status, (response as ProblemDocument | null) ?? {}))
    }
    request.send(form)
  })
}

/** A file that breaks off half-way is told as any connection that broke off. */
const wholeFile = (answer: Response): Promise<Blob> =>
  answer.blob().catch(() => {
    throw new ProblemError(0, { code: 'unreachable' })
  })

/** The HTTP interface under /api/v1. Every call resolves with the answer or throws a `ProblemError`. */
export const api = {
  get: <T>(path: string) => send<T>('GET', path),
  post: <T>(path: string, body: unknown = {}) => send<T>('POST', path, body),
  put: <T>(path: string, body: unknown) => send<T>('PUT', path, body),
  remove: (path: string) => send<void>('DELETE', path),
  lines,
  upload,
  /** A paper, in the language of the page: a plain link would ask in the language of the browser. */
  file: async (path: string) => wholeFile(await ask('GET', path)),
  /** The same, made from a form. */
  paper: async (path: string, form: FormData) => wholeFile(await ask('POST', path, form)),
}
