# Read by ../plast when there is something to build: makes $state/$product with our jars, a class path and caches.
. "$root/launcher/maven.sh"

build() {
  why='first use, about a minute'
  [ ! -f "$state/$built" ] || why='something changed'
  began=$(date +%s)
  product=product-$began-$$
  printf '%s\n' "$product" "$version $jdk" >"$state/building"   # its time is the build's start: later edits are newer
  profile=
  [ "$built" = built ] || profile=-Pbench
  (maven $profile process-classes) >"$state/build.log" 2>&1 </dev/null &
  child=$!
  [ -t 2 ] || say "Building Plast ($why)…"
  while kill -0 "$child" 2>/dev/null; do
    [ ! -t 2 ] || printf '\rBuilding Plast (%s)… %s s ' "$why" $(($(date +%s) - began)) >&2
    sleep 1
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if ! wait "$child"; then
    tail -n 40 "$state/build.log" >&2
    say "Building Plast failed. The whole log: $state/build.log"
    exit 1
  fi
  child=
  collect
  train
  printf '%s\n' "$jdk" >"$state/jdk"
  [ ! -f "$state/$built" ] || rm -f "$state/$(head -n 1 "$state/$built")"/*.aot "$state/$(head -n 1 "$state/$built")"/*.jsa
  mv "$state/building" "$state/$built"
  say "Built Plast in $(($(date +%s) - began)) s."
}

# Our jars are copied, so that a later build or test cannot pull them from under a running experiment.
collect() {
  mkdir "$state/$product"
  class_path=
  while IFS= read -r jar; do
    case $jar in
      */target/*.jar) cp "$jar" "$state/$product/"; jar=$state/$product/${jar##*/} ;;
    esac
    class_path=$class_path${class_path:+:}$jar
  done <"$root/${modules##* }/target/classpath"
  printf '%s\n' "$class_path" >"$state/$product/classpath"
  find "$state" -name 'product-*' -prune -mtime +3 -exec rm -rf {} +
}

# Two silent runs leave the caches that make later starts quick: what they use is ready then, and one of them compiles a
# model and rules. Plast runs without them too.
train() {
  asked=$mode started=$main
  mode=short
  java_with "-XX:AOTCacheOutput=$state/$product/short.aot" --help >/dev/null 2>&1 </dev/null || :
  mode=long
  if [ "$built" = built ]; then
    set -- run "$root/examples/psrnn-as-equations.yaml" seeds=1 training.trials=64 --threads=1 "--runs=$state/$product/runs"
  else
    main=plast.bench.LatencySample
    set --
  fi
  java_with "-XX:ArchiveClassesAtExit=$state/$product/long.jsa" "$@" >/dev/null 2>&1 </dev/null || :
  rm -rf "$state/$product/runs"
  mode=$asked main=$started
}

lock
is_built || build
unlock
