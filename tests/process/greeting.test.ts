import { describe, expect, it } from 'vitest';
import { greeting, type Opened } from '../../server/process/greeting.ts';
import { communeOffice } from '../office.ts';

const opened: Opened = {
  host: '0.0.0.0',
  port: 8080,
  lanAddresses: ['192.168.1.5'],
  setup: { office: communeOffice, created: null },
};

describe('the greeting', () => {
  it('gives the addresses of every page, those on the LAN too when the server listens on all', () => {
    expect(greeting(opened)).toContain('  kiosk    http://localhost:8080/kiosk   http://192.168.1.5:8080/kiosk\n');
    expect(greeting({ ...opened, host: '127.0.0.1' })).toContain('  rating   http://127.0.0.1:8080/rating\n');
  });

  it('puts an IPv6 address into brackets, as a browser wants it', () => {
    expect(greeting({ ...opened, host: 'fd00::5' })).toContain('  desk     http://[fd00::5]:8080/desk\n');
  });

  it('shows a password that was made here, never one from FIRST_PASSWORD', () => {
    const told = (password: string | null) =>
      greeting({ ...opened, setup: { office: communeOffice, created: { userName: 'admin', password } } });
    expect(told('abcd-efgh-2345')).toContain('first supervisor: admin   mật khẩu / password: abcd-efgh-2345\n');
    expect(told(null)).toContain('admin   mật khẩu / password: đã đặt trong FIRST_PASSWORD');
    expect(greeting(opened)).not.toContain('supervisor');
  });
});
