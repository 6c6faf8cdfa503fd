/** Words that names of agencies begin with, go on with and end before. */
import { flatten } from '../lines/lines.rules.ts'

/** Words that begin a name and need a capital after them ("Báo Hà Nội mới", not "Báo cáo"). */
const capitalHeads =
  'Sở|Ban|Bộ|Hội|Đoàn|Trường|Đài|Báo|Phòng|Cục|Chi cục|Tổng cục|Viện|Quỹ|Liên đoàn|Trung tâm|Công ty|Tập đoàn|Chi nhánh|Hiệp hội|Nhà|Thư viện|Bảo tàng|Học viện|Tạp chí|Tổng công ty|Đại học|Ngân hàng|Câu lạc bộ|Liên minh|Tòa án|Cổng|Cơ quan|Công chức|Trạm|Tổ|Thôn|Ấp|Bản|Buôn|Khu phố|Chi bộ|Chi hội|Đội|Đồn|Khoa|Xã|Phường|Ngành|Khối|Cụm|Kho bạc|Tòa|Sân|Khu|Chi đoàn|Bệnh viện|Viễn thông|Điện lực|Doanh nghiệp|Hợp tác xã|Xí nghiệp|Nhà máy|Siêu thị|Bưu cục|Hạt|Trại|Làng|Phân hiệu|Phân viện|Trạm Y tế|Dòng họ|Họ tộc|Giáo xứ|Chùa|Vườn|Tổng đội|Lữ đoàn|Trung đoàn|Tiểu đoàn|Hợp tác|Vụ|Thường trực|Bộ phận|Tiểu ban|Đảng bộ|Phó Chủ tịch|Phó Giám đốc|Phó Hiệu trưởng|Ủy viên'
/** Words that begin a name by themselves. */
const loneHeads =
  'Ủy ban|Uỷ ban|UBND|UBMTTQ|UB MTTQ|UBMT|MTTQ|HĐND|LĐLĐ|BHXH|Hội đồng|Liên hiệp|Mặt trận|Công an|Văn phòng|Thanh tra|Kho bạc|Bảo hiểm|Bộ Chỉ huy|Bộ CHQS|Bộ Tư lệnh|Bộ đội|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Quận đoàn|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy|Đảng ủy|Bưu điện|Viện kiểm sát|Cơ quan|Đoàn thanh niên|Đoàn TNCS|Công đoàn|Hội khuyến học|Hội nông dân|Hội phụ nữ|Hội liên hiệp|Hội cựu|Hội người cao tuổi|Hội chữ thập đỏ|Hội cha mẹ|Trung tâm học tập cộng đồng|Trung tâm giáo dục nghề nghiệp|Trung tâm văn hóa|Trung tâm phục vụ|Trung tâm dịch vụ|Trung tâm chính trị|Nhà văn hóa|Thư viện tỉnh|Thư viện thành phố|Trưởng thôn|Trưởng ấp|Trưởng bản|Trưởng khu|Trưởng các|Hiệu trưởng|Ban chỉ đạo|Ban giám|Ban quản lý|Ban nhân dân|Ban đại diện|Ban chỉ huy|Ban điều hành|Ban công tác|Tổ công tác|Tổ giúp việc|Tổ trưởng|Tổ dân phố|Trạm y tế|Cán bộ|Nhà trường|Cấp ủy|Bí thư|Đoàn xã|Đoàn phường|Hội đồng|Công an|Viện kiểm|Toà án|Tòa án|Cơ sở giáo dục|Cơ quan thường trực|Thành viên|Quỹ khuyến học|Hội cựu giáo chức|Hội luật gia|Hội sinh viên|Hội bảo trợ|Hội làm vườn|Hội thanh niên|Hội đông y|Hội nhà báo|Hội văn|Trường trung học|Trường tiểu học|Trường mầm non|Trường cao đẳng|Trường đại học|Trường chính trị|Văn hóa - Xã hội|Hải đội|Hải quan|Kiểm lâm|Chi nhánh|Thống kê tỉnh|Thống kê thành phố|Thống kê cơ sở|Thuế tỉnh|Thuế thành phố|Thuế cơ sở|Thi hành án dân sự|Quản lý thị trường|Trại giam|Trại tạm giam'
