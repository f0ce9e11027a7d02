/** The schemas of the screens in the hall: look, kiosks, TVs and notices. */
import * as v from 'valibot';
import type { HallScreen, Kiosk, Notice, OfficeLook } from '../../../shared/office/office.ts';
import { day, hours, id, rule, session, text, textOf, unique, whole } from './schema-parts.ts';

/** The name of a file without a path, so that it cannot refer to another folder. */
const fileName = (extensions: string) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^[\\p{L}\\p{N}_][\\p{L}\\p{N} ._-]{0,99}\\.(?:${extensions})$`, 'iu'), rule('unknown-file')),
  );
const pictureFile = fileName('png|jpe?g|gif|webp');
const videoFile = fileName('mp4|webm');
const logoFile = fileName('png|jpe?g|svg');

export const look = v.strictObject({
  accent: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, rule('unknown-colour')), v.toLowerCase()),
  logo: v.nullable(logoFile),
}) satisfies v.GenericSchema<unknown, OfficeLook>;

/** Not allowed as the id of a screen, because `/display/counter/1` is the address of a counter sign. */
const RESERVED = 'counter';

const screen = v.strictObject({
  id: v.pipe(
    id,
    v.check((value) => value !== RESERVED, rule('reserved-id')),
  ),
  name: text,
  services: v.union([
    v.literal('all'),
    v.pipe(
      v.array(id),
      v.minLength(1),
      unique((serviceId) => serviceId, [], 'duplicate-service'),
    ),
  ]),
  orientation: v.picklist(['auto', 'landscape', 'portrait']),
  calls: v.picklist(['left', 'below']),
  theme: v.picklist(['light', 'dark']),
  darkHours: v.nullable(hours),
  diagonalInches: v.pipe(v.number(), v.minValue(5), v.maxValue(300)),
  viewingDistanceMeters: v.pipe(v.number(), v.minValue(0.5), v.maxValue(60)),
}) satisfies v.GenericSchema<unknown, HallScreen>;

export const screens = v.pipe(
  v.array(screen),
  v.maxLength(20),
  unique(({ id }) => id, ['id'], 'duplicate-id'),
  v.tupleWithRest([screen], screen),
);

/** Not allowed as the id of a kiosk, because `/kiosk/calibrate` is the address of a page. */
const RESERVED_KIOSK = 'calibrate';

const kiosk = v.strictObject({
  id: v.pipe(
    id,
    v.check((value) => value !== RESERVED_KIOSK, rule('reserved-id')),
  ),
  name: text,
  slot: v.picklist(['below', 'left', 'right']),
}) satisfies v.GenericSchema<unknown, Kiosk>;

export const kiosks = v.pipe(
  v.array(kiosk),
  v.maxLength(20),
  unique(({ id }) => id, ['id'], 'duplicate-id'),
  v.tupleWithRest([kiosk], kiosk),
);

const schedule = {
  id,
  text: textOf(500),
  from: v.nullable(day),
  until: v.nullable(day),
  hours: v.nullable(session),
  seconds: whole(3, 3600),
};

const notice = v.pipe(
  v.variant('kind', [
    v.strictObject({ ...schedule, kind: v.picklist(['text', 'ticker']) }),
    v.strictObject({ ...schedule, kind: v.literal('picture'), file: pictureFile }),
    v.strictObject({ ...schedule, kind: v.literal('video'), file: videoFile }),
  ]),
  v.check(({ from, until }) => from === null || until === null || from <= until, rule('dates-backwards')),
) satisfies v.GenericSchema<unknown, Notice>;

export const notices = v.pipe(
  v.array(notice),
  v.maxLength(40),
  unique(({ id }) => id, ['id'], 'duplicate-id'),
);
