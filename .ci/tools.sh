# Sourced by ./verify and ./quickstart: finds a JDK and Maven, or installs them from the distribution.
# Sets JAVA_HOME for what follows. Every function that fails says what to do next.

readonly least_jdk=17
readonly least_maven=3.8.6

# One line with the seconds since the script began.
step() {
  printf '[%4d s] %s\n' "$SECONDS" "$*"
}

# A line that ends the script: what went wrong; what to do next.
give_up() {
  printf '\n%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# The first number of a JDK's version, or 0 where there is no javac.
jdk_feature() {
  local version
  version=$("$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p') || true
  echo "${version:-0}"
}

# The home of the first JDK that is new enough, on the path or else where packages put them; empty: there is none.
installed_jdk() {
  local home
  if command -v javac > /dev/null; then
    home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
    if (($(jdk_feature "$home") >= least_jdk)); then
      echo "$home"
      return
    fi
  fi
  for home in /usr/lib/jvm/*; do
    if [[ -x $home/bin/javac ]] && (($(jdk_feature "$home") >= least_jdk)); then
      echo "$home"
      return
    fi
  done
}

# Installs a Debian package, as root or by sudo.
install_package() {
  local as_root=()
  command -v apt-get > /dev/null || give_up "$2 is missing. Install it and run this again."
  if ((EUID != 0)); then
    command -v sudo > /dev/null || give_up "$2 is missing. As root, run: apt-get install $1"
    as_root=(sudo)
  fi
  step "$2 is missing: installing the package $1"
  "${as_root[@]}" apt-get update -qq \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$1" > /dev/null \
    || give_up "The package $1 could not be installed. Install $2 and run this again."
}

find_jdk() {
  if [[ -n ${JAVA_HOME:-} ]]; then
    (($(jdk_feature "$JAVA_HOME") >= least_jdk)) \
      || give_up "JAVA_HOME=$JAVA_HOME is no JDK $least_jdk or later. Set it to one, or unset it."
  else
    JAVA_HOME=$(installed_jdk)
    if [[ -z $JAVA_HOME ]]; then
      install_package default-jdk-headless "A JDK ($least_jdk or later)"
      JAVA_HOME=$(installed_jdk)
    fi
    [[ -n $JAVA_HOME ]] || give_up "No JDK $least_jdk or later found. Install one and set JAVA_HOME to it."
  fi
  export JAVA_HOME
  step "JDK $("$JAVA_HOME/bin/javac" -version 2>&1 | cut -d' ' -f2) in $JAVA_HOME"
}

maven_version() {
  mvn --batch-mode -version 2> /dev/null | sed -nE 's/.*Apache Maven ([0-9.]+).*/\1/p'
}

find_maven() {
  local version
  command -v mvn > /dev/null || install_package maven "Maven ($least_maven or later)"
  version=$(maven_version) || true
  [[ -n $version ]] || give_up "mvn -version fails: look at what it prints, mend it and run this again."
  [[ $(printf '%s\n' "$least_maven" "$version" | sort -V | head -1) == "$least_maven" ]] \
    || give_up "Maven $version is too old. Put Maven $least_maven or later on the PATH."
  step "Maven $version"
}
