import { Desk } from './desk.ts';

export interface Person {
  name: string;
  username: string;
  password: string;
}

/** A supervisor at the desk, who uses the mouse as well. */
export class Supervisor extends Desk {
  async manage(): Promise<void> {
    await this.page.locator('.tabs').getByRole('button', { name: 'Quản lý' }).click();
  }

  async addClerk({ name, username, password }: Person): Promise<void> {
    const form = this.page.locator('form.add-person');
    await form.getByLabel('Họ và tên').fill(name);
    await form.getByLabel('Tên đăng nhập').fill(username);
    await form.getByLabel('Mật khẩu ban đầu').fill(password);
    await form.getByRole('button', { name: 'Thêm cán bộ' }).click();
    await this.says(`Đã thêm ${name}.`);
  }
}
