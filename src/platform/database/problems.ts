/** What may go wrong with the database, in words for people; and how named constraints become problems of their module. */
import pg from 'pg'
import { type Problem, ProblemError, problemCatalogue } from '#kernel/problem.ts'
import { problems } from '../problems.ts'
import { diskFault, isAway, isOnlyRead } from './away.ts'

export const databaseProblems = problemCatalogue('database', {
  unreachable: {
    status: 503,
    vi: 'Không kết nối được với cơ sở dữ liệu tại {where}: {reason}.',
    en: 'The database at {where} cannot be reached: {reason}.',
  },
  tooOld: {
    status: 500,
    vi: 'Máy chủ là PostgreSQL {found}; cần từ {least} trở lên.',
    en: 'The server is PostgreSQL {found}; {least} or later is needed.',
  },
  noVietnameseOrder: {
    status: 500,
    vi: 'Máy chủ PostgreSQL không có ICU (đối chiếu vi-x-icu) hoặc cơ sở dữ liệu không dùng mã UTF8.',
    en: 'The PostgreSQL server has no ICU (collation vi-x-icu), or the database is not encoded in UTF8.',
  },
  folderNotUsable: {
    status: 500,
    vi: 'Không dùng được thư mục dữ liệu {folder}: {reason}. Hãy chạy bằng tài khoản sở hữu thư mục, hoặc đặt HIEUHOC_DATA.',
    en: 'The data folder {folder} cannot be used: {reason}. Run as the account that owns it, or set HIEUHOC_DATA.',
  },
  folderGone: {
    status: 500,
    vi: '{folder} trỏ tới một thư mục không còn nữa. Hãy trả lại thư mục đó, hoặc xóa liên kết này để bắt đầu lại từ đầu.',
    en: '{folder} points to a folder that is gone. Put that folder back, or remove the link to start from nothing.',
  },
  otherVersion: {
    status: 500,
    vi: 'Dữ liệu trong {folder} thuộc PostgreSQL {found}, chương trình này kèm PostgreSQL {here}. Hãy sao lưu bằng bản cũ rồi phục hồi bằng bản này.',
    en: 'The data in {folder} is of PostgreSQL {found}, this program brings PostgreSQL {here}. Back up with the former version and restore with this one.',
  },
  noBinaries: {
    status: 500,
    vi: 'Không chạy được PostgreSQL đi kèm trên máy này ({reason}). Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15 trở lên.',
    en: 'The embedded PostgreSQL does not run on this machine ({reason}). Set DATABASE_URL to a PostgreSQL server, 15 or later.',
  },
  noServerUser: {
    status: 500,
    vi: 'PostgreSQL không chạy dưới quyền root và không tạo được người dùng hệ thống ({reason}). Hãy tạo người dùng “postgres”, hoặc chạy bằng một tài khoản thường.',
    en: 'PostgreSQL refuses to run as root, and a system user could not be made ({reason}). Make a user “postgres”, or run as an ordinary account.',
  },
  notStarted: {
    status: 500,
    vi: 'Máy chủ PostgreSQL đi kèm không khởi động được: {reason}. Xem thêm {log}.',
    en: 'The embedded PostgreSQL server did not start: {reason}. See {log}.',
  },
  changedMigration: {
    status: 500,
    vi: 'Tệp {module}/{file} đã được áp dụng rồi lại bị sửa. Hãy trả lại nội dung cũ và viết một tệp mới.',
    en: 'The file {module}/{file} was changed after it had been applied. Put it back and write a new file.',
  },
  newerThanProgram: {
    status: 500,
    vi: 'Cơ sở dữ liệu mới hơn chương trình: đã có {module}/{file}. Hãy cập nhật chương trình.',
    en: 'The database is newer than the program: it has {module}/{file}. Update the program.',
  },
  notABackup: {
    status: 422,
    vi: 'Tệp này không phải bản sao lưu của Hiếu Học.',
    en: 'This file is not a backup of Hiếu Học.',
  },
  damagedBackup: {
    status: 422,
    vi: 'Bản sao lưu bị hỏng hoặc không trọn vẹn ({reason}). Cơ sở dữ liệu không thay đổi.',
    en: 'The backup is damaged or incomplete ({reason}). The database is unchanged.',
  },
  passphraseNeeded: {
    status: 422,
    vi: 'Bản sao lưu này được mã hóa. Hãy đặt BACKUP_PASSPHRASE, hoặc thêm --passphrase-stdin và gõ mật khẩu của bản sao lưu.',
    en: 'This backup is encrypted. Set BACKUP_PASSPHRASE, or add --passphrase-stdin and type the passphrase of the backup.',
  },
  wrongPassphrase: {
    status: 422,
    vi: 'Mật khẩu không mở được bản sao lưu này (hoặc phần đầu của tệp đã bị sửa). Cơ sở dữ liệu không thay đổi.',
    en: 'The passphrase does not open this backup (or the head of the file was altered). The database is unchanged.',
  },
  newerBackup: {
    status: 409,
    vi: 'Bản sao lưu mới hơn chương trình: có {module}/{file}. Hãy cập nhật chương trình rồi phục hồi. Cơ sở dữ liệu không thay đổi.',
    en: 'The backup is newer than the program: it has {module}/{file}. Update the program, then restore. The database is unchanged.',
  },
  noTemporaryDatabase: {
    status: 500,
    vi: 'Không tạo được cơ sở dữ liệu tạm trên máy chủ PostgreSQL ({reason}). Tài khoản cần quyền CREATEDB: alter role … createdb.',
    en: 'No temporary database could be made on the PostgreSQL server ({reason}). The account needs CREATEDB: alter role … createdb.',
  },
  otherSchema: {
    status: 409,
    vi: 'Bản sao lưu và cơ sở dữ liệu không cùng phiên bản: khác nhau ở {difference}. Hãy phục hồi bằng đúng bản chương trình đã sao lưu, rồi mới cập nhật.',
    en: 'The backup and the database are not of the same version: they differ in {difference}. Restore with the version of the program that made the backup, then update.',
  },
  notEmpty: {
    status: 409,
    vi: 'Cơ sở dữ liệu đã có dữ liệu (bảng {table}). Chỉ phục hồi khi đồng ý thay thế toàn bộ.',
    en: 'The database already has data (table {table}). Restore only with leave to replace all of it.',
  },
  inUse: {
    status: 409,
    vi: 'Cơ sở dữ liệu đang được dùng. Hãy dừng chương trình trước khi phục hồi.',
    en: 'The database is in use. Stop the program before restoring.',
  },
  full: {
    status: 507,
    vi: 'Ổ đĩa của cơ sở dữ liệu đã đầy nên chưa lưu được. Không có gì bị thay đổi; vẫn xem được các trang. Hãy giữ lại nội dung, báo người vận hành hệ thống, rồi gửi lại sau.',
    en: 'The disk of the database is full, so this could not be saved. Nothing was changed, and pages can still be read. Keep what you have, tell the operator, and send it again later.',
  },
  readOnly: {
    status: 507,
    vi: 'Cơ sở dữ liệu đang không cho ghi nên chưa lưu được. Không có gì bị thay đổi; vẫn xem được các trang. Hãy báo người vận hành hệ thống, rồi gửi lại sau.',
    en: 'The database takes no changes now, so this could not be saved. Nothing was changed, and pages can still be read. Tell the operator, and send it again later.',
  },
  onlyRead: {
    status: 503,
    vi: 'Máy chủ cơ sở dữ liệu đang được chuyển đổi hoặc bảo trì, lúc này chỉ xem được, nên việc này chưa được thực hiện; dữ liệu đã lưu vẫn còn nguyên. Xin thử lại sau ít phút.',
    en: 'The database server is being replaced or maintained and can only be read for the moment, so this was not done; what was saved is safe. Please try again in a few minutes.',
  },
  busy: {
    status: 503,
    vi: 'Nhiều người cùng sửa một chỗ. Xin gửi lại.',
    en: 'Several people changed the same thing at once. Please send it again.',
  },
  tooSlow: {
    status: 503,
    vi: 'Việc này mất quá lâu nên đã dừng lại. Xin thu hẹp phạm vi rồi thử lại.',
    en: 'This took too long and was stopped. Please narrow it down and try again.',
  },
})

