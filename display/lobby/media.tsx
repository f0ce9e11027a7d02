import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { say } from '../../shared/client/language.ts';
import type { MediaNotice, MediaRotation } from './media-rotation.ts';

interface Props {
  rotation: MediaRotation;
  /** A visitor is being called: the picture is dimmed and the video waits. */
  busy: boolean;
}

/** The current picture or video, in place of the current call. */
export function Media({ rotation, busy }: Props) {
  const notice = rotation.current.value;
  if (!notice) return null;
  const look = !rotation.ready.value ? 'coming' : busy ? 'dimmed' : 'shown';
  return (
    <div class={`media ${look}`} key={`${notice.id} ${notice.src}`}>
      {notice.kind === 'video' ? (
        <Video notice={notice} rotation={rotation} busy={busy} />
      ) : (
        <img src={notice.src} alt={say(notice.text)} onLoad={rotation.moved} onError={rotation.failed} />
      )}
    </div>
  );
}

/** Muted: the loudspeaker is for calls, and browsers let only muted videos start by themselves. */
function Video({ notice, rotation, busy }: Props & { notice: MediaNotice }) {
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
