import { cleanRun, searchPath } from '../environment.ts';
import { mostNames, mostText } from '../host.ts';

/** Characters of base64 in a line: few lines, each of them one write, also by a bash that buffers 1008 bytes. */
const width = 900;

/**
 * What a POSIX sh needs to know to answer requests; nothing is written, nothing is left behind.
 *
 * Every reply is a set of lines \`NONCE ID TAG PAYLOAD\`. Content travels in base64 (or hex), so
 * that no byte of it can be taken for a line of ours, and each line is one short write, which a
 * pipe keeps whole: replies may come side by side and in any order. Tags: \`s\` what stat says,
 * \`o\` and \`e\` stdout and stderr, \`c\` an exit code, \`.\` the end and how it went.
 */
export const prologue = (nonce: string, seconds: number): string => `exec 9>&1 2>/dev/null
dw_n=${nonce}
dw_path=\${PATH-}
dw_path_set=\${PATH+x}
dw_locale=\${LC_ALL-}
dw_locale_set=\${LC_ALL+x}
PATH=${searchPath}
LC_ALL=C
export PATH LC_ALL
unset CDPATH ENV BASH_ENV POSIXLY_CORRECT
IFS='
'
set -f
dw_s=${seconds}
if timeout -s KILL 9 true </dev/null; then dw_t() { timeout -s KILL "$dw_s" "$@"; }
elif timeout -t 9 -s KILL true </dev/null; then dw_t() { timeout -t "$dw_s" -s KILL "$@"; }
else dw_t() { "$@"; }; fi
if base64 -w ${width} </dev/null; then dw_e() { base64 -w ${width}; }; dw_code=base64
elif command -v base64 >/dev/null; then dw_e() { base64; }; dw_code=base64
else dw_e() { od -An -v -tx1; }; dw_code=hex; fi
dw_say() { for dw_l in $2; do echo "$dw_n $dw_i $1 $dw_l"; done >&9; }
dw_end() { echo "$dw_n $dw_i . $1" >&9; }
dw_look() {
  dw_m=$("$@" 2>&1) && { dw_r=ok; return 0; }
  case $dw_m in
    *': No such file or directory' | *': Not a directory') dw_r=missing ;;
    *': Permission denied' | *': Operation not permitted') dw_r=denied ;;
    *) dw_r=unreadable ;;
  esac
  return 1
}
dw_stat() { dw_look stat "$@" && dw_say s "$dw_m"; dw_end "$dw_r"; }
dw_text() {
  dw_look stat -L -c '%f %s' -- "$2" || { dw_end "$dw_r"; return; }
  case $dw_m in 8???' '*) ;; *) dw_end unreadable; return ;; esac
  if [ "\${dw_m#* }" -gt "$1" ]; then dw_v=$(head -c "$1" -- "$2" | dw_e)
  else dw_v=$(dw_e <"$2") || dw_v=; fi
  [ -n "$dw_v" ] || dw_look head -c 1 -- "$2"
  dw_say o "$dw_v"
  dw_end "$dw_r"
}
dw_list() {
  set +f
  dw_c=0
  for dw_l in "$1"/* "$1"/.[!.]* "$1"/..?*; do
    case $dw_l in "$1/*" | "$1/.[!.]*" | "$1/..?*") [ -e "$dw_l" ] || [ -L "$dw_l" ] || continue ;; esac
    printf '%s\\0' "\${dw_l##*/}"
    dw_c=$((dw_c + 1))
    [ "$dw_c" -lt ${mostNames} ] || break
  done
}
dw_names() {
  if [ ! -d "$1" ]; then dw_look stat -L -c %f -- "$1" && dw_r=missing; dw_end "$dw_r"; return; fi
  [ -r "$1" ] || { dw_end denied; return; }
  dw_say o "$(dw_list "$1" | dw_e)"
  dw_end ok
}
dw_stdout() { dw_say o "$(head -c ${mostText} | dw_e)"; }
dw_stderr() {
  if read -r dw_l; then dw_say e "$({ printf '%s\\n' "$dw_l"; head -c ${mostText}; } | dw_e)"
  elif [ -n "$dw_l" ]; then dw_say e "$(printf %s "$dw_l" | dw_e)"; fi
}
dw_run() { dw_t ${cleanRun} "$@"; }
dw_output() {
  command -v "$1" >/dev/null || { dw_end no-such-tool; return; }
  { { dw_run "$@" </dev/null 2>&3 3>&- 9>&-; echo "$dw_n $dw_i c $?" >&9; } | dw_stdout; } 3>&1 | dw_stderr
  dw_end ok
}
dw_key() {
  command -v openssl >/dev/null || { dw_end no-such-tool; return; }
  dw_look head -c 1 -- "$1" || { dw_end "$dw_r"; return; }
  dw_v=$({ dw_t openssl pkey -in "$1" -pubout -passin pass:; echo "$dw_n $dw_i c $?" >&9; } | dw_e)
  dw_say o "$dw_v"
  dw_end ok
}
dw_variable() {
  [ -n "$1" ] || { dw_end missing; return; }
  printf %s "$2" | dw_stdout
  dw_end ok
}
dw_caller() {
  dw_say s "$(dw_t id -u)"
  dw_say s "$(dw_t id -G)"
  dw_t id -un | dw_stdout
  dw_end ok
}
dw_j() { dw_i=$1; shift; "$@"; }
echo
echo "$dw_n 0 . $dw_code"
`;
