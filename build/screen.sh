#!/bin/sh
# Shows a page of Đến Lượt on this machine for good: sh screen.sh http://SERVER:8080/display [further flags of the browser]
# A browser that loads the page before the server answers shows an error for minutes. So this waits until the server answers, and
# starts the browser again when it ends. Needs chromium (or the program that BROWSER names), and curl or wget.
set -u

if [ $# -lt 1 ]; then
  echo "Cách dùng / usage: sh screen.sh http://SERVER:8080/display" >&2
  exit 2
fi
page=$1
shift
server=$(printf '%s' "$page" | sed 's|^\([a-z]*://[^/]*\).*$|\1|')
# A profile for each page: a second browser with the same profile would only open a window in the first and end.
profile="${HOME:-/tmp}/den-luot-screen$(printf '%s' "$page" | sed 's|^[a-z]*://[^/]*||; s|[^A-Za-z0-9]|-|g')"

browser=${BROWSER:-}
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
if [ -z "$browser" ]; then
  echo "Không tìm thấy Chromium. / No Chromium was found: install it, or name a browser by BROWSER." >&2
  exit 1
fi

# Any answer counts, also one that reports a fault: the page itself shows it.
answers() {
  if command -v curl >/dev/null; then
    curl --silent --output /dev/null --max-time 3 "$server/healthz"
  else
    wget --quiet --output-document=/dev/null --timeout=3 --tries=1 "$server/healthz"
    code=$?
    # 8: the server has answered with an error.
    [ $code -eq 0 ] || [ $code -eq 8 ]
  fi
}

running=
stop() {
  if [ -n "$running" ]; then
    kill "$running" 2>/dev/null
    wait "$running"
  fi
  exit 0
}
trap stop INT TERM HUP

while :; do
  until answers; do sleep 1; done
  "$browser" --kiosk --noerrdialogs --no-first-run --hide-crash-restore-bubble --window-position=0,0 \
    --autoplay-policy=no-user-gesture-required --user-data-dir="$profile" "$@" "$page" &
  running=$!
  # While the page loads: a server that goes away in this time may have left an error page.
  for _ in 1 2 3 4 5; do
    sleep 2
    kill -0 "$running" 2>/dev/null || break
    answers || kill "$running" 2>/dev/null
  done
  wait "$running"
  running=
  sleep 1
done
