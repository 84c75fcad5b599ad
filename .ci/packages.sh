# Sourced by .ci/run: programs that tests look with, from Debian packages.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The lists of packages may be absent or old on a fresh machine; a mirror may not answer the first time.
install_packages() {
    for attempt in 1 2 3; do
        if as_root apt-get update -qq &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; then
            return 0
        fi
        echo "attempt $attempt to install $* failed" >&2
        sleep 5
    done
    return 1
}

# have COMMAND PACKAGE…: install the packages where the command is not there, and say its version.
have() {
    command=$1
    shift
    if ! command -v "$command" >/dev/null; then
        told=$(install_packages "$@" 2>&1) || { echo "$told" | tail -n 20 >&2; return 1; }
    fi
    "$command" --version
}
