/** Texts that are no plan, and why the grammar says so. */

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