/** What PostgreSQL says about a violated constraint. */
export interface Violation {
  readonly constraint: string
  readonly table: string
  /** For developers, never for people: it may quote values. */
  readonly detail: string
}

/** A module's constraints by name: `{ unit_code_key: ({ detail }) => codeTaken() }`. */
export type ConstraintProblems = Readonly<Record<string, (violation: Violation) => Problem>>

/** The problem an error of the database means for people; undefined for a defect. */
export type TranslateError = (error: unknown) => ProblemError | undefined

/**
 * Joins the constraints of all modules, and adds what can befall any statement (lost connection, deadlock, timeout).
 * @throws Error when two modules name the same constraint.
 */
export function errorTranslator(modules: readonly ConstraintProblems[]): TranslateError {
  const known = new Map<string, (violation: Violation) => Problem>()
  for (const [name, raise] of modules.flatMap(Object.entries<ConstraintProblems[string]>)) {
    if (known.has(name)) throw new Error(`constraint ${name} is translated twice`)
    known.set(name, raise)
  }
  return (error) => {
    if (isOnlyRead(error)) return new ProblemError(databaseProblems.onlyRead())
    if (isAway(error)) return new ProblemError(problems.databaseAway())
    if (!(error instanceof pg.DatabaseError)) return undefined
    const { constraint = '', table = '', detail = '' } = error
    const problem = known.get(constraint)?.({ constraint, table, detail }) ?? passingProblem(error)
    return problem && new ProblemError(problem)
  }
}

const contention = new Set(['40001', '40P01', '55P03'])

function passingProblem(error: pg.DatabaseError): Problem | undefined {
  const { code = '' } = error
  if (contention.has(code)) return databaseProblems.busy()
  if (code === '57014') return databaseProblems.tooSlow()
  const disk = diskFault(error)
  if (disk) return disk === 'full' ? databaseProblems.full() : databaseProblems.readOnly()
  return undefined
}
