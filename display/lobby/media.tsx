import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { say } from '../../shared/client/language.ts';
import type { MediaNotice, Show } from './media-rotation.ts';

interface Props {
  show: Show;
  /** Somebody is called: the picture is dimmed and the video waits. */
  busy: boolean;
}

/** The picture or video that has its turn, in the place of the current call. */
export function Media({ show, busy }: Props) {
  const notice = show.current.value;
  if (!notice) return null;
  const look = !show.ready.value ? 'coming' : busy ? 'dimmed' : 'shown';
  return (
    <div class={`media ${look}`} key={`${notice.id} ${notice.src}`}>
      {notice.kind === 'video' ? (
        <Video notice={notice} show={show} busy={busy} />
      ) : (
        <img src={notice.src} alt={say(notice.text)} onLoad={show.moved} onError={show.failed} />
      )}
    </div>
  );
}

/** Without sound: the loudspeaker of a hall belongs to the calls, and browsers let only silent videos begin by themselves. */
function Video({ notice, show, busy }: Props & { notice: MediaNotice }) {
  const film = useRef<HTMLVideoElement>(null);
  /** The place in the video when it was last seen to move. */
  const seen = useRef(0);
  useSignalEffect(() => {
    // What is refused here does not move either, and is left out for that.
    if (film.current && show.current.value) void Promise.resolve(film.current.play()).catch(() => undefined);
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
        show.moved();
      }}
      onEnded={show.ended}
      onError={show.failed}
    />
  );
}
