# Sourced by .ci/run: Chromium, which the page tests look with, from the Debian package.

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The lists of packages may be absent or old on a fresh machine; a mirror may not answer the first time.
install_browser() {
    for attempt in 1 2 3; do
        if as_root apt-get update -qq &&
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
                chromium fonts-dejavu-core; then
            return 0
        fi
        echo "attempt $attempt to install Chromium failed" >&2
        sleep 5
    done
    return 1
}

have_browser() {
    if ! command -v chromium >/dev/null; then
        told=$(install_browser 2>&1) || { echo "$told" | tail -n 20 >&2; return 1; }
    fi
    chromium --version
}
