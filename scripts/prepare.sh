# Read by the other scripts, not run. Says what is missing, and installs it.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "error: this needs root, and there is no sudo" >&2
        return 1
    fi
}

# need_packages WHY PACKAGE...   Debian packages; only those that are missing are installed.
need_packages() {
    local why="$1" missing=() package
    shift
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ "${#missing[@]}" = 0 ] && return 0
    echo "== installing ${missing[*]} ($why)"
    local options=(-q -y --no-install-recommends -o DPkg::Lock::Timeout=600) try
    if [ -z "${lectern_apt_is_fresh:-}" ]; then
        as_root apt-get -q -o DPkg::Lock::Timeout=600 update </dev/null || echo "== apt-get update failed; going on"
        lectern_apt_is_fresh=yes
    fi
    # A second apt on the same machine can take the files away under the first one's hands.
    for try in 1 2 3; do
        as_root env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install "${missing[@]}" </dev/null && return 0
        echo "== apt-get failed, try $try of 3"
        sleep 5
    done
    echo "error: ${missing[*]} could not be installed. Install them by hand and run this again." >&2
    return 1
}

need_build_packages() {
    need_packages "to build" libsqlite3-dev libserialport-dev libusb-1.0-0-dev libcups2-dev libcrypt-dev libssl-dev \
        pkg-config
}

need_swift() {
    command -v swift >/dev/null && return 0
    echo "error: there is no swift on PATH. Install Swift 6.2 or later from https://www.swift.org/install/linux/" >&2
    return 1
}
