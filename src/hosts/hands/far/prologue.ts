import { mostOutput, patience } from '../ground.ts';

/**
 * What a POSIX sh needs to know to change files, on top of what it needs to answer requests. Each
 * word of an order is an argument of a function here and nothing else: no path and no content is
 * ever read as shell. What a program says where it fails goes back as it is, in C.
 */
export const prologue = `DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
dw_fail() { dw_say e "$(printf %s "$dw_m" | dw_e)"; dw_end failed; }
dw_do() { if dw_m=$("$@" 2>&1); then dw_end ok; else dw_fail; fi; }
dw_who() {
  [ "$(echo eA== | base64 -d)" = x ] || { dw_end no-base64; return; }
  dw_say s "$$"
  dw_say s "$(id -u)"
  dw_say s "$(id -g)"
  dw_say o "$(printf '%s\\0' "\${DOCKER_WHY_STATE-}" "\${XDG_STATE_HOME-}" "\${HOME-}" | dw_e)"
  dw_end ok
}
dw_read() {
  dw_look stat -L -c %f -- "$1" || { dw_fail; return; }
  case $dw_m in 4???) dw_m=': Is a directory'; dw_fail; return ;; esac
  if dw_v=$(dw_e <"$1"); then dw_say o "$dw_v"; dw_end ok
  else dw_look head -c 1 -- "$1"; dw_fail; fi
}
dw_state() { if dw_look stat -L -c '%f %u %g' -- "$1"; then dw_say s "$dw_m"; dw_end ok; else dw_fail; fi; }
dw_there() { if [ -e "$1" ] || [ -L "$1" ]; then dw_end ok; else dw_end missing; fi; }
dw_real() {
  dw_look stat -L -c %f -- "$1" || { dw_fail; return; }
  dw_say o "$(readlink -f -n -- "$1" | dw_e)"
  dw_end ok
}
dw_link_at() {
  [ -L "$1" ] || { dw_end missing; return; }
  dw_say o "$(readlink -n -- "$1" | dw_e)"
  dw_end ok
}
dw_flush() {
  dw_m=$(sync -- "$1" 2>&1) && return 0
  case $dw_m in *': Input/output error' | *': No space left on device' | *': Disk quota exceeded') return 1 ;; esac
  sync
}
dw_mkdir() {
  if dw_m=$({ mkdir -- "$1" && chmod -- "$2" "$1"; } 2>&1) && dw_flush "$3"; then dw_end ok; else dw_fail; fi
}
dw_mkdirs() { dw_do dw_mkdirs_own "$1"; }
dw_mkdirs_own() { umask 077; mkdir -p -- "$1"; }
dw_rm() {
  if [ ! -e "$1" ] && [ ! -L "$1" ]; then dw_end ok
  elif dw_m=$(rm -f -- "$1" 2>&1) && dw_flush "$2"; then dw_end ok
  else dw_fail; fi
}
dw_mv() {
  if [ -d "$2" ]; then dw_m=': Is a directory'; dw_fail
  elif dw_m=$(mv -f -- "$1" "$2" 2>&1) && dw_flush "$3"; then dw_end ok
  else dw_fail; fi
}
dw_create() { umask 077; set -C; : >"$1"; }
dw_fill() {
  # cat says why it could not write; whether base64 could read is seen by the size
  echo "$5" | base64 -d | cat >"$1" || return 1
  [ "$(wc -c <"$1")" -eq "$4" ] || { echo 'it was written only in part'; return 1; }
  [ -z "$3" ] || chown -- "$3" "$1" || return 1
  chmod -- "$2" "$1"
}
dw_new() {
  dw_m=$({ rm -f -- "$1" && dw_create "$1"; } 2>&1) || { dw_fail; return; }
  if dw_m=$(dw_fill "$@" 2>&1) && dw_flush "$1"; then dw_end ok; return; fi
  rm -f -- "$1"
  dw_fail
}
dw_label() {
  if [ ! -e /sys/fs/selinux/enforce ]; then :
  elif [ -e "$2" ]; then chcon "--reference=$2" -- "$1"
  else restorecon -- "$1"; fi
  dw_end ok
}
dw_program() {
  command -v "$1" >/dev/null || { dw_end no-such-tool; return; }
  dw_say o "$({ dw_s=${patience / 1000}; dw_t "$@" 2>&1 9>&-; echo "$dw_n $dw_i c $?" >&9; } | tail -c ${mostOutput} | dw_e)"
  dw_end ok
}
`;
