/** Every setting by name, as the operator's guide and `--help` tell it: what it is for, and what a right value looks like. */
import type { Words } from '#kernel/language.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]
export const emailTrusts = ['verified', 'issuer'] as const

/** One line of the operator's guide and of `--help`. */
export interface SettingEntry {
  readonly name: string
  readonly purpose: Words
  /** What a right value looks like; ends the sentence of the refusal. */
  readonly expected: Words
  /** The value used when it is not set, as it would be written; nothing when there is none. */
  readonly default?: string
  /** A refusal never repeats the value. */
  readonly secret?: true
}

const flag: Words = { vi: '0 hoặc 1', en: '0 or 1' }
const httpUrl: Words = { vi: 'địa chỉ http:// hoặc https://', en: 'an http:// or https:// address' }
const megabytes: Words = { vi: 'số nguyên từ 0 đến 1000000000', en: 'a whole number from 0 to 1000000000' }
const someText: Words = { vi: 'một chuỗi ký tự không rỗng', en: 'text that is not empty' }

const entries = {
  HIEUHOC_DATA: {
    purpose: { vi: 'Thư mục dữ liệu', en: 'The data folder' },
    expected: { vi: 'đường dẫn tới một thư mục', en: 'a path of a folder' },
    default: './data',
  },
  DATABASE_URL: {
    purpose: {
      vi: 'Máy chủ PostgreSQL 15 trở lên của riêng đơn vị; bỏ trống thì dùng máy chủ đi kèm',
      en: 'A PostgreSQL server (15 or later) of your own; without it the embedded server runs',
    },
    expected: { vi: 'địa chỉ postgres://…/tên-cơ-sở-dữ-liệu', en: 'a postgres://…/database-name address' },
    secret: true,
  },
  PORT: {
    purpose: { vi: 'Cổng của trang web', en: 'The port of the web server' },
    expected: { vi: 'số nguyên từ 0 đến 65535', en: 'a whole number from 0 to 65535' },
    default: '8290',
  },
  HOST: {
    purpose: { vi: 'Địa chỉ mạng mà trang web lắng nghe', en: 'The network address the web server listens on' },
    expected: { vi: 'địa chỉ IP hoặc tên máy', en: 'an IP address or host name' },
    default: '127.0.0.1',
  },
  PUBLIC_URL: {
    purpose: { vi: 'Địa chỉ công khai, dùng trong thư và liên kết', en: 'The public address, used in mails and links' },
    expected: httpUrl,
    default: 'http://localhost:PORT',
  },
  HIEUHOC_PLACE: {
    purpose: {
      vi: 'Nơi hệ thống phục vụ: tên thư mục trong packs',
      en: 'The place it serves: the name of a folder in packs',
    },
    expected: { vi: 'chữ thường không dấu và dấu gạch nối', en: 'lower-case letters and hyphens' },
    default: 'hanoi',
  },
  HIEUHOC_DEMO: {
    purpose: { vi: 'Nạp số liệu mẫu khi còn trống', en: 'Fill an empty installation with sample figures' },
    expected: flag,
    default: '1',
  },
  FILES_PER_UNIT_MB: {
    purpose: { vi: 'Dung lượng tệp mỗi đơn vị được gửi (MB)', en: 'How much the files of one unit may take, in MB' },
    expected: megabytes,
    default: '1000',
  },
  FILES_MB: {
    purpose: { vi: 'Dung lượng tệp của toàn hệ thống (MB)', en: 'How much all files may take, in MB' },
    expected: megabytes,
    default: '50000',
  },
  DISK_RESERVE_MB: {
    purpose: {
      vi: 'Phần ổ đĩa luôn để trống (MB): gần hết đĩa thì không nhận thêm tệp, để cơ sở dữ liệu còn chỗ',
      en: 'How much of the disk stays free, in MB: close to full no more files are taken, so that the database has room',
    },
    expected: megabytes,
    default: '500',
  },
  FILES_S3_URL: {
    purpose: {
      vi: 'Kho tệp S3 thay cho ổ đĩa: địa chỉ của bucket (đặt cùng các mục FILES_S3 khác)',
      en: 'An S3 store that keeps files instead of the disk: the address of the bucket (set together with the other FILES_S3 settings)',
    },
    expected: httpUrl,
  },
  FILES_S3_REGION: {
    purpose: { vi: 'Vùng của kho tệp S3', en: 'The region of the S3 store' },
    expected: { vi: 'tên vùng, chữ và dấu gạch nối', en: 'the name of a region, letters and hyphens' },
    default: 'us-east-1',
  },
  FILES_S3_KEY_ID: {
    purpose: { vi: 'Mã khóa truy cập kho tệp S3', en: 'The id of the access key of the S3 store' },
    expected: someText,
  },
  FILES_S3_SECRET: {
    purpose: { vi: 'Khóa bí mật của kho tệp S3', en: 'The secret access key of the S3 store' },
    expected: someText,
    secret: true,
  },
  BACKUP_FOLDER: {
    purpose: {
      vi: 'Thư mục mà hệ thống tự sao lưu vào mỗi ngày; bỏ trống thì không tự sao lưu',
      en: 'The folder that is backed up into every day; without it nothing is backed up by itself',
    },
    expected: { vi: 'đường dẫn đầy đủ tới một thư mục', en: 'the full path of a folder' },
  },
  BACKUP_HOUR: {
    purpose: {
      vi: 'Giờ sao lưu hằng ngày, theo giờ Việt Nam',
      en: 'The hour of the daily backup, by the clock of Vietnam',
    },
    expected: { vi: 'số nguyên từ 0 đến 23', en: 'a whole number from 0 to 23' },
    default: '1',
  },
  BACKUP_KEEP: {
    purpose: {
      vi: 'Giữ lại bao nhiêu bản sao lưu theo ngày, theo tuần, theo tháng',
      en: 'How many backups stay: of days, of weeks, of months',
    },
    expected: {
      vi: 'ba số nguyên cách nhau bằng dấu phẩy, như 7,4,12',
      en: 'three whole numbers with commas between, as 7,4,12',
    },
    default: '7,4,12',
  },
  BACKUP_PASSPHRASE: {
    purpose: {
      vi: 'Mật khẩu mã hóa bản sao lưu, cũng để mở khi phục hồi; mất mật khẩu là mất bản sao lưu',
      en: 'The passphrase that encrypts backups, and opens them; who loses it loses them',
    },
    expected: { vi: 'ít nhất 12 ký tự', en: '12 characters or more' },
    secret: true,
  },
  BACKUP_FILES: {
    purpose: {
      vi: 'Bản sao lưu gồm cả tệp mọi người đã gửi',
      en: 'Backups hold the files that people sent, too',
    },
    expected: flag,
    default: '1',
  },
  SMTP_URL: {
    purpose: { vi: 'Máy chủ gửi thư', en: 'The mail server' },
    expected: { vi: 'địa chỉ smtp:// hoặc smtps://', en: 'an smtp:// or smtps:// address' },
    secret: true,
  },
  MAIL_FROM: {
    purpose: { vi: 'Người gửi của thư', en: 'The sender of mails' },
    expected: {
      vi: 'địa chỉ thư, có thể kèm tên: Tên <thu@vi.du>',
      en: 'a mail address, with or without a name: Name <mail@example.org>',
    },
    default: 'Hiếu Học <no-reply@localhost>',
  },
  OIDC_ISSUER: {
    purpose: {
      vi: 'Nơi cấp đăng nhập một lần OpenID Connect (đặt cùng các mục OIDC khác)',
      en: 'The OpenID Connect issuer (set together with the other OIDC settings)',
    },
    expected: httpUrl,
  },
  OIDC_CLIENT_ID: {
    purpose: { vi: 'Mã ứng dụng ở nơi cấp đăng nhập', en: 'The client id at the issuer' },
    expected: someText,
  },
  OIDC_CLIENT_SECRET: {
    purpose: { vi: 'Khóa bí mật ở nơi cấp đăng nhập', en: 'The client secret at the issuer' },
    expected: someText,
    secret: true,
  },
  OIDC_NAME: {
    purpose: { vi: 'Tên trên nút đăng nhập', en: 'The name on the sign-in button' },
    expected: someText,
  },
  OIDC_TRUST_EMAIL: {
    purpose: {
      vi: 'Tin thư điện tử do nơi cấp đăng nhập đưa ra: verified là chỉ khi nơi đó nói rõ đã xác minh; issuer là cả khi không nói gì',
      en: 'Which e-mails of the issuer are believed: verified, only what it expressly says is verified; issuer, also what it says nothing about',
    },
    expected: { vi: 'verified hoặc issuer', en: 'verified or issuer' },
    default: 'verified',
  },
  METRICS_PORT: {
    purpose: {
      vi: 'Cổng riêng của số đo vận hành (/metrics); bỏ trống thì không mở',
      en: 'A port of its own for /metrics; without it they are not served',
    },
    expected: { vi: 'số nguyên từ 0 đến 65535', en: 'a whole number from 0 to 65535' },
  },
  METRICS_HOST: {
    purpose: {
      vi: 'Địa chỉ mạng mà cổng số đo lắng nghe; không mở ra ngoài mạng nội bộ',
      en: 'The network address that port listens on; never one that strangers reach',
    },
    expected: { vi: 'địa chỉ IP hoặc tên máy', en: 'an IP address or host name' },
    default: '127.0.0.1',
  },
  LOG_LEVEL: {
    purpose: { vi: 'Mức nhật ký', en: 'How much is logged' },
    expected: { vi: `một trong: ${logLevels.join(', ')}`, en: `one of: ${logLevels.join(', ')}` },
    default: 'info',
  },
  TRUST_PROXY: {
    purpose: {
      vi: 'Tin các tiêu đề X-Forwarded-* của máy chủ trung gian phía trước',
      en: 'Believe the X-Forwarded-* headers of the proxy in front',
    },
    expected: flag,
    default: '0',
  },
} satisfies Record<string, Omit<SettingEntry, 'name'>>

export type SettingName = keyof typeof entries

/** Every setting in reading order, for the operator's guide and `--help`. */
export const settingEntries: readonly SettingEntry[] = Object.entries(entries).map(([name, entry]) => ({
  name,
  ...entry,
}))
