/** What a person reads out of the invented plans beside this file: every target, duty and due date, written by hand. */

export interface Expected {
  readonly file: string
  readonly symbol: string
  readonly issuedOn: string
  readonly signatory: string
  /** `ref year comparator value unit mode` */
  readonly targets: readonly string[]
  /** `ref role agency` */
  readonly duties: readonly string[]
  /** `ref due` */
  readonly deadlines: readonly string[]
  /** `number|type issuedOn` */
  readonly legalBases: readonly string[]
}

export const plans: readonly Expected[] = [
  {
    file: 'lam-ha.txt',
    symbol: '45/KH-UBND',
    issuedOn: '2026-03-05',
    signatory: 'Trần Thị Minh Hạnh',
    targets: [
      'P1.2.1.a 2028 >= 98.5 percent reach',
      'P1.2.1.b 2028 >= 85 percent reach',
      'P1.2.1.c 2028 <= 1.5 percent reach',
      'P1.2.1.d 2028 >= 70 percent reach',
      'P1.2.2.a.1 2030 >= 99 percent reach',
      'P1.2.2.a.2 2030 >= 100 percent reach',
      'P1.2.2.b 2030 >= 20 count reach',
      'P1.2.2.c 2030 >= 3 level keep',
      'P1.2.2.d 2030 yes null yes reach',
    ],
    duties: [
      'P2.2.1 lead Sở Khoa học và Công nghệ',
      'P2.2.1 coordinate Sở Giáo dục và Đào tạo',
      'P3.1.1 lead Sở Giáo dục và Đào tạo',
      'P3.1.1 coordinate Hội Khuyến học tỉnh',
      'P3.1.1 coordinate các sở, ngành liên quan',
      'P3.1.2 lead Sở Giáo dục và Đào tạo',
      'P3.2 advise Sở Tài chính',
      'P3.3 requested Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
      'P3.4.1 lead Ủy ban nhân dân các xã, phường',
      'P3.4.2 lead Ủy ban nhân dân các xã, phường',
      'P3.KL lead các sở, ngành',
      'P3.KL lead Ủy ban nhân dân các xã, phường',
      'P3.KL lead Sở Khoa học và Công nghệ',
      'P3.KL lead Sở Giáo dục và Đào tạo',
      'P3.KL lead Sở Tài chính',
    ],
    deadlines: [
      'P2.1.1.2 every year before 10-15',
      'P2.2.1 by 2027-12-31',
      'P3.1.2 every year before 12-20',
      'P3.4.1 by 2026-06-30',
    ],
    legalBases: ['65/2025/QH15 2025-02-19', 'Luật 2019-06-14', '101/2026/NĐ-CP 2026-01-10', '12/TTr-SGDĐT 2026-02-20'],
  },
  {
    file: 'binh-nguyen.txt',
    symbol: '118/CTr-UBND',
    issuedOn: '2026-01-12',
    signatory: 'Lê Hoàng Nam',
    targets: [
      'C1.Đ2.1.a 2030 < 15 percent reach',
      'C1.Đ2.1.b 2030 > 95 percent reach',
      'C1.Đ2.1.c.1 2030 >= 90 percent reach',
      'C1.Đ2.1.c.2 2030 >= 50 percent reach',
      'C1.Đ2.2.a 2030 >= 99.5 percent reach',
      'C1.Đ2.2.b 2030 ~ 80 percent reach',
      'C1.Đ2.2.c 2030 >= 50 count reach',
    ],
    duties: [
      'C2.Đ3.1 lead Sở Y tế',
      'C2.Đ3.1 coordinate Sở Giáo dục và Đào tạo',
      'C2.Đ3.1 coordinate Công an tỉnh',
      'C2.Đ3.2.1 lead Sở Y tế',
      'C2.Đ3.2.2 lead Sở Y tế',
      'C2.Đ4.1 coordinate Sở Giáo dục và Đào tạo',
      'C2.Đ5.1 lead Hội Liên hiệp Phụ nữ tỉnh',
      'C2.Đ5.1 lead Tỉnh đoàn',
      'C2.Đ6.1 lead Các sở, ban, ngành',
      'C2.Đ6.1 lead Ủy ban nhân dân các xã, phường',
    ],
    deadlines: ['C2.Đ3.2.2 every half-year before null'],
    legalBases: ['88/QĐ-TTg 2025-12-15'],
  },
  {
    file: 'song-mai.txt',
    symbol: '07/KH-UBND',
    issuedOn: '2026-04-20',
    signatory: 'Phạm Quốc Việt',
    targets: [
      'I.1.1.1.1 2028 >= 80 percent reach',
      'I.1.1.1.2 2030 > 60 percent reach',
      'I.1.1.2 2030 >= 95 percent reach',
      'I.1.2.1 2030 >= 100 percent keep',
      'I.2.1 2030 ~ 30 percent reach',
      'I.2.2 2030 >= 500000000000 money reach',
    ],
    duties: [
      'II.1.2 lead Sở Khoa học và Công nghệ',
      'III.1 lead Văn phòng Ủy ban nhân dân thành phố',
      'III.2.1 lead Phòng Văn hóa - Xã hội',
      'III.2.2 coordinate Phòng Văn hóa - Xã hội',
      'III.3 requested Thành đoàn',
    ],
    deadlines: ['III.2.2 by 2026-06-30'],
    legalBases: ['57-NQ/TW 2024-12-22'],
  },
  {
    file: 'dong-giang.txt',
    symbol: '31/KH-UBND',
    issuedOn: '2026-02-09',
    signatory: 'Nguyễn Văn Bình',
    targets: [
      'A.1.1 2026 >= 75 percent reach',
      'A.1.2 2026 >= 0.6667 fraction reach',
      'A.1.3 2026 yes null yes register',
      'A.1.4 2026 >= 150 count reach',
    ],
    duties: [
      'B.1.1 lead Hội Khuyến học xã',
      'B.1.1 coordinate Ủy ban Mặt trận Tổ quốc xã',
      'B.2.1 lead Hội Khuyến học xã',
      'D.1 advise Công chức Văn hóa - Xã hội',
      'D.2 lead Hội Khuyến học xã',
      'D.3 coordinate Các trường học trên địa bàn',
      'D.4 requested Đoàn Thanh niên xã',
      'D.4 requested Hội Phụ nữ xã',
    ],
    deadlines: ['B.1.1 every month before 25', 'B.2.1 by 2026-08-31'],
    legalBases: [],
  },
  {
    file: 'hong-son.txt',
    symbol: '512/KH-SGDĐT',
    issuedOn: '2026-09-18',
    signatory: 'Đinh Thị Thu Hà',
    targets: [
      'II.2 2027 >= 35 count reach',
      'II.3 2027 >= 96 percent reach',
      'II.4 2027 >= 100 percent keep',
      'PL.1 2026 >= 1200 count reach',
      'PL.1 2027 >= 1500 count reach',
      'PL.2 2026 >= 92.5 percent reach',
      'PL.2 2027 >= 95 percent reach',
    ],
    duties: [
      'IV.1.1 lead Phòng Giáo dục Thường xuyên',
      'IV.1.2 lead Phòng Giáo dục Thường xuyên',
      'IV.2.1 lead Các trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên',
      'III.1 lead UBND các xã, phường',
      'III.1 coordinate Công an tỉnh',
      'III.1 coordinate Hội Khuyến học tỉnh',
      'III.2 lead Sở Giáo dục và Đào tạo',
      'III.2 coordinate Trường Cao đẳng Hồng Sơn',
      'III.3 lead Phòng Giáo dục Thường xuyên',
      'III.3 coordinate Các trường tiểu học',
    ],
    deadlines: ['III.1 by 2026-10-30', 'III.2 by 2027-03-31', 'III.3 by 2027-12-31'],
    legalBases: ['77/KH-UBND 2026-06-02'],
  },
  {
    file: 'tay-phong.txt',
    symbol: '905/QĐ-UBND',
    issuedOn: '2026-07-01',
    signatory: 'Hoàng Văn Sơn',
    targets: ['I.1 2028 >= 60 percent reach', 'I.2 2028 >= 10 percent reach'],
    duties: [
      'II.1.a lead Sở Văn hóa, Thể thao và Du lịch',
      'II.1.a coordinate UBND các xã, phường',
      'II.1.b lead Sở Văn hóa, Thể thao và Du lịch',
      'II.2.1 coordinate Sở Tài chính',
      'II.2.1 coordinate Sở Nội vụ',
    ],
    deadlines: ['II.1.a by 2026-12-31'],
    legalBases: ['Luật 2019-11-21'],
  },
  {
    file: 'nam-tra.txt',
    symbol: '66/KH-UBND',
    issuedOn: '2026-04-02',
    signatory: 'Trần Văn Tư',
    targets: [
      'I.1.1.1 2030 > 75 percent reach',
      'I.1.1.2 2030 >= 35 percent reach',
      'I.2.a.1 2028 >= 12000 count reach',
      'I.2.a.2 2028 >= 3 count reach',
      'I.2.a.3.1 2028 < 2.5 percent reach',
      'I.2.a.3.2 2028 >= 40 percent reach',
      'I.2.a.4.1 2028 >= 100 percent reach',
      'I.2.a.4.2 2028 >= 80 percent reach',
      'I.2.a.5 2027 >= 50 percent reach',
      'I.2.a.5 2028 >= 60 percent reach',
      'I.2.b.1 2030 >= 100 percent keep',
      'I.2.b.2 2030 yes null yes reach',
      'I.2.b.3 2030 <= 5 percent reach',
    ],
    duties: [
      'II.1 lead Sở Nội vụ',
      'II.1 coordinate Sở Tài chính',
      'II.1 coordinate Sở Giáo dục và Đào tạo',
      'II.1 coordinate các đơn vị liên quan',
      'II.2 lead Sở Giáo dục và Đào tạo',
      'II.2 coordinate các trường cao đẳng',
      'IV.1.1 lead Sở Nội vụ',
      'IV.1.1 coordinate Sở GD&ĐT',
      'IV.1.1 coordinate UBND các xã, phường',
      'IV.1.2 lead Sở Nội vụ',
      'IV.2 lead Đài Phát thanh - Truyền hình tỉnh',
      'IV.2 lead Báo Nam Trà',
      'IV.3.a lead UBND các xã, phường',
      'IV.3.b coordinate UBND các xã, phường',
      'IV.4 requested UBMTTQ Việt Nam tỉnh',
      'IV.4 requested các đoàn thể',
      'IV.KL lead các sở, ban, ngành',
      'IV.KL lead UBND các xã, phường',
      'IV.KL lead Sở Giáo dục và Đào tạo',
      'IV.KL lead Đài Phát thanh - Truyền hình tỉnh',
      'IV.KL lead Báo Nam Trà',
    ],
    deadlines: ['II.1.3 by 2026-09-30', 'II.2 by 2026-06-30', 'IV.1.2 every year before 12-15'],
    legalBases: [],
  },
]

