import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { say } from '../../shared/client/language.ts';
import type { EpochMs } from '../../shared/time.ts';
import { pageAt } from './board.ts';
import type { MediaNotice, MediaRotation } from './media-rotation.ts';
import { pagesOf } from './notices.ts';

interface Props {
  rotation: MediaRotation;
  /** A visitor is being called: the picture is covered and the video waits. */
  busy: boolean;
  now: EpochMs;
}

/** What a loaded picture needs around it. */
interface Surroundings {
  upright: boolean;
  /** Its mean colour, dark enough for white words. */
  colour: string;
}

/** Pictures that are narrower than 4:3 leave room for words beside them. */
const WIDE = 4 / 3;
/** Letters beside an upright picture. */
const LETTERS = 48;

/** The current picture or video, on the whole stage. */
export function Media({ rotation, busy, now }: Props) {
  const around = useSignal<Surroundings | null>(null);
  const notice = rotation.current.value;
  if (!notice) return null;
  const look = !rotation.ready.value ? 'coming' : busy ? 'dimmed' : 'shown';
  const beside = notice.kind === 'picture' && around.value?.upright;
  const pages = beside ? pagesOf(say(notice.text), LETTERS).map(breakable) : [];
  return (
    <div
      class={`media ${look} ${beside ? 'upright-picture' : ''}`}
      key={`${notice.id} ${notice.src}`}
      style={{ backgroundColor: (notice.kind === 'picture' && around.value?.colour) || '' }}
    >
      {notice.kind === 'video' ? (
        <Video notice={notice} rotation={rotation} busy={busy} />
      ) : (
        <Picture notice={notice} rotation={rotation} around={around} />
      )}
      {beside && (
        <p class="beside" aria-hidden="true">
          {pages[pageAt(now, pages.length)]}
        </p>
      )}
    </div>
  );
}

/** An address may break before its dots: `dichvucong` / `.gov.vn`. */
function breakable(text: string): string {
  return text.replace(/\.(?=[a-z])/g, '\u200b.');
}

interface PictureProps {
  notice: MediaNotice;
  rotation: MediaRotation;
  around: Signal<Surroundings | null>;
}

function Picture({ notice, rotation, around }: PictureProps) {
  return (
    <img
      src={notice.src}
      alt={say(notice.text)}
      onLoad={({ currentTarget }) => {
        const { naturalWidth, naturalHeight } = currentTarget;
        around.value = { upright: naturalWidth < naturalHeight * WIDE, colour: meanColour(currentTarget) };
        rotation.moved();
      }}
      onError={rotation.failed}
    />
  );
}

/** On which white words have a contrast of at least 4.5:1. */
const DARK = 0.18;

function meanColour(picture: HTMLImageElement): string {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.drawImage(picture, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = Array.from(pen.getImageData(0, 0, 1, 1).data).map((value) => value / 255);
  const light = 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
  const factor = light > DARK ? (DARK / light) ** (1 / 2.2) : 1;
  return `rgb(${[red, green, blue].map((value) => Math.round(value * factor * 255)).join(', ')})`;
}

/** Muted: the loudspeaker is for calls, and browsers let only muted videos start by themselves. */
function Video({ notice, rotation, busy }: Omit<Props, 'now'> & { notice: MediaNotice }) {
  const film = useRef<HTMLVideoElement>(null);
  /** The position in the video when it last moved. */
  const seen = useRef(0);
  useSignalEffect(() => {
    // A refused video does not move, and is skipped for that.
    if (film.current && rotation.current.value) void Promise.resolve(film.current.play()).catch(() => undefined);
  });
  if (film.current && busy !== film.current.paused && !film.current.ended) {
    if (busy) film.current.pause();
    else void Promise.resolve(film.current.play()).catch(() => undefined);
  }
  return (
    <video
      ref={film}
      src={notice.src}
      aria-label={say(notice.text)}
      muted
      playsInline
      preload="auto"
      onTimeUpdate={({ currentTarget: { currentTime } }) => {
        if (currentTime === seen.current) return;
        seen.current = currentTime;
        rotation.moved();
      }}
      onEnded={rotation.ended}
      onError={rotation.failed}
    />
  );
}
