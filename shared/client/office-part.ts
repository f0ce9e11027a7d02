/** Of `UBND xã – Trung tâm Phục vụ hành chính công` the part behind the last dash, where there is no room for more. */
export function officePart(name: string): string {
  return name.replace(/^.* – /, '');
}
