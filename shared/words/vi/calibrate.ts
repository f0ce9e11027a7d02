/** The page on which staff calibrate the size of the kiosk's screen. */
export const calibrate = {
  title: 'Chỉnh kích thước màn hình',
  help: 'Áp một thẻ ngân hàng hoặc thẻ căn cước vào góc trên bên trái của khung, rồi kéo chấm vàng hoặc bấm − + cho khung vừa khít thẻ.',
  card: 'Áp thẻ vào đây',
  sizes: 'Kích thước khung',
  muchSmaller: 'Nhỏ hơn nhiều',
  smaller: 'Nhỏ hơn một chút',
  larger: 'Lớn hơn một chút',
  muchLarger: 'Lớn hơn nhiều',
  check: 'Kiểm tra bằng thước: ô vuông này phải rộng đúng 20 mm, bằng nút nhỏ nhất của máy lấy số.',
  save: 'Lưu cho máy này',
  usual: 'Trở về mặc định',
  now: (pixels: number): string => `${figure(pixels)} điểm ảnh mỗi mm – chưa lưu`,
  saved: (pixels: number): string => `Đã lưu: ${figure(pixels)} điểm ảnh mỗi mm`,
  toKiosk: 'Sang trang lấy số',
};

function figure(pixels: number): string {
  return pixels.toFixed(2).replace('.', ',');
}