export const groupWords =
  'sở|ban|bộ|ngành|cơ quan|đơn vị|phòng|trường|tổ chức|hội|đoàn thể|doanh nghiệp|cơ sở|trung tâm|địa phương|xã|phường|thị trấn|quận|huyện|thị xã|thành phố|cấp|đài|báo|thành viên|liên đoàn|viện|đồng chí|thôn|đặc khu|tổ dân phố|tổ|khu phố|khu|ấp|bản|buôn|chi hội|chi bộ|chi đoàn|trạm|nhà trường|thư viện|bảo tàng|nhà văn hóa|dòng họ|cấp ủy|hợp tác xã|báo cáo viên|câu lạc bộ|giáo viên|chi cục|cục|công ty|tập đoàn|khoa|hộ|hộ kinh doanh|hộ gia đình|gia đình|cụm|cụm thi đua|khối|bộ phận|bệnh viện|công đoàn|nhà máy|xí nghiệp|họ tộc|dòng tộc|làng|bon|phum|sóc|khu dân cư|khu công nghiệp|lớp học|ban đại diện|ban quản lý|ban nhân dân|nghệ nhân|già làng|trưởng thôn|trưởng bản|cán bộ|công chức|viên chức|hiệu trưởng|cá nhân|hội viên|đội|đồn|học viện|ngân hàng|hiệp hội|cụm trưởng|tổ trưởng|trưởng|phó|ủy viên|quỹ'

/** All of them. */
export const heads = `${loneHeads}|${capitalHeads}`

/** Names are looked for as they are written and as they are typed without tone marks. */
const both = (names: string) => `${names}|${flatHeads(names)}`
const flatHeads = (names: string) =>
  names
    .split('|')
    .map((name) => flatten(name).replace(/^\w/, (first) => first.toUpperCase()))
    .filter((name) => !['Bo', 'Bao', 'So', 'Nha', 'Dai', 'Ban', 'Quy'].includes(name))
    .join('|')