/** Texts that are no plan, each with why. */
export const others: readonly { readonly name: string; readonly reason: string; readonly text: string }[] = [
  { name: 'nothing', reason: 'empty', text: ' \n\t\n' },
  {
    name: 'a piece of news',
    reason: 'no-type',
    text: `Tỉnh Lâm Hà khởi động năm học mới
Sáng 5/9, hơn 200 trường học trong tỉnh khai giảng năm học mới theo kế hoạch của ngành giáo dục.
Theo ông Nguyễn Văn A, mục tiêu của tỉnh là 98% học sinh hoàn thành chương trình.
1. Sở Giáo dục và Đào tạo cho biết sẽ kiểm tra các trường.
Phóng viên ghi nhận nhiều đổi mới tại các huyện.`,
  },
  {
    name: 'an invoice',
    reason: 'no-type',
    text: `HÓA ĐƠN GIÁ TRỊ GIA TĂNG
Số: 0001234
STT\tTên hàng\tSố lượng\tĐơn giá\tThành tiền
1\tGiấy A4\t10\t65.000\t650.000
2\tMực in\t2\t450.000\t900.000
Thuế suất 10%
Tổng cộng: 1.705.000 đồng`,
  },
  {
    name: 'a decision',
    reason: 'other-type',
    text: `ỦY BAN NHÂN DÂN TỈNH LÂM HÀ
Số: 11/QĐ-UBND
QUYẾT ĐỊNH
Về việc thành lập Ban Chỉ đạo
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025;
Điều 1. Thành lập Ban Chỉ đạo xây dựng xã hội học tập.
Điều 2. Ban Chỉ đạo có nhiệm vụ xây dựng kế hoạch hằng năm.
Điều 3. Quyết định có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 3;`,
  },
  {
    name: 'a report on a plan',
    reason: 'other-type',
    text: `SỞ GIÁO DỤC VÀ ĐÀO TẠO
BÁO CÁO
Kết quả thực hiện Kế hoạch xây dựng xã hội học tập năm 2026
I. KẾT QUẢ THỰC HIỆN MỤC TIÊU
1. Tỷ lệ người biết chữ đạt 98%.
II. NHIỆM VỤ NĂM 2027
1. Tiếp tục thực hiện Kế hoạch.`,
  },
  {
    name: 'a letter',
    reason: 'no-type',
    text: 'Kính gửi ông bà,\nChúng tôi xin gửi lời chào và mong sớm nhận hồi âm.\nTrân trọng.',
  },
  {
    name: 'a title and no more',
    reason: 'no-outline',
    text: 'KẾ HOẠCH\nXây dựng xã hội học tập năm 2026\nNgày mai sẽ viết.',
  },
]
