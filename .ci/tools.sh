# Sourced by ./verify and ./quickstart: finds a JDK, Maven and the servers that tests run, or installs them from the
# distribution.
# Sets JAVA_HOME for what follows. Every function that fails says what to do next.

readonly least_jdk=17
readonly least_maven=3.8.6
readonly least_valkey=8
# Where Valkey is unpacked; the testkit looks there, too.
readonly valkey_home=$HOME/.cache/larder/valkey

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

# The real servers that tests run, each as processes of their own on free ports.
find_servers() {
  command -v redis-server > /dev/null || install_package redis-server "Redis (redis-server)"
  command -v memcached > /dev/null || install_package memcached "Memcached"
  # How Memcached takes user and password by SASL; a package of its own on Debian.
  if command -v dpkg > /dev/null && ! dpkg -s libsasl2-modules > /dev/null 2>&1; then
    install_package libsasl2-modules "SASL's mechanism PLAIN"
  fi
  find_valkey
  step "Servers: $(redis-server --version | grep -o 'v=[0-9.]*' | sed 's/v=/Redis /'), $(memcached --version)," \
    "Valkey $(valkey_version)"
}

# The version of Valkey on the path or else unpacked; empty: there is none that runs.
valkey_version() {
  PATH="$PATH:$valkey_home/usr/bin" valkey-server --version 2> /dev/null | sed -nE 's/.*v=([0-9.]+).*/\1/p' || true
}

find_valkey() {
  local version
  if [[ -z $(valkey_version) ]]; then
    command -v apt-get > /dev/null && command -v dpkg > /dev/null \
      || give_up "Valkey is missing. Put valkey-server ($least_valkey or later) on the PATH and run this again."
    unpack_valkey
  fi
  version=$(valkey_version)
  [[ -n $version ]] || give_up "Valkey does not run. Put a valkey-server that does on the PATH and run this again."
  ((${version%%.*} >= least_valkey)) \
    || give_up "Valkey $version is too old. Put valkey-server $least_valkey or later on the PATH."
}

# Unpacks Debian's packages without installing them: no root is needed, and no service is started.
unpack_valkey() {
  local work options package
  step "Valkey is missing: unpacking Debian's packages into $valkey_home"
  work=$(mktemp -d)
  chmod 755 "$work"
  options=(-o APT::Sandbox::User="$(id -un)")
  offers_valkey || prepare_backports
  (cd "$work" && apt-get -qq "${options[@]}" download valkey-server valkey-tools > /dev/null) \
    || give_up "The packages valkey-server and valkey-tools could not be downloaded. Check the network, or put" \
    "valkey-server $least_valkey or later on the PATH, and run this again."
  mkdir -p "$valkey_home"
  for package in "$work"/*.deb; do
    dpkg -x "$package" "$valkey_home"
  done
  rm -rf "$work"
}

# Whether the distribution's own sources have Valkey in a version that is new enough.
offers_valkey() {
  local candidate
  candidate=$(apt-cache policy valkey-server 2> /dev/null | sed -nE 's/.*Candidate: ([0-9]+:)?([0-9]+)\..*/\2/p')
  ((${candidate:-0} >= least_valkey))
}

# Lets apt look into Debian 12's backports, and nowhere else, with lists of its own below the directory.
prepare_backports() {
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Codename: bookworm' 'Component: main' 2> /dev/null | head -1)
  mkdir -p "$work/lists/partial" "$work/archives/partial"
  [[ -n $mirror ]] || give_up "No Debian mirror is known to apt that has Valkey's package. Put valkey-server" \
    "$least_valkey or later on the PATH and run this again."
  echo "deb $mirror bookworm-backports main" > "$work/sources.list"
  options+=(-o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o Dir::Cache::Archives="$work/archives"
    -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null)
  # When that fails, so does the download, which says so.
  apt-get -qq "${options[@]}" update > /dev/null || true
}
