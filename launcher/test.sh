# Read by ../plast for 'plast test': builds everything, runs all tests and static checks, as CI does.
. "$root/launcher/maven.sh"

case ${1:-} in
  '') ;;
  --json) ;;
  *)
    say 'Usage: plast test [--json]
Builds Plast, runs all its tests and static checks. With --json, Maven'"'"'s output goes to stderr and stdout is one line:
  {"passed":812,"failed":0,"skipped":3,"seconds":95,"checks":"passed"}
Exit code: 0 when everything passed, 1 otherwise.'
    case $1 in -h | --help) exit 0 ;; *) exit 2 ;; esac ;;
esac

lock
export PLAST_TESTING=yes
began=$(date +%s)
log=$state/test.log
if [ "${1:-}" = --json ]; then exec 3>&1 1>&2; fi
rm -f "$state/test-failed"
{ (maven -Pchecks,bench -Dmaven.test.failure.ignore=true --fail-at-end verify) 2>&1 </dev/null || : >"$state/test-failed"; } | tee "$log"
unlock

# Surefire closes each module with a line of totals; its lines about single classes go on after the last number.
counts=$(sed -n 's/^\[[A-Z]*\] Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/\1 \2 \3 \4/p' "$log" \
  | awk '{ bad += $2 + $3; skipped += $4; good += $1 - $2 - $3 - $4 } END { print good + 0, bad + 0, skipped + 0 }')
read -r passed failed skipped <<COUNTS
$counts
COUNTS
checks=passed code=0
if [ -e "$state/test-failed" ]; then checks=failed code=1; fi
if [ "$failed" -gt 0 ] || [ "$passed" -eq 0 ]; then code=1; fi
seconds=$(($(date +%s) - began))
if [ "${1:-}" = --json ]; then
  printf '{"passed":%d,"failed":%d,"skipped":%d,"seconds":%d,"checks":"%s"}\n' "$passed" "$failed" "$skipped" "$seconds" "$checks" >&3
else
  printf '\nBuild and static checks: %s, in %d s; the whole log: %s\n' "$checks" "$seconds" "$log"
  grep -E '^\[[A-Z]*\] Tests run: [0-9, a-zA-Z:]*[0-9]$' "$log" || :
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
fi
exit "$code"
