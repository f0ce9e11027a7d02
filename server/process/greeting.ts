/** The text on the console when the server has started. */
import { LINKS } from '../api/rest/start-page.ts';
import { advice } from '../setup/office/advice.ts';
import type { Setup } from '../setup/setup.ts';
import { listensOnAll, urlOf } from './network-address.ts';

export interface StartedServer {
  /** The host that the server listens on. */
  host: string;
  port: number;
  /** This machine's addresses on the LAN; printed when the server listens on all of them. */
  lanAddresses: readonly string[];
  setup: Pick<Setup, 'office' | 'created'>;
}

export function greeting({ host, port, lanAddresses, setup }: StartedServer): string {
  const hosts = listensOnAll(host) ? ['localhost', ...lanAddresses] : [host];
  const pages = LINKS.map(
    ({ href }) => `  ${href.slice(1).padEnd(8)} ${hosts.map((name) => urlOf(name, port) + href).join('   ')}`,
  );
  const lines = advice(setup.office).flatMap(({ vi, en }) => [`  ${vi}`, `  ${en}`]);
  const advised = lines.length === 0 ? [] : ['', ...lines];
  return [
    '',
    `Đến Lượt – ${setup.office.name.vi}`,
    '',
    ...pages,
    ...advised,
    ...firstSupervisor(setup.created),
    '',
    STOP,
    '',
  ].join('\n');
}

const STOP = '  Ctrl+C để dừng / to stop';

/** A password from FIRST_PASSWORD is not printed: it may be used elsewhere too, and the console may be a log file. */
function firstSupervisor(created: Setup['created']): string[] {
  if (!created) return [];
  const { userName, password } = created;
  const account = `  Người quản lý đầu tiên / first supervisor: ${userName}   mật khẩu / password: `;
  return password === null
    ? ['', `${account}đã đặt trong FIRST_PASSWORD / the one from FIRST_PASSWORD`]
    : [
        '',
        account + password,
        '  Mật khẩu chỉ hiện một lần; vui lòng đổi ở trang desk. Shown only this once; change it on the desk page.',
      ];
}
