/** Mail by SMTP; without a server each letter is kept as a file in the outgoing folder, so nothing is lost on a laptop. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Settings } from '#platform/settings.ts'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Hands a letter over; throws when the server does not take it, and the job that called tries again. */
  send(letter: Letter): Promise<void>
  close(): void
}

export function createMailer(settings: Settings): Mailer {
  return settings.smtpUrl ? bySmtp(settings.smtpUrl, settings.mailFrom) : toFolder(settings)
}

function bySmtp(url: string, from: string): Mailer {
  const transport = createTransport(url)
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter })
    },
    close: () => transport.close(),
  }
}

function toFolder(settings: Settings): Mailer {
  const folder = join(settings.dataFolder, 'outgoing-mail')
  const transport = createTransport({ streamTransport: true, buffer: true })
  return {
    async send(letter) {
      const made = await transport.sendMail({ from: settings.mailFrom, ...letter })
      await mkdir(folder, { recursive: true })
      const name = `${made.messageId.replace(/[^\w.-]/g, '')}.eml`
      await writeFile(join(folder, name), made.message as Buffer, { mode: 0o600 })
    },
    close: () => transport.close(),
  }
}