export const headPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:Thủ trưởng|Giám đốc|Chủ tịch|Lãnh đạo) )?(?:(?:${both(loneHeads)})(?![\p{L}])|(?:${both(capitalHeads)})(?= \p{Lu}| các | Tp| (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|cấp|cơ sở)(?!\p{L}))|Báo và [Pp]hát thanh(?:(?:,| và| -) [Tt]ruyền hình)?|Báo(?= và Đài )|(?:So|Ban|Dai) (?=\p{Lu})|(?:[Cc]ác|[Tt]ất cả các|[Tt]oàn thể(?: các)?|[Cc]ac) (?:${both(groupWords)}|${both(groupWords).replace(/(^|\|)(\p{L})/gu, (_, bar: string, first: string) => bar + first.toUpperCase())})(?![\p{L}])|Sở, (?:ban, )?ngành)`,
  'uy',
)

/** What an agency does, or how: small words that no name goes beyond. Their tone marks tell "giao" from "Tuyên giáo". */
const verbs =
  'chủ trì|chủ động|phối hợp|tham mưu|hướng dẫn|chỉ đạo|triển khai|xây dựng(?!(?<=(?:Ban [Cc]hỉ đạo|Tổ [Cc]ông tác|Hội đồng) xây dựng) (?:xã hội học tập|nông thôn|đời sống|trường học|thành phố))|đẩy mạnh|phát động|vận động|tuyên truyền|đảm bảo|bảo đảm|bố trí|cân đối|thực hiện|kiểm tra|rà soát|tiếp tục|tăng cường|căn cứ|có trách nhiệm|chịu trách nhiệm|cung cấp|huy động|lồng ghép|(?<![Vv]iện )nghiên cứu|đề xuất|thẩm định|ban hành|phân công|quán triệt|tạo điều kiện|tạo mọi|nhân rộng|thành lập|hỗ trợ|định hướng|giám sát|(?<![Gg]iáo dục )thường xuyên|kịp thời|hằng năm|hàng năm|cụ thể hóa|cụ thể hoá|khuyến khích|hoàn thiện|hoàn thành|xác định|đổi mới|nâng cao|phát huy|tích cực|duy trì|bồi dưỡng|quản lý|theo dõi|đôn đốc|phát hiện|biểu dương|khen thưởng|cập nhật|đăng ký|kiện toàn|tham gia|điều phối|công bố(?! trí)|yêu cầu|đề nghị|chuẩn bị|thống kê|đăng tải|xem xét|quyết định|đồng thời|tổng hợp|báo cáo|sử dụng|khai thác|giới thiệu|vận hành|nghiêm túc|khẩn trương|tập trung|ưu tiên|phổ biến|mở rộng|(?<!(?:Hỗ trợ|Nghiên cứu|Xúc tiến|Quỹ|Đầu tư|Tư vấn|Hợp tác) )phát triển|thu hút|rà soát|lựa chọn|khảo sát|điều tra|biên soạn|xử lý|bàn giao|vận dụng|cử|trao|chấp hành|tuyển chọn|trang bị|tiếp nhận|phản ánh|phản hồi|phát hành|phát sóng|hưởng ứng|thông báo|niêm yết|tiến hành|gương mẫu|đóng góp|ủng hộ|tài trợ|trích|kết nối|liên kết|ký kết|chia sẻ|đánh giá|công nhận|bình xét|tôn vinh|nêu gương|nắm bắt|tiếp cận|quan tâm|thanh toán|quyết toán|bổ sung|tập huấn|tích hợp|đối chiếu|biên dịch|luân chuyển|phổ cập(?! giáo dục)|tổng điều tra|nhập liệu|cấp phát|cấp (?:kinh phí|thẻ|giấy|chứng chỉ|phép|tài khoản)|phân bổ|thu thập|phân tích|lắp đặt|mua sắm|sửa chữa|nâng cấp|cải tạo|in ấn|quyên góp|tuyên dương|kêu gọi|lan tỏa|nhắc nhở|giúp đỡ|giảng dạy|góp ý|phê duyệt|thẩm tra|tự đánh giá|ghi nhận|ghi hình|đưa tin|viết tin|nghiệm thu|bảo trì|bảo dưỡng|khắc phục|phòng ngừa|ngăn chặn|ngăn ngừa|vinh danh|thăm hỏi|động viên|đỡ đầu|lấy ý kiến|thăm dò|thí điểm|giải quyết|giải đáp|tháo gỡ|trả lời|tiếp thu|bình chọn|chấm điểm|phân loại|phân luồng|kê khai|khai giảng|khai mạc|tổng kết|sơ kết|số hóa|đồng hành|tạo lập|thiết kế|dự báo|cải tiến|mời|tặng|hiến|soạn|nộp|chấm|nhắc|công khai|thông tin đến|đồng bộ hóa|chủ công|làm chủ|đảm nhiệm|đảm nhận|đảm trách|phụ trách|đảm đương|truyền thông(?= (?:trên|về|cho|qua|rộng|Kế))'
/** What examines, or chooses: no such verb ends the name of a council, a team or a board that does it. */
const examiningVerbs = [
  'tuyển sinh (?:lớp|học|trẻ|đủ|đúng|bổ|năm)',
  'kiểm kê',
  'xác minh',
  'tuyển dụng (?:giáo viên|viên chức|công chức|nhân viên)',
  'xét (?:duyệt|chọn|tặng|cấp|tuyển|khen|công nhận|miễn)',
]
  .map((verb) => `(?<!(?:đồng|dong|[Tt]ổ|[Tt]o|[Bb]an) )${verb}`)
  .join('|')
/** What is done from day to day. A word that is also part of names or of other words counts with what it is done to. */
const everydayVerbs = [
  '(?<!sắp )xếp|(?<!(?:sau|khi|được|đã|diện) )sắp xếp|sắp đặt|bài trí|trang trí|trưng bày|dàn dựng|trình diễn',
  'dựng (?:lều|trại|rạp|phim|sân khấu|pano|cổng|clip|video|gian|bảng|phông|phóng sự)',
  'phát (?:thưởng|quà|học bổng|tờ|sách|tài liệu|thẻ|phiếu|bằng|chứng chỉ|giấy|vở|loa|tin|bài|trên|clip|video|thông điệp)|dọn|quét',
  'thu gom|thu (?:nhận|hồi|hồ sơ|phiếu|học phí|tiền)|treo|dán|chép|thăm|in (?:tài liệu|tờ|phiếu|pano|băng|bằng|thẻ|đề|sao)',
  'sao (?:chụp|lưu)|chụp (?:ảnh|hình)|quay (?:phim|video|clip|hình|phóng sự)|chiếu (?:phim|bóng)|vẽ (?:tranh|bản đồ|sơ đồ|pano)',
  'viết (?:bài|sáng kiến|báo cáo|kế hoạch|chuyên đề)|đăng (?:bài|lên|thông tin)|ghi (?:điểm|danh|chép|sổ|âm)',
  'nhập (?:điểm|số liệu|dữ liệu|thông tin|hồ sơ)|tính (?:toán|điểm|chế độ)|lưu (?:hồ sơ|giữ)|chốt (?:danh sách|số liệu|lịch)',
  'lên (?:kế hoạch|lịch|danh sách|phương án|chương trình|khung)',
  'thống nhất (?:nội dung|lịch|kế hoạch|thời gian|phương án|số liệu|chương trình|danh sách)|phân (?:chia|lịch|nhóm|lớp|tuyến|vai)',
  'chia (?:nhóm|lớp|ca|tổ)|bàn (?:bạc|biện pháp|giải pháp|cách)|mua (?:sách|vật tư|thiết bị|bảo hiểm|quà|tài liệu|báo)',
  'đặt (?:hàng|mua|pano|bảng|hộp|kệ|tủ|sách)|chọn (?:cử|lựa|sách|giáo viên|học viên|điểm|mô hình|đội|người|bài|đơn vị|nội dung)',
  'rút (?:kinh nghiệm|gọn)|tìm (?:kiếm|nguồn|hiểu)|nhận (?:đỡ đầu|hồ sơ|đơn|kèm|giúp)|chi (?:trả|thưởng|tiền)',
  'chuyển (?:tải|tiếp|hồ sơ|danh sách|số liệu|kinh phí)|cấp (?:bằng|chứng nhận|mã|học bổng|đổi)|dạy (?:bù|thay|ôn|kèm|mẫu|thử)',
  'dự giờ|thao giảng|hội giảng|ôn tập|ôn thi|phụ đạo|kèm cặp|điểm danh|tuyển (?:học viên|giáo viên|cộng tác viên)|kiểm đếm',
  'xác nhận|chỉnh sửa|chỉnh lý|hiệu đính|hiệu chỉnh|tu sửa|bảo quản|cài đặt|lắp (?:mạng|camera|bảng)|đấu nối|tải (?:lên|tài liệu)',
  'chạy thử|hoàn (?:tất|trả|chỉnh)|soát (?:xét|lại)|đối soát|đón (?:tiếp|học|khách|đoàn)|tiếp (?:đón|xúc|sức)|gặp (?:gỡ|mặt)',
  'nói chuyện|đối thoại|thảo luận|trao đổi|truyền (?:đạt|dạy)|dẫn (?:đoàn|học|dắt)|chăm lo|khởi công|khánh thành|chúc mừng',
  'giải ngân|miễn (?:giảm|phí)|điều động|bổ nhiệm|chỉ định|bầu (?:chọn|ra|ban|chủ tịch)|quảng bá (?:hình ảnh|các|mô hình)',
  examiningVerbs,
].join('|')
const smallWords =
  'là|giúp|họp|theo|trình|để|nhằm|trong|về|tại|từ|đến|bằng|khi|nếu|vào|như|được|sẽ|phải|cần|gồm|đưa|mở|lập|gắn|cho|dành|ký|ra|giao|đạt|qua|với|(?<![Vv]iệc )làm|gửi|trên(?! địa bàn)|có(?! uy tín| liên quan)'
const acting =
  'tổ chức (?!chính trị|xã hội|đoàn thể|thành viên|có liên quan|liên quan|kinh tế|trên|cá nhân|đóng|phi|tín dụng|khác|và |,|-)'
/** Parted only at the strokes that stand in no brackets. */
const flatVerbs = `${verbs}|${everydayVerbs}`
  .split(/\|(?![^(]*\))/)
  .filter((verb) => verb.includes(' '))
  .map(flatten)
  .join('|')
export const stop = new RegExp(
  String.raw`(?:(?:${verbs}|${everydayVerbs}|${smallWords}|${flatVerbs})(?![\p{L}\p{N}])|${acting})`,
  'uy',
)
/** Whether somebody is told to do something here: "Vận động", "tổ chức kiểm tra". */
export function startsActing(text: string): boolean {
  stop.lastIndex = 0
  return stop.test(text.charAt(0).toLowerCase() + text.slice(1, 60))
}

const smallBody =
  /(?:trung tâm (?:học tập cộng đồng|giáo dục|văn hóa|dịch vụ|phục vụ|y tế|chính trị)|trạm y tế|công an (?:xã|phường|các|tỉnh|huyện)|(?:ủy ban nhân dân|UBND) (?:xã|các|phường|cấp|huyện)|hội (?:khuyến học|phụ nữ|nông dân|cựu|người cao tuổi|chữ thập đỏ|liên hiệp|cha mẹ)|đoàn (?:thanh niên|xã|trường|cơ sở)|chi (?:hội|đoàn|bộ) |ban (?:công tác mặt trận|chỉ đạo|giám hiệu|giám đốc|quản lý|đại diện|nhân dân|điều hành)|mặt trận tổ quốc|(?:tổ|đội) (?:công nghệ số|dân phố|chuyên môn|khuyến học|công tác|tự quản)|trường (?:mầm non|tiểu học|trung học|cao đẳng|đại học|học)|nhà trường|nhà văn hóa|đồn biên phòng)(?!\p{L})/uy
/** A body that is set small: "trung tâm học tập cộng đồng các xã". */
export function startsSmallBody(text: string, at: number): boolean {
  smallBody.lastIndex = at
  return smallBody.test(text)
}

/** What may follow a comma and still belong to one name: "quận, huyện, thị xã", "Sở Văn hóa, Thể thao và Du lịch". */
export const listWord = new RegExp(
  String.raw`(?:${flatten(groupWords)}|thi(?=,| va )|(?:huyen|thi|thanh|quan) doan|co lien quan|lien quan|bao chi|nhan dan|khac|cao dang|dai hoc|trung cap|mam non|mau giao|tieu hoc|trung hoc|thcs|thpt|pho thong|giao duc|day nghe|nghe nghiep|ngoai ngu|tin hoc|ca nhan|tap the|hoc sinh|sinh vien|hoc vien|nhan vien|nguoi lao dong|dang vien|phu huynh|chuc sac|nguoi co uy tin|truong nghe)(?![\p{L}\p{N}])`,
  'uy',
)

/** What a group of businesses or schools is in: "các doanh nghiệp bưu chính, viễn thông". */
export const fieldWord =
  /(?:cong nghe|vien thong|buu chinh|truyen thong|thong tin|ngan hang|tin dung|bao hiem|xuat ban|phat hanh sach|in an|bao chi|van hoa|the thao|du lich|nghe thuat|y te|van tai|giao thong|dich vu|thuong mai|san xuat|kinh doanh|che bien|nong nghiep|lam nghiep|thuy san|cong nghiep|khoa hoc|phan mem|noi dung so|internet|dao tao|day hoc|huong nghiep|luu tru|lu hanh|khach san|nha hang|logistics|det may|da giay|co khi|dien tu|dien luc|nang luong|ton giao|chinh tri|xa hoi|kinh te|luc luong vu trang|phi chinh phu|ngoai nha nuoc)(?!\p{L})/uy

/** Names of departments with a comma or "và" of their own. */
export const compound =
  /(?:(?:hdnd|hoi dong nhan dan)(?: \p{L}+)? va (?:ubnd|uy ban nhan dan)|(?:doan dai bieu quoc hoi|doan dbqh) va (?:hdnd|hoi dong nhan dan)|giao duc thuong xuyen(?: ?[-–,] ?(?:chuyen nghiep|nghe nghiep))?|giao duc nghe nghiep ?[-–] ?giao duc thuong xuyen|gdnn ?[-–] ?gdtx|van hoa,? (?:the thao,? )?(?:va )?truyen thanh|van hoa ?[-–,] ?the thao va truyen thanh|van hoa,? the thao(?:(?: va|,) du lich| va thong tin)?|van hoa va (?:the thao|thong tin|du lich)|van hoa, (?:khoa hoc(?: va|,) )?thong tin|van hoa ?[-–] ?(?:xa hoi|thong tin(?: ?[-–] ?the thao)?)|giao duc(?: va|,) dao tao|ke hoach(?: va| ?[-–]) dau tu|khoa hoc(?:,| va) cong nghe(?: va chuyen doi so)?|nong nghiep(?: va|,) (?:moi truong|phat trien nong thon)|tai nguyen(?: va|,) moi truong|thong tin(?: va|,) truyen thong|lao dong ?[-–,]? ?thuong binh(?: va| ?[-–]) xa hoi|lao dong, thuong binh va xa hoi|dan toc(?: va|,) ton giao|tuyen giao(?: va|,) dan van|tai chinh ?[-–] ?ke hoach|kinh te ?(?:[-–]|,|va) ?(?:ha tang(?:(?: va|,) do thi)?|do thi)|ha tang(?: va|,) do thi|phat thanh(?: ?[-–]|,| va) ?truyen hinh|noi vu ?[-–] ?lao dong|chinh tri,? (?:va )?tu tuong|cong chuc, vien chuc|cong thuong|thi dua ?[-–,] ?khen thuong|y te ?[-–,] ?dan so|cong nghiep va thuong mai)(?!\p{L})/uy
