import { z } from 'zod'
import { alarmWords, codeWords } from './words.ts'

// What crosses the wire. The web sees this file; it knows no storage and no mail.

/** How the way to the mail server is closed: from the first byte, at once after the greeting, or not at all. */
export const tlsModes = ['starttls', 'implicit', 'none'] as const

export const alarmKinds = Object.keys(alarmWords) as readonly (keyof typeof alarmWords)[]
const mailCodes = Object.keys(codeWords) as readonly (keyof typeof codeWords)[]
export const mailCode = z.enum(mailCodes)

// More people than hear of an alarm at once do not help.
export const MOST_RECIPIENTS = 5

/** メールサーバーを決める. `password` left out: the one that is kept stays, as long as it goes to the same place. */
export const nameServerRequest = z.object({
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535),
  tls: z.enum(tlsModes),
  loginName: z.string().max(254).optional(),
  password: z.string().max(1_000).optional(),
  sender: z.string().trim().max(254),
  recipients: z.array(z.string().trim().max(254)).min(1).max(MOST_RECIPIENTS),
})

export const mailServerView = z.object({
  host: z.string(),
  port: z.int(),
  tls: z.enum(tlsModes),
  loginName: z.string().optional(),
  hasPassword: z.boolean(),
  sender: z.string(),
  recipients: z.array(z.string()),
  changedAt: z.iso.datetime(),
})

/** 発送したメール — how one mail to one address stands. */
export const mailView = z.object({
  mailId: z.string(),
  kind: z.enum(['test', ...alarmKinds]),
  recipient: z.string(),
  subject: z.string(),
  madeAt: z.iso.datetime(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int().min(0),
  nextAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  code: mailCode.optional(),
  /** What the mail server answered last, in its own words. */
  answer: z.string().optional(),
  /** Given up, and nothing newer of its kind was written to the address: it can be sent again. */
  canGoAgain: z.boolean(),
})

/** 警報 — what stands, since when, and whether mail told of it: `told` when it was written, `reached` what became of that. */
export const alarmView = z.object({
  kind: z.enum(alarmKinds),
  since: z.iso.datetime(),
  told: z.boolean(),
  reached: z.enum(['somebody', 'nobody-yet', 'nobody']).optional(),
})

export const outboxView = z.object({
  server: mailServerView.optional(),
  alarms: z.array(alarmView),
  /** The newest ones. */
  mails: z.array(mailView),
  waiting: z.int().min(0),
})

/** What came of a mail that somebody waits for: a test, one for each address, or one that is sent again. */
export const testOutcome = z.object({
  recipient: z.string(),
  isSent: z.boolean(),
  code: mailCode.optional(),
  answer: z.string().optional(),
})

export type TlsMode = (typeof tlsModes)[number]
export type NameServerRequest = z.infer<typeof nameServerRequest>
export type MailServerView = z.infer<typeof mailServerView>
export type MailView = z.infer<typeof mailView>
export type AlarmView = z.infer<typeof alarmView>
export type OutboxView = z.infer<typeof outboxView>
export type TestOutcome = z.infer<typeof testOutcome>
