# Read by ../plast when there is no JDK 25: says what to do, and ends.
if [ -n "${PLAST_JDK:-}" ]; then
  say "PLAST_JDK is $PLAST_JDK, and that is not a JDK 25 or newer (looked for bin/javac and for JAVA_VERSION in its file 'release').
Set PLAST_JDK to the folder of a JDK 25, or unset it to let Plast search."
  exit 127
fi
say "Plast needs a JDK 25 or newer, with javac, and found none. Do one of these, then run the same command again:
  - Install your system's package: temurin-25-jdk, openjdk-25-jdk (Debian, Ubuntu), java-25-openjdk-devel (Fedora).
    Older releases, Debian 12 among them, have no such package: 'no installation candidate' means that.
  - Download a JDK 25 archive from https://adoptium.net and unpack it to $root/.jdk
  - With SDKMAN (https://sdkman.io): sdk install java 25-tem
If a JDK 25 is in another folder: export PLAST_JDK=/that/folder"
exit 127
