/** Who may make a call. A guard lets an identity in as what the call needs, or says why not. */
import { accept, type Result, refuse } from '../../../shared/protocol/rejections.ts';
import type { DeviceKind } from '../../../shared/protocol/views/hall.ts';
import type { Actor } from '../../queue/commands.ts';
import { deviceActor, type Identity, staffActor } from '../access.ts';

export interface Guard<Caller> {
  admit(identity: Identity): Result<Caller>;
  /** OpenAPI: any one of these schemes is enough; `{}` is a caller on the server's own machine or anybody. */
  security: readonly Readonly<Record<string, readonly string[]>>[];
}

export const anyone: Guard<null> = { admit: () => accept(null), security: [] };

/** Any screen and any member of staff. */
export const known: Guard<null> = {
  admit: ({ staff, device }) => (staff || device ? accept(null) : refuse({ code: 'NotPaired' })),
  security: [{ device: [] }, { session: [] }, {}],
};

export function screen(kind: DeviceKind): Guard<Actor> {
  return {
    admit(identity) {
      const actor: Actor | null =
        identity.device === 'local' ? { kind: 'program', id: 'local' } : deviceActor(identity, kind);
      return actor ? accept(actor) : refuse({ code: 'NotPaired' });
    },
    security: [{ device: [] }, {}],
  };
}

/** A member of staff at the telephone, or another system that speaks for the visitor. */
export const staffOrKiosk: Guard<Actor> = {
  admit: (identity) => (identity.staff ? staff.admit(identity) : screen('kiosk').admit(identity)),
  security: [{ session: [] }, { device: [] }, {}],
};

export const staff: Guard<Actor> = {
  admit: ({ staff }) => (staff ? accept(staffActor(staff)) : refuse({ code: 'SignInRequired' })),
  security: [{ session: [] }],
};

export const supervisor: Guard<Actor> = {
  admit(identity) {
    if (identity.staff && identity.staff.role !== 'supervisor') return refuse({ code: 'SupervisorOnly' });
    return staff.admit(identity);
  },
  security: [{ session: [] }],
};
