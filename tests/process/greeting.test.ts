import { describe, expect, it } from 'vitest';
import { greeting, type StartedServer } from '../../server/process/greeting.ts';
import { communeOffice } from '../office.ts';

const started: StartedServer = {
  host: '0.0.0.0',
  port: 8080,
  lanAddresses: ['192.168.1.5'],
  setup: { office: communeOffice, created: null },
};

describe('the greeting', () => {
  it('lists the addresses of every page, including those on the LAN when the server listens on all addresses', () => {
    expect(greeting(started)).toContain('  kiosk    http://localhost:8080/kiosk   http://192.168.1.5:8080/kiosk\n');
    expect(greeting({ ...started, host: '127.0.0.1' })).toContain('  rating   http://127.0.0.1:8080/rating\n');
  });

  it('puts an IPv6 address in brackets, as URLs need it', () => {
    expect(greeting({ ...started, host: 'fd00::5' })).toContain('  desk     http://[fd00::5]:8080/desk\n');
  });

  it('shows a generated password, but never one from FIRST_PASSWORD', () => {
    const greetingWith = (password: string | null) =>
      greeting({ ...started, setup: { office: communeOffice, created: { userName: 'admin', password } } });
    expect(greetingWith('abcd-efgh-2345')).toContain('first supervisor: admin   mật khẩu / password: abcd-efgh-2345\n');
    expect(greetingWith(null)).toContain('admin   mật khẩu / password: đã đặt trong FIRST_PASSWORD');
    expect(greeting(started)).not.toContain('supervisor');
  });
});
