# Read by build.sh and test.sh: how Plast calls Maven, and the lock that keeps two builds apart.

# The PATH's Maven when it is 3.8 or newer, the wrapper otherwise. Replaces the shell that calls it.
maven() {
  set -- -B -ntp -Dstyle.color=never -f "$root/pom.xml" "$@"
  user=$(id -un 2>/dev/null) || user=
  case $user in *[!A-Za-z0-9._-]*) user= ;; esac
  account=$(eval "echo ~$user")   # the JVM takes its home from the account, not from HOME
  if [ ! -w "$account/.m2/repository" ] && [ ! -w "$account/.m2" ] && { [ -e "$account/.m2" ] || [ ! -w "$account" ]; }; then
    set -- "-Dmaven.repo.local=$state/repository" "$@"
  fi
  [ -w "${HOME:-/nowhere}" ] || export HOME="$state"
  export JAVA_HOME="$jdk"
  case $(mvn -v 2>/dev/null) in
    *'Apache Maven 3.'[89].* | *'Apache Maven '[4-9].*) exec mvn "$@" ;;
    *) exec "$root/mvnw" "$@" ;;
  esac
}

is_alive() { kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]; }   # kill may not ask another user's process

# A link is made and labelled with its owner in one step, so there is no moment at which a lock has no owner.
lock() {
  if [ -n "${PLAST_TESTING:-}" ]; then
    say "A test called plast, which must build first and would wait for the test for ever: run $root/plast --version before."
    exit 1
  fi
  if ! mkdir -p "$state" 2>/dev/null || [ ! -w "$state" ]; then
    say "Plast must build and cannot write to $state. Make that folder writable, or clone Plast into a folder of your own."
    exit 1
  fi
  child= waited=
  until ln -s "$(uname -n):$$" "$state/lock" 2>/dev/null; do
    owner=$(readlink "$state/lock") || continue
    if [ "${owner%:*}" = "$(uname -n)" ] && ! is_alive "${owner##*:}"; then
      say 'An earlier build of Plast was killed; starting over.'
      rm -f "$state/lock"
      continue
    fi
    [ -n "$waited" ] || say "Waiting for another build of Plast (process ${owner##*:} on ${owner%:*}; lock $state/lock)…"
    waited=yes
    sleep 1
  done
  trap 'rm -f "$state/lock"' EXIT
  trap 'kill $child 2>/dev/null; exit 130' INT
  trap 'kill $child 2>/dev/null; exit 143' TERM HUP
}

unlock() {
  rm -f "$state/lock"
  trap - EXIT INT TERM HUP
}
