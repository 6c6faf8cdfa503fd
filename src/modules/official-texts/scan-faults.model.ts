/** What plans are full of, as far as scanners misread it: set phrases, surnames, middle names. */

/**
 * Phrases that have one spelling only. Left out are those that another word spells without marks the same way in earnest:
 * công nhận (công nhân), chỉ tiêu (chi tiêu), phổ biến (phổ biên).
 */
export const phrases: readonly string[] = [
  'phấn đấu',
  'kế hoạch',
  'phối hợp',
  'chủ trì',
  'thực hiện',
  'triển khai',
  'tổ chức',
  'nhiệm vụ',
  'giải pháp',
  'mục tiêu',
  'đẩy mạnh',
  'tăng cường',
  'hướng dẫn',
  'kiểm tra',
  'tham mưu',
  'nâng cao',
  'duy trì',
  'trở lên',
  'giai đoạn',
  'trách nhiệm',
  'khuyến học',
  'xã hội',
  'giáo dục',
  'đào tạo',
  'tuyên truyền',
  'nhân dân',
  'căn cứ',
  'đơn vị',
  'kinh phí',
  'ngân sách',
  'đề nghị',
  'yêu cầu',
  'báo cáo',
  'định kỳ',
  'trên địa bàn',
]

/** Surnames as they are spelt; a reading that is none of them and differs in its marks only is doubted. */
export const surnames: readonly string[] =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Chử Đào Đoàn Trịnh Trương Đinh Lâm Mai Tô Hà Tạ Cao Lương Lưu Châu Thái Triệu Quách Vương Nghiêm Kiều Cù Chu Doãn Khổng Khuất La Mạc Nông Ninh Ông Phùng Quản Sầm Thân Thạch Tăng Tống Từ Văn Viên Vi Hứa Giang Giáp Hàn Lã Lục Bạch Bành Âu Ân Cấn Đàm Đồng Điêu Hầu Hạ Lò Lù Lường Ma Mã Mẫn Mùa Nhâm Phó Phí Sùng Thào Tòng Trang Tưởng Ứng Vàng Giàng Hoa Hán Kha Khúc Lại Lều Liêu Lỗ Lộ Mạch Nhan Nhữ Ôn Phương Quan Sử Tề Thiều Thi Thẩm Tiêu Tôn Trà Uông Ung Vừ Xa Yên Đái Đậu Đới Đường Danh Diệp Dư Cung Công Cát Cầm Bế Biện Bá Bồ Bàn Hùynh Hoàn Hồng Kim Kiên Lầu Lang Lăng Long Lữ Mông Nghị Ngụy Ngân Ngọ Phù Quàng Quế Rơ Siu Thang Thành Thế Thiệu Thông Tiết Toàn Trình Tường Vạn Vầy Viêm'.split(
    ' ',
  )

/** Middle names that tell a person's name from that of an office. */
export const givenNames: ReadonlySet<string> = new Set(
  'Văn Thị Đức Xuân Ngọc Minh Quang Thanh Hữu Đình Công Quốc Hồng Thu Kim Anh Bá Duy Trọng Mạnh Tiến Hoàng Như Thùy Bích Phương Việt Viết Thế Tuấn Trung Hải Gia Khắc Huy Đăng Đại Sỹ Sĩ Tấn Thành Thái Thiện Vĩnh Vũ Nguyên Nhật Phúc Phước Chí Cao Bảo Hoài Hà Lan Mai Mỹ Nam Kiều Diệu Cẩm Ánh An Thúy Tố Tuyết Vân Yến'.split(
    ' ',
  ),
)
